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
				"m-auto max-h-[min(46rem,calc(100dvh-2rem))] w-[calc(100vw-2rem)] overscroll-contain rounded-panel bg-panel text-ink shadow-2xl",
				wide ? "max-w-3xl" : "max-w-lg",
			)}
		>
			{open && (
				<div className="p-6">
					<header className="-mt-1 mb-4 flex items-center justify-between gap-4">
						<h2 id={titleId} className="font-semibold text-xl">
							{title}
						</h2>
						<IconButton icon="close" label="Close" onClick={onClose} className="-mr-2" />
					</header>
					{children}
				</div>
			)}
		</dialog>
	);
}
