import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export function makeTempDir(): string {
	return mkdtempSync(join(tmpdir(), "storyreel-"));
}

export function removeDir(directory: string): void {
	rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
}
