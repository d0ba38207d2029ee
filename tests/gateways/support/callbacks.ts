import type { RawCallback } from "@/lib/ports/gateway";
import type { ReceivedCallback } from "../../emulators/support/receiver";

/** A delivery as the route hands it on. */
export function receivedAs({ headers, text }: ReceivedCallback, others: Partial<RawCallback> = {}): RawCallback {
	const plain = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
	return { headers: plain, body: new TextEncoder().encode(text), nowMs: Date.now(), secret: null, ...others };
}
