"use client";

import { useEffect, useEffectEvent } from "react";
import { useDesk } from "./desk-context";

/** ⌘⏎ generates; ⌘Z and ⇧⌘Z are the draft's own undo, also inside its text boxes. */
export function useShortcuts(generate: () => void): void {
	const desk = useDesk();
	const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
		if (!(event.metaKey || event.ctrlKey) || event.altKey || document.querySelector("dialog[open]")) return;
		const key = event.key.toLowerCase();
		const act =
			key === "enter"
				? generate
				: key === "z" && isOurs(event.target)
					? event.shiftKey
						? desk.redo
						: desk.undo
					: key === "y" && isOurs(event.target)
						? desk.redo
						: null;
		if (!act) return;
		event.preventDefault();
		act();
	});
	useEffect(() => {
		window.addEventListener("keydown", onKeyDown);
		return () => window.removeEventListener("keydown", onKeyDown);
	}, []);
}

/** Fields outside of Compose keep the browser's own undo. */
function isOurs(target: EventTarget | null): boolean {
	if (!(target instanceof HTMLElement)) return true;
	const isField = target.closest("input, textarea, [contenteditable]") !== null;
	return !isField || target.closest("[data-compose]") !== null;
}
