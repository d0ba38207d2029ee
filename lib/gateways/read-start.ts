import "server-only";
import type { Bill } from "@/lib/domain/bill";
import { type Answer, rawReply } from "@/lib/gateways/api";
import { type Problem, readProblem } from "@/lib/gateways/problem";
import { isOpen, type RefusalRules, refuse, rule } from "@/lib/gateways/refusals";
import type { StartOutcome } from "@/lib/ports/gateway";

export interface AcceptedTask {
	readonly remoteId: string;
	readonly etaSeconds: number | null;
	readonly bill: Bill;
}

/** The task's id first: whoever has an id has been charged, whatever else the answer says. */
export function readStart(
	answer: Answer,
	accepted: (json: unknown) => AcceptedTask | null,
	rules: RefusalRules,
): StartOutcome {
	const raw = rawReply(answer);
	const task = answer.isOk ? accepted(answer.json) : null;
	if (task) return { kind: "accepted", ...task, rawReply: raw };
	const problem = readProblem(answer);
	const ruling = rule(answer, problem, rules);
	if (isOpen(ruling)) {
		const reason = explain(answer, problem, rules.entry.label);
		return { kind: "unknown", reason, mayRepeat: ruling !== "unrepeatable", rawReply: raw };
	}
	return { kind: "refused", ...refuse(ruling, answer, problem?.words ?? null, rules.entry), rawReply: raw };
}

function explain({ status, isOk, cut }: Answer, problem: Problem | null, label: string): string {
	if (cut) return `${label} answered ${status}, and the answer broke off.`;
	if (isOk && !problem) return `${label} answered ${status}, but named no task.`;
	const words = problem?.words ? ` Its words: “${problem.words}”` : "";
	return `${label} answered ${status}, which leaves open whether the film was ordered.${words}`;
}
