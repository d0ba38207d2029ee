import "server-only";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A private folder, gone when `work` is done. */
export async function withScratchFolder<Answer>(work: (folder: string) => Promise<Answer>): Promise<Answer> {
	const folder = await mkdtemp(join(tmpdir(), "storyreel-film-"));
	try {
		return await work(folder);
	} finally {
		await rm(folder, { recursive: true, force: true, maxRetries: 3 });
	}
}
