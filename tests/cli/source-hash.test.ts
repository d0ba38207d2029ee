import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { hashSources } from "@/lib/cli/source-hash.mjs";
import { testDir } from "../support/test-dir";

function write(root: string, files: Readonly<Record<string, string>>): void {
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(join(root, path, ".."), { recursive: true });
		writeFileSync(join(root, path), text);
	}
}

const files = { "app/page.tsx": "a", "lib/domain/shot.ts": "b", "package-lock.json": "{}", "next.config.mjs": "c" };

describe("the sources' hash", () => {
	test("is the same for the same files", () => {
		const [one, other] = [testDir(), testDir()];
		write(one, files);
		write(other, files);
		expect(hashSources(one)).toBe(hashSources(other));
	});

	test.each(Object.keys(files))("changes with %s", (path) => {
		const root = testDir();
		write(root, files);
		const before = hashSources(root);
		write(root, { [path]: "changed" });
		expect(hashSources(root)).not.toBe(before);
	});

	test("changes when a file is added, removed or moved", () => {
		const root = testDir();
		write(root, files);
		const before = hashSources(root);
		write(root, { "lib/domain/take.ts": "b" });
		const added = hashSources(root);
		rmSync(join(root, "lib/domain/shot.ts"));
		expect(new Set([before, added, hashSources(root)]).size).toBe(3);
	});

	test("does not change with what is no part of a build", () => {
		const root = testDir();
		write(root, files);
		const before = hashSources(root);
		write(root, { "tests/a.test.ts": "t", "README.md": "r", "lib/README.md": "r", "data/pg/base": "d" });
		expect(hashSources(root)).toBe(before);
	});
});
