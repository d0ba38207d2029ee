import "server-only";
import type { Bill } from "@/lib/domain/bill";
import type { CatalogEntry } from "@/lib/domain/catalog/entry";
import { type Answer, rawReply } from "@/lib/gateways/api";
import { type TaskFailureCode, taskFailure } from "@/lib/gateways/failures";
import { type RefusalRules, refuseFree } from "@/lib/gateways/refusals";
import type { LookOutcome, RemoteFilm } from "@/lib/ports/gateway";

type Unclear = Extract<LookOutcome, { kind: "unclear" }>;

/** The key, its rights, its money; at useapi.net also the Kling account behind it. */
const NEEDS_A_PERSON: readonly number[] = [401, 402, 403, 412, 596];
const NEEDS_A_PERSON_WAIT_MS = 60_000;

/** A failed look is not a failed take. */
export function unclear(answer: Answer, rules: RefusalRules): Unclear {
	const { status, isOk, cut, retryAfterMs } = answer;
	if (NEEDS_A_PERSON.includes(status)) return awaitPerson(answer, rules);
	const { label } = rules.entry;
	const isReadable = isOk && !cut;
	const reason = isReadable ? `${label}'s answer could not be read.` : `${label} answered ${status} when asked.`;
	return { kind: "unclear", reason, retryAfterMs };
}

/** The sentence says what to mend; nothing but a person's hand does, so looks are far apart. */
export function awaitPerson(answer: Answer, rules: RefusalRules): Unclear {
	const reason = refuseFree(answer, rules).failure.sentence;
	return { kind: "unclear", reason, retryAfterMs: answer.retryAfterMs ?? NEEDS_A_PERSON_WAIT_MS };
}

export function failed(
	code: TaskFailureCode,
	words: string | null,
	{ entry, answer, bill }: { readonly entry: CatalogEntry; readonly answer: Answer; readonly bill: Bill },
): LookOutcome {
	return { kind: "failed", failure: taskFailure(code, entry, words), bill, rawReply: rawReply(answer) };
}

/** A film's address is only taken where one can be fetched; a finished task without one was still paid for. */
export function finished(
	film: Omit<RemoteFilm, "url"> & { readonly url: string | null },
	context: { readonly entry: CatalogEntry; readonly answer: Answer; readonly bill: Bill },
): LookOutcome {
	const { url } = film;
	if (url === null || !isWebAddress(url)) return failed("reply-drift", null, context);
	return { kind: "done", film: { ...film, url }, bill: context.bill, rawReply: rawReply(context.answer) };
}

export function isWebAddress(text: string): boolean {
	return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
