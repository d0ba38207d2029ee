import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";

export type DoorAnswer = (request: IncomingMessage, response: ServerResponse) => void;

/** `null` for whatever Next answers. */
export type FindDoorAnswer = (request: Pick<IncomingMessage, "url">) => DoorAnswer | null;

declare global {
	/** Set by Next's copy of this module, asked by our http server's. */
	var storyreelAtTheDoor: FindDoorAnswer | undefined;
}

export function answerAtTheDoor(find: FindDoorAnswer): void {
	globalThis.storyreelAtTheDoor = find;
}

export const findDoorAnswer: FindDoorAnswer = (request) => globalThis.storyreelAtTheDoor?.(request) ?? null;
