/** Relative luminance, 0 black to 1 white, of every cell of a coarse grid. */
export type Cells = Float32Array;

export interface SeenFrame {
	readonly seconds: number;
	readonly cells: Cells;
}

/** As WCAG counts: a tenth of full luminance, unless both ends are bright. */
const STEP = 0.1;
const BRIGHT = 0.8;
/** So much of the picture must change together. */
const SHARE = 0.1;
const WINDOW_SECONDS = 1;

interface Turn {
	readonly seconds: number;
	readonly direction: 1 | -1;
}

/** Follows one cell from extreme to extreme. Answers the direction in which it has just made a step, or 0. */
class Follower {
	private extreme: number;
	private direction = 0;

	constructor(luminance: number) {
		this.extreme = luminance;
	}

	see(luminance: number): number {
		const change = luminance - this.extreme;
		const direction = Math.sign(change);
		const goesOn = direction === this.direction;
		const isStep = Math.abs(change) >= STEP && Math.min(luminance, this.extreme) < BRIGHT;
		if (!goesOn && !isStep) return 0;
		this.extreme = luminance;
		this.direction = direction;
		return goesOn ? 0 : direction;
	}
}

function turnsOf(frames: readonly SeenFrame[]): Turn[] {
	const [first, ...rest] = frames;
	if (!first) return [];
	const followers = Array.from(first.cells, (luminance) => new Follower(luminance));
	const turns: Turn[] = [];
	for (const { seconds, cells } of rest) {
		let up = 0;
		let down = 0;
		for (const [nth, follower] of followers.entries()) {
			const direction = follower.see(cells[nth] ?? 0);
			if (direction > 0) up += 1;
			if (direction < 0) down += 1;
		}
		const direction = up >= down ? 1 : -1;
		const isTogether = Math.max(up, down) >= SHARE * followers.length;
		if (isTogether && turns.at(-1)?.direction !== direction) turns.push({ seconds, direction });
	}
	return turns;
}

/**
 * The most flashes within any one second; a flash is a large part of the picture turning bright and dark again.
 * Above 3, photosensitive people are at risk.
 */
export function flashScore(frames: readonly SeenFrame[]): number {
	const turns = turnsOf(frames);
	let most = 0;
	for (const [nth, { seconds }] of turns.entries()) {
		const within = turns.slice(nth).filter((turn) => turn.seconds - seconds < WINDOW_SECONDS).length;
		most = Math.max(most, Math.floor(within / 2));
	}
	return most;
}
