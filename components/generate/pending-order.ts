import { type Order, orderSchema } from "@/lib/domain/submit/order";

const KEY = "storyreel:pending-order";

type Storage = Pick<globalThis.Storage, "getItem" | "setItem" | "removeItem">;

/** A click that has not been answered yet. It outlives a reload, and is sent again before anything else. */
export function keepPendingOrder(storage: Storage, order: Order): void {
	try {
		storage.setItem(KEY, JSON.stringify(order));
	} catch {
		// Forbidden storage: a reload in this very second is then answered by the history alone.
	}
}

export function readPendingOrder(storage: Storage): Order | null {
	try {
		const order = orderSchema.safeParse(JSON.parse(storage.getItem(KEY) ?? "null"));
		return order.success ? order.data : null;
	} catch {
		return null;
	}
}

/** An answer of either kind retires the key. */
export function retirePendingOrder(storage: Storage): void {
	try {
		storage.removeItem(KEY);
	} catch {
		// Forbidden storage held nothing.
	}
}
