import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

export function makeTempDir(): string {
	return mkdtempSync(join(tmpdir(), "storyreel-"));
}

export function removeDir(directory: string): void {
	rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
}

/** Gone when the test is. */
export function testDir(): string {
	const directory = makeTempDir();
	onTestFinished(() => removeDir(directory));
	return directory;
}
