import { describe, expect, test } from "vitest";
import { makeHostCheck } from "@/lib/cli/allowed-hosts.mjs";

const port = 3000;
const publicUrl = new URL("https://reel.example.org");

describe("on loopback", () => {
	const isOurs = makeHostCheck({ host: "127.0.0.1", publicUrl: null, port });
	test.each(["localhost:3000", "LOCALHOST:3000", "127.0.0.1:3000", "[::1]:3000"])("%s is ours", (host) => {
		expect(isOurs(host)).toBe(true);
	});
	test.each([
		"evil.example",
		"evil.example:3000",
		"localhost",
		"localhost:3001",
		"localhost.evil.example:3000",
		"192.168.1.5:3000",
		"",
		undefined,
	])("%s is not", (host) => {
		expect(isOurs(host)).toBe(false);
	});
});

describe("with a public address", () => {
	test.each(["reel.example.org", "Reel.Example.org", "localhost:3000"])("%s is ours", (host) => {
		expect(makeHostCheck({ host: "127.0.0.1", publicUrl, port })(host)).toBe(true);
	});
	test.each(["reel.example.org:8443", "example.org", "www.reel.example.org"])("%s is not", (host) => {
		expect(makeHostCheck({ host: "127.0.0.1", publicUrl, port })(host)).toBe(false);
	});
});

describe("on one named address", () => {
	const isOurs = makeHostCheck({ host: "studio.local", publicUrl: null, port });
	test("that name is ours", () => expect(isOurs("studio.local:3000")).toBe(true));
	test("an address is not", () => expect(isOurs("192.168.1.5:3000")).toBe(false));
	test("an address of six is put in brackets", () => {
		expect(makeHostCheck({ host: "fd00::5", publicUrl: null, port })("[fd00::5]:3000")).toBe(true);
	});
});

describe.each(["0.0.0.0", "::"])("opened to the network by %s", (host) => {
	const isOurs = makeHostCheck({ host, publicUrl: null, port });
	test.each(["192.168.1.5:3000", "[fe80::1]:3000", "localhost:3000"])(
		"%s is ours: no page elsewhere can be it",
		(name) => {
			expect(isOurs(name)).toBe(true);
		},
	);
	test.each(["evil.example:3000", "192.168.1.5:80", "192.168.1.5", "1.2.3:3000", "999.1.1.1:3000"])(
		"%s is not",
		(name) => {
			expect(isOurs(name)).toBe(false);
		},
	);
});

test("port 80 goes unsaid", () => {
	const isOurs = makeHostCheck({ host: "127.0.0.1", publicUrl: null, port: 80 });
	expect(["localhost", "localhost:80"].map(isOurs)).toEqual([true, true]);
});
