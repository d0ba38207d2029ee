"use client";

import { useState, useSyncExternalStore } from "react";

const never = () => () => undefined;

/** Asked for by a press, and only where it has not been decided yet. */
export function NotifyButton() {
	const [asked, setAsked] = useState(false);
	const canAsk = useSyncExternalStore(
		never,
		() => typeof Notification !== "undefined" && window.isSecureContext && Notification.permission === "default",
		() => false,
	);
	if (!canAsk || asked) return null;
	return (
		<button
			type="button"
			onClick={() => {
				setAsked(true);
				void Notification.requestPermission();
			}}
			className="touchable rounded-control px-2 text-xs underline underline-offset-3 opacity-70 hover:opacity-100"
		>
			Notify me when it is done
		</button>
	);
}
