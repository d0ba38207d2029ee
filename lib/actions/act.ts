import "server-only";
import { headers } from "next/headers";
import type * as z from "zod/mini";
import type { ActProblem } from "@/lib/domain/act-problem";
import type { BrowserId, RecoveryId } from "@/lib/domain/ids";
import { type Result, refuse } from "@/lib/domain/result";
import type { LimitRule } from "@/lib/ports/limiter";
import { admitWriter } from "@/lib/runtime/admit";
import { clientAddress, isThisMachine } from "@/lib/runtime/request-facts";
import { runtime } from "@/lib/runtime/runtime";
import type { Doors } from "@/lib/services/doors";

export interface ActRules<Input> {
	/** Names it in the log. */
	readonly name: string;
	readonly schema: z.ZodMiniType<Input>;
	/** For each browser. */
	readonly limit?: LimitRule;
	/** For each address, since a new cookie must not bring a new allowance. */
	readonly addressLimit?: LimitRule;
}

export interface Actor {
	readonly doors: Doors;
	readonly browserId: BrowserId;
	/** Where it is another device's history: by which recovery link it came. */
	readonly joinedBy: RecoveryId | null;
	/** `null` for the people of this machine. */
	readonly address: string | null;
}

export type Acted<Value, Problem = never> = Result<Value, Problem | ActProblem>;

const USUAL_LIMIT: LimitRule = { name: "action", points: 300, perMs: 60_000 };
/** A whole studio may stand behind one address. */
const USUAL_ADDRESS_LIMIT: LimitRule = { name: "action-address", points: 3_000, perMs: 60_000 };

const MALFORMED: ActProblem = {
	kind: "malformed",
	sentence: "This page is out of step with the server. Reload it and try again.",
};
const BROKEN: ActProblem = {
	kind: "broken",
	sentence: "Something broke on the server. Try again; a click is never carried out twice.",
};

/** What every action goes through: who asks, whether they may, whether it makes sense; then one service. Never throws. */
export async function act<Input, Value, Problem>(
	rules: ActRules<Input>,
	given: unknown,
	run: (actor: Actor, input: Input) => Promise<Result<Value, Problem>>,
): Promise<Acted<Value, Problem>> {
	const { doors } = runtime();
	try {
		const admitted = await admit(rules, doors);
		if (!admitted.ok) return admitted;
		const input = rules.schema.safeParse(given);
		if (!input.success) return refuse(MALFORMED);
		return await run({ doors, ...admitted.value }, input.data);
	} catch (problem) {
		doors.log.error("action-failed", { action: rules.name }, problem);
		return refuse(BROKEN);
	}
}

async function admit(
	{ limit = USUAL_LIMIT, addressLimit = USUAL_ADDRESS_LIMIT }: ActRules<unknown>,
	doors: Doors,
): Promise<Result<Omit<Actor, "doors">, ActProblem>> {
	const { limiter } = doors;
	const request = await headers();
	const admission = await admitWriter(request, doors);
	if (admission.kind === "refused") {
		const { code, sentence } = admission.refusal;
		return refuse({ kind: "not-admitted", code, sentence });
	}
	const { browserId, joinedBy } = admission;
	const address = clientAddress(request);
	const counts = [limiter.take(limit, browserId, 1), limiter.take(addressLimit, address, 1)];
	for (const count of await Promise.all(counts))
		if (count.kind === "limited") return refuse(tooOften(count.retryAfterMs));
	return { ok: true, value: { browserId, joinedBy, address: isThisMachine(request) ? null : address } };
}

function tooOften(retryAfterMs: number): ActProblem {
	const seconds = Math.ceil(retryAfterMs / 1_000);
	return { kind: "limited", retryAfterMs, sentence: `That was very often. Try again in ${seconds} s.` };
}
