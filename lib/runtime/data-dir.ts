import "server-only";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

export class DataDirError extends Error {
	override readonly name = "DataDirError";
}

/** Makes the data directory and proves that it can be written to. */
export async function prepareDataDir(dataDir: string): Promise<void> {
	const probe = join(dataDir, `.probe-${process.pid}`);
	try {
		await mkdir(dataDir, { recursive: true, mode: 0o700 });
		await writeFile(probe, "");
		await rm(probe);
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw new DataDirError(`DATA_DIR ${dataDir} cannot be written to (${reason}). Choose another directory.`);
	}
}
