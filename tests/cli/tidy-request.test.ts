import { describe, expect, test } from "vitest";
import { findClientAddress, tidyRequest } from "@/lib/cli/tidy-request.mjs";

describe("whose request it is", () => {
	test.each([
		["nobody stands in front", undefined, 0, "10.0.0.7"],
		["nobody stands in front, whatever the visitor claims", "8.8.8.8", 0, "10.0.0.7"],
		["one proxy tells", "203.0.113.4", 1, "203.0.113.4"],
		["one proxy tells, after what the visitor claims", "8.8.8.8, 203.0.113.4", 1, "203.0.113.4"],
		["two proxies tell", "8.8.8.8, 203.0.113.4, 10.0.0.1", 2, "203.0.113.4"],
		["fewer spoke than we trust", "203.0.113.4", 3, "203.0.113.4"],
		["none spoke", undefined, 1, "10.0.0.7"],
	])("%s", (_case, forwarded, hops, address) => {
		expect(findClientAddress(forwarded, "10.0.0.7", hops)).toBe(address);
	});
});

describe("a request's headers", () => {
	function tidied(headers: Record<string, string>, hops: number) {
		const request = { headers: { ...headers }, socket: { remoteAddress: "10.0.0.7" } };
		tidyRequest(request, hops);
		return request.headers;
	}

	test("lose what only a proxy may say, with none in front", () => {
		const claims = { "x-forwarded-host": "evil.example", "x-forwarded-proto": "https", "x-forwarded-port": "443" };
		const alone = { ...claims, "x-sendfile-type": "X-Accel-Redirect" };
		expect(tidied(alone, 0)).toEqual({ "x-forwarded-for": "10.0.0.7" });
	});

	test("keep what our proxy says", () => {
		const said = {
			"x-forwarded-host": "reel.example.org",
			"x-forwarded-proto": "https",
			"x-sendfile-type": "X-Accel-Redirect",
		};
		expect(tidied(said, 1)).toMatchObject(said);
	});

	test("ask for no gzip on an action, whose answer may stream", () => {
		expect(tidied({ "next-action": "a", "accept-encoding": "gzip" }, 0)).not.toHaveProperty("accept-encoding");
	});

	test("ask for gzip on a page", () => {
		expect(tidied({ "accept-encoding": "gzip" }, 0)).toHaveProperty("accept-encoding", "gzip");
	});
});
