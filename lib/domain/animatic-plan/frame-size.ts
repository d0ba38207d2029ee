import type { Draft, Ratio, Resolution } from "../draft";

export interface FrameSize {
	readonly width: number;
	readonly height: number;
}

const SHORT_SIDE: Readonly<Record<Resolution, number>> = { "720p": 720, "1080p": 1080 };
const SIDES: Readonly<Record<Ratio, readonly [across: number, down: number]>> = {
	"16:9": [16, 9],
	"9:16": [9, 16],
	"1:1": [1, 1],
};
/** An image may be as slim as 1:2.5; its film keeps the picture area within what the tier means. */
const LONGEST_TO_SHORTEST = 16 / 9;

function even(length: number): number {
	return Math.max(2, Math.round(length / 2) * 2);
}

/** The first frame's shape when there is one, the chosen ratio otherwise; always even, as video needs it. */
export function frameSize(draft: Pick<Draft, "image" | "ratio" | "resolution">): FrameSize {
	const short = SHORT_SIDE[draft.resolution];
	const [across, down] = draft.image ? [draft.image.width, draft.image.height] : SIDES[draft.ratio];
	const long = Math.max(across, down) / Math.min(across, down);
	const scale = long > LONGEST_TO_SHORTEST ? (short * LONGEST_TO_SHORTEST) / long : short;
	const unit = scale / Math.min(across, down);
	return { width: even(across * unit), height: even(down * unit) };
}
