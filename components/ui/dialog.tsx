"use client";

import { type ReactNode, useEffect, useId, useRef } from "react";
import { IconButton } from "./button";
import { focusAt, placeOf } from "./focus-place";
import { joinClasses } from "./join-classes";

interface DialogProps {
	readonly title: string;
	readonly open: boolean;
	readonly onClose: () => void;
	readonly wide?: boolean;
	readonly children: ReactNode;
}

/** The browser's own modal: it keeps the focus inside, closes on Escape. The focus goes back to where it came from. */
export function Dialog({ title, open, onClose, wide = false, children }: DialogProps) {
	const ref = useRef<HTMLDialogElement>(null);
	const titleId = useId();
	useEffect(() => {
		const dialog = ref.current;
		if (!dialog || dialog.open === open) return;
		if (!open) {
			dialog.close();
			return;
		}
		const opener = document.activeElement;
		const place = opener instanceof HTMLElement && opener !== document.body ? placeOf(opener) : null;
		dialog.showModal();
		return () => {
			if (place) focusAt(place);
		};
	}, [open]);
	return (
		// biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a modal dialog by itself; the click is on its backdrop.
		<dialog
			ref={ref}
			aria-labelledby={titleId}
			onClose={onClose}
			onClick={(event) => event.target === event.currentTarget && onClose()}
			className={joinClasses(
				"appears m-auto max-h-[min(48rem,calc(100dvh-3rem))] w-full scroll-pt-18 overscroll-contain rounded-panel border border-edge bg-panel text-ink shadow-2xl",
				"max-tablet:mb-0 max-tablet:rounded-b-none max-tablet:border-x-0 max-tablet:border-b-0",
				wide ? "max-w-full tablet:max-w-3xl" : "max-w-full tablet:max-w-lg",
			)}
		>
			{open && (
				<>
					<header className="sticky top-0 z-10 flex items-center justify-between gap-4 bg-panel px-5 pt-4 pb-3 tablet:px-7 tablet:pt-5">
						<h2 id={titleId} className="font-semibold text-xl">
							{title}
						</h2>
						<IconButton icon="close" label="Close" onClick={onClose} className="-mr-2" />
					</header>
					<div className="px-5 pb-[max(1.5rem,env(safe-area-inset-bottom))] tablet:px-7">{children}</div>
				</>
			)}
		</dialog>
	);
}
