import { describe, expect, it } from "vitest";
import { openVault } from "@/lib/storage/seal/open-vault";
import { testDir } from "../../support/test-dir";

const LABEL = "browser|evolink|1";
const A = "the first secret of this server, long";
const B = "the second secret of this server, long";

describe("the vault of a server", () => {
	it("is the same again in the same data folder, where no secret is given", () => {
		const settings = { secretKey: null, previousSecretKeys: [], dataDir: testDir() };
		const sealed = openVault(settings).seal("sk-1", LABEL);
		expect(openVault(settings).open(sealed, LABEL)).toBe("sk-1");
	});

	it("opens what earlier secrets sealed, and seals with the one given", () => {
		const dataDir = testDir();
		const before = openVault({ secretKey: A, previousSecretKeys: [], dataDir });
		const now = openVault({ secretKey: B, previousSecretKeys: [A], dataDir });
		expect(now.open(before.seal("sk-1", LABEL), LABEL)).toBe("sk-1");
		expect(before.open(now.seal("sk-1", LABEL), LABEL)).toBeNull();
	});

	it("of the data folder's own secret goes on opening once a secret is given", () => {
		const dataDir = testDir();
		const sealed = openVault({ secretKey: null, previousSecretKeys: [], dataDir }).seal("sk-1", LABEL);
		const now = openVault({ secretKey: A, previousSecretKeys: [], dataDir });
		expect(now.open(sealed, LABEL)).toBe("sk-1");
		expect(now.isUpToDate(sealed)).toBe(false);
	});
});
