import type { VideoView } from "./use-video";

/** What a hand can do to a film without reaching for a button. */
export interface KeyActs {
	toggle(): void;
	seek(seconds: number): void;
	stepFrame(by: number): void;
	goToShot(index: number): void;
	toggleLoop(): void;
	enlarge(): void;
	toggleMute(): void;
}

/** What a key does while the focus is within the player; `null` for keys that mean nothing here. */
export function actOfKey(key: string, acts: KeyActs, view: VideoView): (() => void) | null {
	if (/^[1-6]$/.test(key)) return () => acts.goToShot(Number(key) - 1);
	const byKey = new Map<string, () => void>([
		[" ", acts.toggle],
		["k", acts.toggle],
		["ArrowLeft", () => acts.seek(view.seconds - 1)],
		["ArrowRight", () => acts.seek(view.seconds + 1)],
		[",", () => acts.stepFrame(-1)],
		[".", () => acts.stepFrame(1)],
		["Home", () => acts.seek(0)],
		["End", () => acts.seek(view.duration)],
		["l", acts.toggleLoop],
		["m", acts.toggleMute],
		["f", acts.enlarge],
	]);
	return byKey.get(key) ?? null;
}

const PRESSES: readonly string[] = [" ", "Enter"];
const SLIDES: readonly string[] = [
	"ArrowLeft",
	"ArrowRight",
	"ArrowUp",
	"ArrowDown",
	"Home",
	"End",
	"PageUp",
	"PageDown",
];

/** A control keeps the keys it works by, and no others: M mutes wherever one stands in the player. */
export function keepsKey(target: EventTarget, key: string): boolean {
	if (!(target instanceof HTMLElement)) return false;
	if (target.matches("input[type=range]")) return SLIDES.includes(key);
	if (target.closest("button, a, summary")) return PRESSES.includes(key);
	return target.matches("input, select, textarea");
}
