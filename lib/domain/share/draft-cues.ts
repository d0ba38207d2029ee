import type { AnimaticPlan } from "../animatic-plan/plan";
import type { Cue } from "./cue";

export interface TimedLine {
	readonly startMs: number;
	readonly endMs: number;
	readonly text: string;
}

const SECOND_MS = 1_000;
const SHORTEST_MS = 700;
/** Two lines of a caption. */
const LONGEST_CHARS = 84;

export function plannedLines({ shots, fps }: Pick<AnimaticPlan, "shots" | "fps">): readonly TimedLine[] {
	return shots.flatMap((shot) =>
		shot.lines.map(({ startSeconds, seconds, text }) => {
			const startMs = Math.round((shot.startFrame / fps + startSeconds) * SECOND_MS);
			return { startMs, endMs: startMs + Math.round(seconds * SECOND_MS), text };
		}),
	);
}

/** Captions to start from: in order, one at a time, within the film, long lines in pieces. */
export function draftCues(lines: readonly TimedLine[], filmMs: number): readonly Cue[] {
	const pieces = lines
		.filter((line) => line.text.trim() !== "")
		.toSorted((a, b) => a.startMs - b.startMs)
		.flatMap(splitLine);
	return pieces.flatMap(({ startMs, endMs, text }, index) => {
		const next = pieces[index + 1]?.startMs ?? filmMs;
		const lastMs = Math.min(filmMs, Math.max(next, startMs));
		const cue = { startMs, endMs: Math.min(lastMs, Math.max(endMs, startMs + SHORTEST_MS)), text };
		return cue.endMs > cue.startMs ? [cue] : [];
	});
}

function splitLine({ startMs, endMs, text }: TimedLine): readonly TimedLine[] {
	const pieces = wrap(text);
	const total = pieces.reduce((sum, piece) => sum + piece.length, 0);
	let spoken = 0;
	return pieces.map((piece) => {
		const from = startMs + Math.round(((endMs - startMs) * spoken) / total);
		spoken += piece.length;
		return { startMs: from, endMs: startMs + Math.round(((endMs - startMs) * spoken) / total), text: piece };
	});
}

function wrap(text: string): readonly string[] {
	const pieces: string[] = [];
	for (const word of text.trim().split(/\s+/u)) {
		const last = pieces.at(-1);
		if (last !== undefined && last.length + 1 + word.length <= LONGEST_CHARS)
			pieces[pieces.length - 1] = `${last} ${word}`;
		else pieces.push(...chunks(word));
	}
	return pieces;
}

/** A script without spaces is one long word. */
function chunks(word: string): readonly string[] {
	const chars = [...word];
	return Array.from({ length: Math.ceil(chars.length / LONGEST_CHARS) }, (_, index) =>
		chars.slice(index * LONGEST_CHARS, (index + 1) * LONGEST_CHARS).join(""),
	);
}
