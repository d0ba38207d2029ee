import "server-only";
import type { FailureCode } from "@/lib/domain/failure";
import type { Money } from "@/lib/domain/money";
import type { Answer } from "@/lib/gateways/api";
import { readProblem } from "@/lib/gateways/problem";
import { type RefusalRules, refuseFree } from "@/lib/gateways/refusals";
import type { ProbeOutcome } from "@/lib/ports/gateway";

type Bad = Extract<ProbeOutcome, { gatewayWords: string | null }>["kind"];

const MEANINGS: Readonly<Partial<Record<FailureCode, Bad>>> = {
	"refused-key": "wrong-key",
	"refused-legacy-key": "legacy-key",
	"refused-money": "no-money",
	"refused-account": "no-account",
};

export function readProbe(
	answer: Answer,
	rules: RefusalRules,
	balanceOf: (json: unknown) => Money | null,
): ProbeOutcome {
	const isGood = answer.isOk && answer.json !== undefined && readProblem(answer) === null;
	if (!isGood) return readProbeRefusal(answer, rules);
	const balance = balanceOf(answer.json);
	const isSpent = balance !== null && balance.micros <= 0;
	return isSpent ? { kind: "no-money", gatewayWords: null } : { kind: "good", balance };
}

export function readProbeRefusal(answer: Answer, rules: RefusalRules): ProbeOutcome {
	const { failure } = refuseFree(answer, rules);
	const kind = MEANINGS[failure.code];
	if (kind) return { kind, gatewayWords: failure.gatewayWords };
	const reason = `${rules.entry.label} answered ${answer.status}, which says nothing about the key.`;
	return { kind: "unclear", reason };
}
