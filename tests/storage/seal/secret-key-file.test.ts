import { chmodSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readOrMakeSecretKey } from "@/lib/storage/seal/secret-key-file";
import { testDir } from "../../support/test-dir";

describe("the secret key of a data directory", () => {
	it("is made once, and kept", () => {
		const directory = join(testDir(), "data");
		const secret = readOrMakeSecretKey(directory);
		expect(Buffer.from(secret, "base64url")).toHaveLength(32);
		expect(readOrMakeSecretKey(directory)).toBe(secret);
		expect(readdirSync(directory)).toEqual(["secret-key"]);
	});

	it("is another one elsewhere", () => {
		expect(readOrMakeSecretKey(testDir())).not.toBe(readOrMakeSecretKey(testDir()));
	});

	it("can be read by its owner only, also after somebody opened it up", () => {
		const directory = testDir();
		readOrMakeSecretKey(directory);
		const path = join(directory, "secret-key");
		chmodSync(path, 0o644);
		readOrMakeSecretKey(directory);
		expect(statSync(path).mode & 0o777).toBe(0o600);
	});
});
