import "server-only";
import type { Acted } from "@/lib/actions/act";
import type { ActProblem } from "@/lib/domain/act-problem";
import type { BrowserId } from "@/lib/domain/ids";
import type { TakesNews } from "@/lib/domain/take/takes-news";
import { runtime } from "@/lib/runtime/runtime";

/** The stream's only message where it may not be opened. */
export interface TakesRefused {
	readonly kind: "refused";
	readonly problem: ActProblem;
}

/** Ends after its lease: ask again from the last cursor. */
export type TakesStream = AsyncIterable<TakesNews | TakesRefused>;

interface Opening {
	readonly browserId: BrowserId;
	readonly from: number | null;
}

export function openStream(opened: Acted<Opening>): TakesStream {
	if (!opened.ok) return refusedStream(opened.problem);
	const { doors, watches } = runtime();
	const watch = watches.open(doors, opened.value.browserId, opened.value.from);
	return { [Symbol.asyncIterator]: () => watch };
}

function refusedStream(problem: ActProblem): TakesStream {
	const messages: TakesRefused[] = [{ kind: "refused", problem }];
	const end = async () => ({ done: true as const, value: undefined });
	const next = async () => {
		const value = messages.shift();
		return value ? { done: false as const, value } : end();
	};
	return { [Symbol.asyncIterator]: () => ({ next, return: end, throw: end }) };
}
