import { setTimeout as wait } from "node:timers/promises";
import type { BrowserId, TakeId } from "@/lib/domain/ids";
import type { Order } from "@/lib/domain/submit/order";

export interface Wish {
	readonly browserId: BrowserId;
	readonly order?: Order;
	readonly retryOf?: TakeId | null;
	readonly takeId?: TakeId;
	readonly charged?: "yes" | "no";
}

const PATIENCE_MS = 6_000;
const PAUSE_MS = 60;

/** Asks whoever is up until somebody answers, as a page does that was reloaded: with the very same key. */
export async function insist<Answer>(
	origins: readonly string[],
	path: string,
	wish: Wish | { readonly ms: number },
	isOver: () => boolean = () => false,
): Promise<Answer | null> {
	for (let turn = Math.floor(Math.random() * origins.length); !isOver(); turn += 1) {
		try {
			const response = await fetch(`${origins[turn % origins.length]}${path}`, {
				method: "POST",
				body: JSON.stringify(wish),
				signal: AbortSignal.timeout(PATIENCE_MS),
			});
			const text = await response.text();
			if (response.ok) return JSON.parse(text) as Answer;
			if (process.env.CHAOS_LOG) console.error(path, response.status, text);
		} catch {
			// Down, or on its way up.
		}
		await wait(PAUSE_MS);
	}
	return null;
}
