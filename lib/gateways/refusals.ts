import "server-only";
import type { CatalogEntry } from "@/lib/domain/catalog/entry";
import type { Failure } from "@/lib/domain/failure";
import type { Answer } from "@/lib/gateways/api";
import { type RefusalCode, refusal } from "@/lib/gateways/failures";
import { type Problem, readProblem, wordsOf } from "@/lib/gateways/problem";

/**
 * `unknown`: the request may have been carried out all the same. `unrepeatable`: that too, and the gateway says itself that
 * the same request under the same key will bring no more.
 */
export type Ruling = RefusalCode | Open | { readonly code: RefusalCode; readonly sentence: string };

type Open = "unknown" | "unrepeatable";

export function isOpen(ruling: Ruling): ruling is Open {
	return ruling === "unknown" || ruling === "unrepeatable";
}

/** How one gateway says no. */
export interface RefusalRules {
	readonly entry: CatalogEntry;
	/** Decides before the status does, except where the status leaves the outcome open. */
	readonly byCode: Readonly<Record<string, Ruling>>;
	/** Only where the gateway means something of its own by a status. */
	readonly byStatus?: Readonly<Record<number, Ruling>>;
	/** Where its words or the request say more than the code. */
	readonly refine?: (ruling: Ruling, problem: Problem) => Ruling;
}

const USUAL: Readonly<Record<number, RefusalCode>> = {
	400: "refused-input",
	401: "refused-key",
	402: "refused-money",
	403: "refused-permission",
	413: "refused-image",
	422: "refused-input",
	429: "refused-busy",
};
const LEAVES_OPEN: readonly number[] = [408, 409, 425];

/** What an answer without a task means for the request. */
export function rule(answer: Answer, problem: Problem | null, rules: RefusalRules): Ruling {
	if (!problem) return "unknown";
	const ruling = ruleByTables(answer, problem, rules);
	return rules.refine?.(ruling, problem) ?? ruling;
}

function ruleByTables(answer: Answer, problem: Problem, { byCode, byStatus }: RefusalRules): Ruling {
	const status = statedStatus(answer, problem);
	const own = byStatus?.[status];
	if (own) return own;
	const code = problem.codes.find((each) => Object.hasOwn(byCode, each));
	const known = code === undefined ? undefined : byCode[code];
	if (known === "unrepeatable") return known;
	const isRedirect = status < 400 && !answer.isOk;
	if (isRedirect || status >= 500 || LEAVES_OPEN.includes(status)) return "unknown";
	return known ?? USUAL[status] ?? "refused-unknown";
}

/** A good status may carry the true one inside its body. */
function statedStatus({ status, isOk }: Answer, problem: Problem): number {
	const stated = Number(problem.codes.find((code) => /^[45]\d\d$/.test(code)));
	return isOk && stated ? stated : status;
}

export interface Refused {
	readonly failure: Failure;
	readonly retryAfterMs: number | null;
}

const USUAL_WAIT_MS = 10_000;

export function refuse(
	ruling: Exclude<Ruling, Open>,
	answer: Answer,
	words: string | null,
	entry: CatalogEntry,
): Refused {
	const code = typeof ruling === "string" ? ruling : ruling.code;
	const sentence = typeof ruling === "string" ? undefined : ruling.sentence;
	const retryAfterMs = code === "refused-busy" ? (answer.retryAfterMs ?? USUAL_WAIT_MS) : null;
	return { failure: refusal(code, entry, words, sentence), retryAfterMs };
}

/** For free requests: what stopped it, and whether to come back. `senseless` names an answer that is neither good nor bad. */
export function refuseFree(answer: Answer, rules: RefusalRules, senseless: RefusalCode = "refused-unknown"): Refused {
	const problem = readProblem(answer);
	const ruling = rule(answer, problem, rules);
	const open = answer.isOk ? senseless : "refused-busy";
	const words = problem?.words ?? wordsOf(answer);
	return refuse(isOpen(ruling) ? open : ruling, answer, words, rules.entry);
}
