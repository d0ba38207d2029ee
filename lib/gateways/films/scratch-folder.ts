import "server-only";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PREFIX = "storyreel-film-";
/** No film takes longer; what is older was left by a process that died. */
const ABANDONED_MS = 60 * 60_000;

/** A private folder, gone when `work` is done. */
export async function withScratchFolder<Answer>(work: (folder: string) => Promise<Answer>): Promise<Answer> {
	const folder = await mkdtemp(join(tmpdir(), PREFIX));
	try {
		return await work(folder);
	} finally {
		await rm(folder, { recursive: true, force: true, maxRetries: 3 });
	}
}

/** Removes what processes that died left behind. */
export async function sweepScratch(nowMs: number): Promise<void> {
	for (const name of await readdir(tmpdir())) {
		if (!name.startsWith(PREFIX)) continue;
		const folder = join(tmpdir(), name);
		const touchedMs = await stat(folder).then(
			({ mtimeMs }) => mtimeMs,
			() => nowMs,
		);
		if (nowMs - touchedMs > ABANDONED_MS) await rm(folder, { recursive: true, force: true });
	}
}
