import "server-only";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";

export interface Scratch {
	readonly source: string;
	readonly target: string;
}

/** A private folder with the whole of `bytes` in a file, gone when `work` is done. */
export async function withScratch<Answer>(
	bytes: AsyncIterable<Uint8Array>,
	signal: AbortSignal,
	work: (scratch: Scratch) => Promise<Answer>,
): Promise<Answer> {
	const folder = await mkdtemp(join(tmpdir(), "storyreel-image-"));
	const scratch = { source: join(folder, "source"), target: join(folder, "target") };
	try {
		await pipeline(bytes, createWriteStream(scratch.source, { flags: "wx", mode: 0o600 }), { signal });
		return await work(scratch);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
