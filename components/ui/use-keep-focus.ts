import { useEffect } from "react";
import { type FocusPlace, focusAt, placeOf } from "./focus-place";

/** Whoever works by keys goes on from the same place when what they stood on vanishes: a deleted row, a sent form. */
export function useKeepFocus(): void {
	useEffect(() => {
		let place: FocusPlace | null = null;
		let frame = 0;
		const note = ({ target }: FocusEvent) => {
			place = target instanceof HTMLElement && target.matches(":focus-visible") ? placeOf(target) : null;
		};
		const mend = () => {
			const isLost = document.activeElement === document.body && place !== null && !place.element.isConnected;
			if (isLost && place) focusAt(place);
		};
		// A frame later, so that a dialog that closes has given the focus back before.
		const observer = new MutationObserver(() => {
			cancelAnimationFrame(frame);
			frame = requestAnimationFrame(mend);
		});
		observer.observe(document.body, { childList: true, subtree: true });
		document.addEventListener("focusin", note);
		return () => {
			cancelAnimationFrame(frame);
			observer.disconnect();
			document.removeEventListener("focusin", note);
		};
	}, []);
}
