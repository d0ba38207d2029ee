import * as z from "zod/mini";

export const MAX_SHOTS = 6;
export const MIN_SHOT_SECONDS = 1;
export const MIN_TOTAL_SECONDS = 3;
export const MAX_TOTAL_SECONDS = 15;
/** Far above any gateway's limit: a gateway's own limit judges, this only bounds what is stored. */
export const MAX_STORED_CHARS = 20_000;

export const wordsSchema = z.string().check(z.maxLength(MAX_STORED_CHARS));

/** `id` is unique within its draft, so that a shot keeps its identity while it moves. */
export const shotSchema = z.readonly(
	z.object({
		id: z.int().check(z.minimum(1)),
		seconds: z.int().check(z.minimum(MIN_SHOT_SECONDS), z.maximum(MAX_TOTAL_SECONDS)),
		words: wordsSchema,
	}),
);
export type Shot = z.infer<typeof shotSchema>;

export function totalSeconds(shots: readonly Shot[]): number {
	return shots.reduce((sum, shot) => sum + shot.seconds, 0);
}

/** One to six shots with different ids, whose seconds add up to a length a film may have. */
export const shotsSchema = z.readonly(
	z.array(shotSchema).check(
		z.minLength(1),
		z.maxLength(MAX_SHOTS),
		z.refine((shots) => new Set(shots.map((shot) => shot.id)).size === shots.length, "Two shots share an id."),
		z.refine((shots) => {
			const total = totalSeconds(shots);
			return total >= MIN_TOTAL_SECONDS && total <= MAX_TOTAL_SECONDS;
		}, `The shots must add up to ${MIN_TOTAL_SECONDS} to ${MAX_TOTAL_SECONDS} seconds.`),
	),
);
export type Shots = z.infer<typeof shotsSchema>;

/** The smallest id that is free, so that ids stay small however often a draft is edited. */
export function nextShotId(shots: Shots): number {
	const taken = new Set(shots.map((shot) => shot.id));
	let id = 1;
	while (taken.has(id)) id += 1;
	return id;
}
