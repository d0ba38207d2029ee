import "server-only";
import { parseJson } from "@/lib/gateways/parse-json";
import type { CallbackReading, RawCallback } from "@/lib/ports/gateway";

export interface NamedTask {
	readonly remoteId: string | null;
	/** Distinguishes one notice about the task from the next; `null` where the body cannot tell. */
	readonly event: string | null;
}

/** A body proves nothing by itself: it only says which task is worth a look. */
export function readHint({ body }: RawCallback, nameTask: (json: unknown) => NamedTask): CallbackReading {
	const { remoteId, event } = nameTask(parseJson(Buffer.from(body).toString("utf8")));
	const eventId = remoteId !== null && event !== null ? `${remoteId}:${event}` : null;
	return { kind: "hint", remoteId, eventId };
}
