import { catalogEntry } from "../catalog/catalog";
import type { Draft } from "../draft";
import { canonicalJson } from "../draft/canonical-json";
import type { Failure } from "../failure";
import type { GatewayId } from "../gateway-id";
import { judgeDraft } from "../judge/judge";
import type { TakeView } from "../take/view";
import { type GatewayQuote, quoteAll } from "./quote-all";

/** Whether another gateway may be paid for this: only where nothing was and nothing can be charged. */
export function mayGoElsewhere({ charged }: Failure): boolean {
	return charged === "no";
}

/** The same without being asked each time: a definite refusal, or nothing was sent. What was refused for its content is the person's to change. */
export function mayGoElsewhereByItself(failure: Failure): boolean {
	const isRefusal = failure.code.startsWith("refused-") && failure.code !== "refused-moderation";
	return mayGoElsewhere(failure) && (isRefusal || failure.code === "not-sent");
}

/** The cheapest of `payable` that would take this draft and has not refused it yet. */
export function cheapestElsewhere(
	draft: Draft,
	payable: readonly GatewayId[],
	takes: readonly TakeView[],
): GatewayQuote | null {
	const refused = whoRefused(draft, takes);
	const able = quoteAll(draft).find(
		({ gateway, quote }) =>
			quote.kind === "exact" &&
			payable.includes(gateway) &&
			!refused.has(gateway) &&
			judgeDraft(draft, catalogEntry(gateway)).refusals.length === 0,
	);
	return able ?? null;
}

function whoRefused(draft: Draft, takes: readonly TakeView[]): ReadonlySet<GatewayId> {
	const wanted = canonicalJson(draft);
	const refused = takes.filter((take) => take.state.kind === "failed" && canonicalJson(take.draft) === wanted);
	return new Set(refused.map((take) => take.gateway));
}
