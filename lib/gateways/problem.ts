import "server-only";
import { z } from "zod";
import type { Answer } from "@/lib/gateways/api";
import { id, lenient, text } from "@/lib/gateways/lenient";

/** What a gateway says went wrong, in whichever of the usual envelopes. */
export interface Problem {
	/** The most telling first. */
	readonly codes: readonly string[];
	/** Its own sentence, to be quoted. */
	readonly words: string | null;
}

const detailSchema = z.object({ code: id, type: id, message: text, msg: text, detail: text, suggestion: text });
const envelopeSchema = z.object({
	error: lenient(z.union([z.string().min(1), detailSchema])),
	success: lenient(z.boolean()),
	...detailSchema.shape,
});

type Detail = z.infer<typeof detailSchema>;

/** Inside a good status: below it lie the codes that mean well, and words are no proof of anything. */
const FIRST_BAD_CODE = 300;
const MAX_WORDS = 500;

/** `null` where the answer is a good one, whatever it holds. */
export function readProblem({ json, text, isOk }: Answer): Problem | null {
	const envelope = envelopeSchema.safeParse(json);
	if (!envelope.success) return isOk ? null : { codes: [], words: plainWords(text) };
	const { error, success, ...outer } = envelope.data;
	if (error !== null) return describeProblem(error, outer);
	const isBad = !isOk || success === false || Number(outer.code) >= FIRST_BAD_CODE;
	return isBad ? describeProblem(outer) : null;
}

/** What a good answer says besides, where it says anything. */
export function wordsOf({ json }: Answer): string | null {
	const envelope = envelopeSchema.safeParse(json).data;
	return envelope ? describeProblem(envelope).words : null;
}

/** For the `error` member of a task that failed. */
export const taskErrorSchema = lenient(z.union([z.string().min(1), detailSchema])).transform((error) =>
	error === null ? null : describeProblem(error),
);

function describeProblem(error: string | Detail, outer?: Detail): Problem {
	const inner = typeof error === "string" ? null : error;
	const codes = [inner?.code, inner?.type, outer?.code].filter((each) => typeof each === "string");
	const message = inner ? (inner.message ?? inner.msg ?? inner.detail ?? outer?.message) : error;
	const words = [message, inner?.suggestion].filter((each) => typeof each === "string");
	return { codes, words: words.length > 0 ? words.join(" ").slice(0, MAX_WORDS) : null };
}

/** Markup, or JSON that broke off, is nobody's sentence. */
function plainWords(text: string): string | null {
	const words = text.trim();
	return words === "" || /^[<{[]/.test(words) ? null : words.slice(0, MAX_WORDS);
}
