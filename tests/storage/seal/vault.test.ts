import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Sealed } from "@/lib/ports/vault";
import { sealedSchema } from "@/lib/storage/seal/sealed";
import { createVault } from "@/lib/storage/seal/vault";

const LABEL = "browser|evolink|1";
const vault = createVault(["the operator's secret key"]);

function flipBit(sealed: Sealed, index: number): Sealed {
	const bytes = Buffer.from(sealed.slice(3), "base64url");
	bytes[index] = (bytes[index] ?? 0) ^ 1;
	return sealedSchema.parse(`s1.${bytes.toString("base64url")}`);
}

describe("a vault", () => {
	it("opens what it sealed, whatever it was", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary" }), fc.string(), (plain, label) => {
				expect(vault.open(vault.seal(plain, label), label)).toBe(plain);
			}),
		);
	});

	it("seals the same secret differently each time, and shows nothing of it", () => {
		const [first, second] = [vault.seal("sk-live-123456", LABEL), vault.seal("sk-live-123456", LABEL)];
		expect(first).not.toBe(second);
		expect(Buffer.from(first.slice(3), "base64url").includes("sk-live")).toBe(false);
	});

	it("opens nothing under another label: a key copied to another browser's row is worthless", () => {
		expect(vault.open(vault.seal("sk-1", LABEL), "another|evolink|1")).toBeNull();
	});

	it("opens nothing of which a single bit was changed", () => {
		const sealed = vault.seal("sk-1", LABEL);
		const length = Buffer.from(sealed.slice(3), "base64url").length;
		const opened = Array.from({ length }, (_, index) => vault.open(flipBit(sealed, index), LABEL));
		expect(new Set(opened)).toEqual(new Set([null]));
	});

	it.each(["s1.", "s1.AAAA", "s1.A"])("answers null for the broken text %j", (text) => {
		const broken = sealedSchema.safeParse(text);
		expect(broken.success ? vault.open(broken.data, LABEL) : null).toBeNull();
	});

	it("opens nothing of another key", () => {
		const other = createVault(["another secret key"]);
		expect(other.open(vault.seal("sk-1", LABEL), LABEL)).toBeNull();
	});

	it("with a new key first still opens what the old one sealed, and seals with the new one", () => {
		const rotated = createVault(["a fresh secret key", "the operator's secret key"]);
		expect(rotated.open(vault.seal("sk-1", LABEL), LABEL)).toBe("sk-1");
		expect(vault.open(rotated.seal("sk-2", LABEL), LABEL)).toBeNull();
		expect(createVault(["a fresh secret key"]).open(rotated.seal("sk-2", LABEL), LABEL)).toBe("sk-2");
	});

	it("tells what should be sealed anew from what is sealed with its first key", () => {
		const rotated = createVault(["a fresh secret key", "the operator's secret key"]);
		expect(rotated.isUpToDate(rotated.seal("sk-1", LABEL))).toBe(true);
		expect(rotated.isUpToDate(vault.seal("sk-1", LABEL))).toBe(false);
		expect(rotated.isUpToDate(createVault(["a stranger's secret key"]).seal("sk-1", LABEL))).toBe(false);
	});

	it("knows the tokens it derived, before its key was changed and after", () => {
		const rotated = createVault(["a fresh secret key", "the operator's secret key"]);
		expect(rotated.hasDerived(vault.derive("pass 1"), "pass 1")).toBe(true);
		expect(rotated.hasDerived(rotated.derive("pass 1"), "pass 1")).toBe(true);
		expect(rotated.hasDerived(vault.derive("pass 1"), "pass 2")).toBe(false);
		expect(vault.hasDerived(rotated.derive("pass 1"), "pass 1")).toBe(false);
		expect(vault.hasDerived("", "pass 1")).toBe(false);
	});

	it("still derives as its earlier keys did, for whoever was given such a token", () => {
		const rotated = createVault(["a fresh secret key", "the operator's secret key"]);
		expect(rotated.deriveAsBefore("device 1")).toEqual([vault.derive("device 1")]);
		expect(vault.deriveAsBefore("device 1")).toEqual([]);
	});

	it("derives the same token each time, another for each purpose and each key", () => {
		const again = createVault(["the operator's secret key"]);
		expect(vault.derive("callback dp_1")).toBe(again.derive("callback dp_1"));
		expect(Buffer.from(vault.derive("callback dp_1"), "base64url")).toHaveLength(32);
		expect(vault.derive("callback dp_1")).not.toBe(vault.derive("callback dp_2"));
		expect(vault.derive("callback dp_1")).not.toBe(createVault(["another secret key"]).derive("callback dp_1"));
	});

	it("hashes a token one way, as SHA-256", () => {
		expect(vault.hash("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	});

	it("refuses a secret key that could be guessed", () => {
		expect(() => createVault(["short"])).toThrow("16 characters");
	});
});
