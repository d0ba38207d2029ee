import { once } from "node:events";
import { WebSocket } from "undici";
import { z } from "zod/mini";

const replySchema = z.object({
	id: z.optional(z.nullable(z.number())),
	type: z.string(),
	result: z.optional(z.unknown()),
	message: z.optional(z.string()),
});

interface Asked {
	resolve(result: unknown): void;
	reject(reason: Error): void;
}

export interface Bidi {
	call(method: string, params: object): Promise<unknown>;
	close(): void;
}

/** WebDriver BiDi as Firefox speaks it: commands with a number, answers with the same. */
export async function openBidi(url: string): Promise<Bidi> {
	const socket = new WebSocket(`${url}/session`);
	const waiting = new Map<number, Asked>();
	let last = 0;
	socket.addEventListener("message", ({ data }) => {
		const { id, type, result, message } = replySchema.parse(JSON.parse(String(data)));
		const asked = waiting.get(id ?? -1);
		if (type === "error") asked?.reject(new Error(message));
		else asked?.resolve(result);
	});
	socket.addEventListener("close", () => {
		for (const { reject } of waiting.values()) reject(new Error("Firefox hung up."));
	});
	await once(socket, "open");
	return {
		call(method, params) {
			const id = ++last;
			socket.send(JSON.stringify({ id, method, params }));
			return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
		},
		close: () => socket.close(),
	};
}
