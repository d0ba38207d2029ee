import { onTestFinished } from "vitest";
import { makeTempDir, removeDir } from "./temp-dir";

/** Gone when the test is. */
export function testDir(): string {
	const directory = makeTempDir();
	onTestFinished(() => removeDir(directory));
	return directory;
}
