import { findCameraMoves } from "../prose/camera-moves";
import { blank, findAll } from "./match";
import type { MoveKind, PlannedMove } from "./plan";
import { FILM_TALK, MOVES } from "./words/moves";

const QUIET: readonly MoveKind[] = ["push-in", "truck-right", "pull-out", "truck-left", "push-in", "drift"];

/** The camera move asked for; where none is, a quiet one that differs from shot to shot. */
export function readMove(text: string, shotIndex: number): PlannedMove {
	const asked = findCameraMoves(text)[0];
	if (asked) return { kind: asked.kind, asked: true, strength: asked.strength };
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
