import { affirmedWords } from "../animatic-plan/affirmed-words";
import { findAll, type Match } from "../animatic-plan/match";
import type { MoveKind } from "../animatic-plan/plan";
import { MOVES } from "../animatic-plan/words/moves";
import { countPointsUpTo, type TextRange } from "../text-range";

export interface CameraMove {
	readonly kind: MoveKind;
	readonly words: string;
	readonly range: TextRange;
	/** 1 is the usual pace; "slow" is less, "fast" more. */
	readonly strength: number;
}

/** The camera moves a text asks for, in its order; what it denies ("no zoom") is not asked. */
export function findCameraMoves(text: string): readonly CameraMove[] {
	const pointAt = countPointsUpTo(text);
	return findMovePlaces(text).map(({ kind, index, end }) => ({
		kind,
		words: text.slice(index, end),
		range: { start: pointAt(index), end: pointAt(end) },
		strength: readStrength(text, index, end),
	}));
}

/** The same, in UTF-16 units. */
export function findMovePlaces(text: string): readonly Match<MoveKind>[] {
	const affirmed = affirmedWords(text);
	return keepHeaviest(findAll(text, MOVES)).filter(({ kind, index, end }) => {
		return kind === "locked-off" || affirmed.slice(index, end).trim() !== "";
	});
}

/** Of phrases that overlap the one that says more stands: "whip pan left" is a whip pan. */
function keepHeaviest(matches: readonly Match<MoveKind>[]): Match<MoveKind>[] {
	const kept: Match<MoveKind>[] = [];
	for (const match of matches) {
		const last = kept.at(-1);
		if (!last || match.index >= last.end) kept.push(match);
		else if (match.weight > last.weight) kept[kept.length - 1] = match;
	}
	return kept;
}

const REACH = 24;
const SLOW = /(?<!\p{L})(?:slow|gentl[ey]|subtl[ey]|soft|gradual|slight|lingering)|缓缓|慢慢|缓慢|轻轻/iu;
const FAST = /(?<!\p{L})(?:fast|quick|rapid|swift|sudden|dramatic|crash|aggressive|whip)|快速|迅速|猛/iu;

function readStrength(text: string, start: number, end: number): number {
	const before =
		text
			.slice(Math.max(0, start - REACH), start)
			.split(/[,.;:，。；：\n]/)
			.at(-1) ?? "";
	const after = text.slice(end, end + REACH).split(/[,.;:，。；：\n]/)[0] ?? "";
	const around = before + text.slice(start, end) + after;
	if (SLOW.test(around)) return 0.7;
	return FAST.test(around) ? 1.4 : 1;
}
