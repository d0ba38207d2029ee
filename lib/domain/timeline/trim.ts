import { MAX_TOTAL_SECONDS, MIN_SHOT_SECONDS, MIN_TOTAL_SECONDS, type Shot, type Shots, totalSeconds } from "../shot";

/** Who pays when a shot changes its length: a neighbour (the total stays), or nobody (the total changes). */
export type Trim = "roll" | "ripple";

/** What a slider or a stepper shows: its value, and how far it goes just now. */
export interface SecondsRange {
	readonly atSeconds: number;
	readonly minSeconds: number;
	readonly maxSeconds: number;
}

export function trimRange(shots: Shots, shot: Shot, payer: Shot | undefined, trim: Trim): SecondsRange {
	const atSeconds = shot.seconds;
	if (trim === "ripple") {
		const others = totalSeconds(shots) - atSeconds;
		const minSeconds = Math.max(MIN_SHOT_SECONDS, MIN_TOTAL_SECONDS - others);
		return { atSeconds, minSeconds, maxSeconds: MAX_TOTAL_SECONDS - others };
	}
	if (!payer) return { atSeconds, minSeconds: atSeconds, maxSeconds: atSeconds };
	return { atSeconds, minSeconds: MIN_SHOT_SECONDS, maxSeconds: atSeconds + payer.seconds - MIN_SHOT_SECONDS };
}

export function trimShot(shots: Shots, shot: Shot, payer: Shot | undefined, trim: Trim, seconds: number): Shots {
	const change = seconds - shot.seconds;
	const longer = addSeconds(shots, shot, change);
	return payer && trim === "roll" ? addSeconds(longer, payer, -change) : longer;
}

/** The very same shots where nothing changes, so that a drag back to its start is no edit. */
export function addSeconds(shots: Shots, shot: Shot, change: number): Shots {
	if (change === 0) return shots;
	return shots.map((each) => (each.id === shot.id ? { ...each, seconds: each.seconds + change } : each));
}
