import { afterEach, describe, expect, it, vi } from "vitest";

async function load(env: Record<string, string> = {}) {
	vi.resetModules();
	for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
	return {
		...(await import("@/lib/runtime/request-facts")),
		...(await import("@/lib/runtime/identity-cookie")),
	};
}

afterEach(() => {
	vi.unstubAllEnvs();
});

const LONG_REFERENCE = "r".repeat(43);

describe("a visitor's address", () => {
	it.each([
		["203.0.113.7", "203.0.113.7"],
		["::ffff:203.0.113.7", "203.0.113.7"],
		["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
		["2001:db8:1:2::ffff", "2001:db8:1:2"],
		["2001:DB8:1:2::1", "2001:db8:1:2"],
		["::1", "0:0:0:0"],
		["", "unknown"],
	])("%j is counted as %s", async (given, counted) => {
		const { clientAddress } = await load();
		expect(clientAddress(new Headers({ "x-forwarded-for": given }))).toBe(counted);
	});
});

describe("whoever sits at the machine that answers", () => {
	it.each([
		["127.0.0.1", true],
		["127.8.9.1", true],
		["::1", true],
		["::ffff:127.0.0.1", true],
		["203.0.113.7", false],
		["192.168.1.4", false],
		["::", false],
		["2001:db8::1", false],
		["", false],
		["localhost", false],
	])("%j: %s", async (given, isLocal) => {
		const { isThisMachine } = await load();
		expect(isThisMachine(new Headers({ "x-forwarded-for": given }))).toBe(isLocal);
	});
});

describe("whether the connection is encrypted", () => {
	it.each([
		[{ "x-forwarded-proto": "https" }, {}, true],
		[{ "x-forwarded-proto": "https, http" }, {}, true],
		[{ "x-forwarded-proto": "http" }, {}, false],
		[{}, {}, false],
		[{ host: "reel.example" }, { PUBLIC_URL: "https://reel.example" }, true],
		[{ host: "REEL.example:443" }, { PUBLIC_URL: "https://reel.example" }, true],
		[{ host: "localhost:3000" }, { PUBLIC_URL: "https://reel.example" }, false],
		[{ host: "reel.example" }, { PUBLIC_URL: "http://reel.example" }, false],
	])("%o with %o: %s", async (headers, env, expected) => {
		const { isSecure } = await load(env);
		expect(isSecure(new Headers(headers))).toBe(expected);
	});
});

describe("a request is from our page", () => {
	it.each([
		[{ host: "localhost:3000", origin: "http://localhost:3000" }, true],
		[{ host: "localhost:3000", "sec-fetch-site": "same-origin" }, true],
		[{ host: "localhost:3000", "sec-fetch-site": "same-origin", origin: "http://localhost:3000" }, true],
		[{ host: "reel.example", origin: "https://reel.example" }, true],
		[{ host: "reel.example:443", origin: "https://reel.example" }, true],
		[{ host: "reel.example", origin: "https://reel.example", "x-forwarded-proto": "https" }, true],
		[{ host: "inner:3000", "x-forwarded-host": "reel.example", origin: "https://reel.example" }, true],
		[{ host: "localhost:3000" }, false],
		[{ host: "localhost:3000", origin: "null" }, false],
		[{ host: "localhost:3000", origin: "" }, false],
		[{ host: "localhost:3000", origin: "http://localhost:3001" }, false],
		[{ host: "reel.example", origin: "http://reel.example", "x-forwarded-proto": "https" }, false],
		[{ host: "localhost:3000", "sec-fetch-site": "none" }, false],
		[{ host: "localhost:3000", "sec-fetch-site": "same-site", origin: "http://localhost:3000" }, false],
	])("%o: %s", async (headers, expected) => {
		const { isFromOurPage } = await load();
		expect(isFromOurPage(new Headers(headers))).toBe(expected);
	});
});

describe("the identity cookie", () => {
	it("is read under one name in the clear and under another when encrypted", async () => {
		const { readReference } = await load();
		const both = `storyreel=${LONG_REFERENCE}; __Host-storyreel=${"s".repeat(43)}`;
		expect(readReference(new Headers({ cookie: both }))).toBe(LONG_REFERENCE);
		expect(readReference(new Headers({ cookie: both, "x-forwarded-proto": "https" }))).toBe("s".repeat(43));
		const plain = new Headers({ cookie: `storyreel=${LONG_REFERENCE}`, "x-forwarded-proto": "https" });
		expect(readReference(plain)).toBeNull();
	});

	it.each([
		"",
		"storyreel",
		"storyreel=",
		"storyreel=short",
		`xstoryreel=${LONG_REFERENCE}`,
		`storyreel="${LONG_REFERENCE}"`,
	])("is none of ours: %s", async (cookie) => {
		const { readReference } = await load();
		expect(readReference(new Headers({ cookie }))).toBeNull();
	});

	it("holds 256 bits, and names a browser by their hash alone", async () => {
		const { mintReference, nameBrowser } = await load();
		const references = Array.from({ length: 100 }, mintReference);
		expect(new Set(references).size).toBe(100);
		for (const reference of references) expect(Buffer.from(reference, "base64url")).toHaveLength(32);
		expect(nameBrowser(LONG_REFERENCE)).toMatch(/^[0-9a-f]{64}$/);
		expect(nameBrowser(LONG_REFERENCE)).not.toContain(LONG_REFERENCE);
	});
});
