import { retryTake, submitTake } from "@/lib/actions/takes";
import type { GatewayId } from "@/lib/domain/gateway-id";
import type { TakeId } from "@/lib/domain/ids";
import type { Order, Repeat } from "@/lib/domain/submit/order";

/** What one click asks for: a draft, or an earlier take once more. */
export type Wish =
	| { readonly kind: "order"; readonly order: Order }
	| { readonly kind: "repeat"; readonly repeat: Repeat; readonly gateway: GatewayId };

export function gatewayOf(wish: Wish): GatewayId {
	return wish.kind === "order" ? wish.order.gateway : wish.gateway;
}

/** The take it is about, where a refusal is to be said beside that one. */
export function subjectOf(wish: Wish): TakeId | null {
	return wish.kind === "repeat" ? wish.repeat.takeId : null;
}

export function sendWish(wish: Wish) {
	return wish.kind === "order" ? submitTake(wish.order) : retryTake(wish.repeat);
}

/** The same click, now that these takes have been named to the person. */
export function withLeaving(wish: Wish, named: readonly TakeId[]): Wish {
	const add = (leaving: readonly TakeId[]) => [...new Set([...leaving, ...named])];
	return wish.kind === "order"
		? { ...wish, order: { ...wish.order, leaving: add(wish.order.leaving) } }
		: { ...wish, repeat: { ...wish.repeat, leaving: add(wish.repeat.leaving) } };
}
