import "server-only";
import type { Readable } from "node:stream";

export interface ReadText {
	readonly text: string;
	/** It broke off, took too long, or was longer than anything a gateway has to say. */
	readonly cut: boolean;
}

export interface ReplyLimits {
	readonly maxBytes: number;
	readonly maxMs: number;
}

/** Keeps what arrived: half an answer still has a status, and is worth storing. */
export async function readCapped(body: Readable, { maxBytes, maxMs }: ReplyLimits): Promise<ReadText> {
	const deadline = setTimeout(() => body.destroy(new Error("The answer took too long.")), maxMs);
	const chunks: Buffer[] = [];
	let size = 0;
	let cut = false;
	try {
		for await (const chunk of body) {
			const bytes = Buffer.from(chunk);
			size += bytes.length;
			cut = size > maxBytes;
			if (cut) break;
			chunks.push(bytes);
		}
	} catch {
		cut = true;
	} finally {
		clearTimeout(deadline);
	}
	return { text: Buffer.concat(chunks).toString("utf8"), cut };
}
