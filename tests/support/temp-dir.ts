import { mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const IN_MEMORY = "/dev/shm";

export function makeTempDir(root: string = tmpdir()): string {
	return mkdtempSync(join(root, "storyreel-"));
}

/** Where files are made fastest: in memory, where there is plenty of it. */
export function fastestTempRoot(): string {
	try {
		const { bavail, bsize } = statfsSync(IN_MEMORY);
		return bavail * bsize > 2_000_000_000 ? IN_MEMORY : tmpdir();
	} catch {
		return tmpdir();
	}
}

export function removeDir(directory: string): void {
	rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
}
