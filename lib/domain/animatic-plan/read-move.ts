import { blank, findAll, heaviest } from "./match";
import type { MoveKind, PlannedMove } from "./plan";
import { FILM_TALK, MOVES } from "./words/moves";

const SLOW =
	/(?<![\p{L}])(?:slow\w*|gentl[ey]|subtl[ey]|soft\w*|gradual\w*|slight\w*|lingering)(?![\p{L}])|缓缓|慢慢|缓慢|轻轻/iu;
const FAST =
	/(?<![\p{L}])(?:fast|quick\w*|rapid\w*|swift\w*|sudden\w*|dramatic\w*|crash|aggressive\w*)(?![\p{L}])|快速|迅速|猛/iu;
const NEAR = 24;
const QUIET: readonly MoveKind[] = ["push-in", "truck-right", "pull-out", "truck-left", "push-in", "drift"];

function strengthAround(text: string, index: number, end: number): number {
	const around = text.slice(Math.max(0, index - NEAR), end + NEAR);
	if (SLOW.test(around)) return 0.7;
	return FAST.test(around) ? 1.4 : 1;
}

/** The camera move asked for; where none is, a quiet one that differs from shot to shot. */
export function readMove(text: string, shotIndex: number): PlannedMove {
	const best = heaviest(findAll(text, MOVES));
	if (best) return { kind: best.kind, asked: true, strength: strengthAround(text, best.index, best.end) };
	return { kind: QUIET[shotIndex % QUIET.length] ?? "drift", asked: false, strength: 0.55 };
}

const FILM_TALK_PATTERN = new RegExp(`(?<![\\p{L}])(?:${FILM_TALK})(?![\\p{L}])`, "giu");

/** The words without the talk of filming, so that a crane shot hatches no bird. */
export function withoutFilmTalk(text: string): string {
	return findAll(blank(text, FILM_TALK_PATTERN), MOVES).reduce(
		(left, move) =>
			/fly|soar|reveal|follow/iu.test(move.word)
				? left
				: left.slice(0, move.index) + " ".repeat(move.end - move.index) + left.slice(move.end),
		blank(text, FILM_TALK_PATTERN),
	);
}
