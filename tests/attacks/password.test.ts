import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeProductBuild } from "../support/product-build";
import { asOurPage, listActions, newCookie, openProduct, type Product } from "./support/product";

const PASSWORD = "an open door may tempt a saint";
/** Stands in every answer that shows the playground, as markup or as data. */
const PLAYGROUND = /operatorGateways|aria-label="(Compose|Stage|History)"/;

let product: Product;
let open: Product;

beforeAll(async () => {
	await makeProductBuild();
	[product, open] = await Promise.all([
		openProduct({ ACCESS_PASSWORD: PASSWORD, TRUSTED_PROXY_HOPS: "1" }),
		openProduct(),
	]);
}, 300_000);
afterAll(() => Promise.all([product.close(), open.close()]));

const PATHS = [
	"/",
	"//",
	"/./",
	"/?x=1",
	"/?_rsc=abc12",
	"/index",
	"/index.rsc",
	"/.rsc",
	"/index.html",
	"/%2f",
	"/%2e",
	"/unlock/..",
	"/unlock/../",
	"/unlock%2f..",
	"/api/..",
	"/api/../",
	"/api/%2e%2e/",
	"/_next/..",
	"/_next/../",
	"/_next/static/../../",
	"/s/..",
	"/s/../",
	"/s/%2e%2e/",
	"/index.segments/_tree.segment.rsc",
	"/index.segments/__PAGE__.segment.rsc",
	"/_next/data/development/index.json",
	"http://localhost/",
];

const HEADERS: readonly Record<string, string>[] = [
	{},
	{ "x-middleware-subrequest": "proxy" },
	{ "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware" },
	{ "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
	{ "x-middleware-subrequest": "src/proxy:src/proxy:src/proxy:src/proxy:src/proxy" },
	{ "x-middleware-subrequest-id": "0" },
	{ "x-middleware-rewrite": "/" },
	{ "x-middleware-next": "1" },
	{ "x-middleware-prefetch": "1" },
	{ "x-nextjs-data": "1" },
	{ "x-nextjs-rewritten-path": "/" },
	{ "x-matched-path": "/" },
	{ "x-invoke-path": "/" },
	{ "x-invoke-status": "200" },
	{ "x-now-route-matches": "1=/" },
	{ "x-original-url": "/" },
	{ "x-rewrite-url": "/" },
	{ rsc: "1" },
	{ rsc: "1", "next-router-prefetch": "1" },
	{ rsc: "1", "next-router-segment-prefetch": "/_tree" },
	{ rsc: "1", "next-router-segment-prefetch": "/__PAGE__" },
	{ "next-url": "/" },
	{ purpose: "prefetch" },
];

async function visit(cookie: string, headers: Record<string, string> = {}) {
	return product.ask({ path: "/", headers: { cookie, ...headers } });
}

function readCookie(headers: { "set-cookie"?: string[] | undefined }, name: string): string {
	return headers["set-cookie"]?.find((each) => each.startsWith(`${name}=`))?.split(";")[0] ?? "";
}

/** Addresses take turns: tries are counted by address. */
async function tryPassword(password: string, cookie: string, address: string) {
	return product.act("unlock", [{ password }], { ...asOurPage(product, cookie), "x-forwarded-for": address });
}

describe("behind a password", () => {
	it("the playground is not shown, whatever path or header asks for it", async () => {
		expect((await open.ask({ path: "/" })).body.toString()).toMatch(PLAYGROUND);
		const shown: string[] = [];
		for (const path of PATHS) {
			for (const headers of HEADERS) {
				const { body } = await product.ask({ path, headers: { cookie: newCookie(), ...headers } });
				if (PLAYGROUND.test(body.toString())) shown.push(`${path} ${JSON.stringify(headers)}`);
			}
		}
		expect(shown).toEqual([]);
	});

	it("the playground is not shown to what is posted to it", async () => {
		const bodies: readonly Record<string, string>[] = [
			{},
			{ "content-type": "application/x-www-form-urlencoded" },
			{ "content-type": "multipart/form-data; boundary=x" },
			{ "content-type": "text/plain", "next-action": "0".repeat(42) },
			...[...listActions().values()].map((id) => ({ "content-type": "text/plain", "next-action": id })),
		];
		for (const headers of bodies) {
			for (const method of ["POST", "PUT", "OPTIONS"]) {
				const ask = { method, path: "/", headers: { ...asOurPage(product), ...headers }, body: "[]" };
				const { body } = await product.ask(ask);
				expect([method, headers, PLAYGROUND.test(body.toString())]).toEqual([method, headers, false]);
			}
		}
	});

	it("a visitor is led to the password", async () => {
		const answer = await product.ask({ path: "/" });
		expect([answer.status, answer.headers.location]).toEqual([303, "/unlock"]);
		const page = await product.ask({ path: "/unlock" });
		expect(page.status).toBe(200);
		expect(page.body.toString()).toContain('type="password"');
	});

	it("no handler and no action works", async () => {
		const ours = asOurPage(product);
		for (const method of ["GET", "PUT", "POST"]) {
			expect((await product.ask({ method, path: "/api/images", headers: ours })).status).toBe(401);
		}
		expect((await product.ask({ path: `/api/media/md_${"0".repeat(26)}`, headers: ours })).status).toBe(404);
		for (const name of listActions().keys()) {
			const { status, body } = await product.act(name, [null], ours);
			expect([name, status >= 400 || /"not-admitted"|"kind":"locked"/.test(body.toString())]).toEqual([name, true]);
		}
	});

	it("health, callbacks and shared films stay open", async () => {
		expect((await product.ask({ path: "/api/health" })).status).toBe(200);
		const callback = await product.ask({ method: "POST", path: "/api/callbacks/kling/unknown", body: "{}" });
		expect(callback.status).toBe(404);
		expect((await product.ask({ path: "/s/unknown" })).status).toBe(404);
	});
});

describe("the password", () => {
	it("opens for this browser alone, and only with its own pass", async () => {
		const cookie = newCookie();
		const given = await tryPassword(PASSWORD, cookie, "203.0.113.1");
		const pass = readCookie(given.headers, "storyreel-pass");
		expect(pass).not.toBe("");
		expect((await visit(`${cookie}; ${pass}`)).status).toBe(200);
		expect((await product.ask({ path: "/api/images", headers: { cookie: `${cookie}; ${pass}` } })).status).toBe(200);
		const back = await product.ask({ path: "/unlock", headers: { cookie: `${cookie}; ${pass}` } });
		expect([back.status, back.headers.location]).toEqual([303, "/"]);

		const [, until = "", signature = ""] = /=(\d+)\.(.+)$/.exec(pass) ?? [];
		const forged = [
			`${newCookie()}; ${pass}`,
			pass,
			`${cookie}; storyreel-pass=${Number(until) + 1}.${signature}`,
			`${cookie}; storyreel-pass=${until}.${signature.slice(1)}`,
			`${cookie}; storyreel-pass=${until}.`,
			`${cookie}; storyreel-pass=${until}`,
			`${cookie}; storyreel-pass=99999999999999.${signature}`,
			`${cookie}; storyreel-pass=`,
		];
		for (const each of forged) expect([each, (await visit(each)).status]).toEqual([each, 303]);
	});

	it.each(["", "an open door", `${PASSWORD} `, PASSWORD.toUpperCase(), "x".repeat(2_000)])(
		"is not %j",
		async (wrong) => {
			const { body, headers } = await tryPassword(wrong, newCookie(), "203.0.113.2");
			expect(body.toString()).toMatch(/"ok":false/);
			expect(readCookie(headers, "storyreel-pass")).toBe("");
		},
	);

	it("cannot be guessed at length, not even rightly in the end", async () => {
		for (let guess = 0; guess < 20; guess += 1) await tryPassword(`guess ${guess}`, newCookie(), "203.0.113.3");
		const late = await tryPassword(PASSWORD, newCookie(), "203.0.113.3");
		expect(late.body.toString()).toMatch(/"kind":"limited"/);
		const elsewhere = await tryPassword(PASSWORD, newCookie(), "203.0.113.4");
		expect(elsewhere.body.toString()).toMatch(/"ok":true/);
	});

	it("does not open to another site's page", async () => {
		const foreign = { cookie: newCookie(), origin: "https://evil.example", "x-forwarded-for": "203.0.113.5" };
		const { headers } = await product.act("unlock", [{ password: PASSWORD }], foreign);
		expect(readCookie(headers, "storyreel-pass")).toBe("");
	});
});

describe("over https", () => {
	const secure = { "x-forwarded-proto": "https" };

	it("cookies carry the prefix that no neighbour can plant, and the plain ones are not read", async () => {
		const { headers } = await product.ask({ path: "/unlock", headers: secure });
		const given = headers["set-cookie"]?.join("\n") ?? "";
		expect(given).toMatch(/^__Host-storyreel=[\w-]{43};.*Secure/m);
		const plain = { ...secure, ...asOurPage(product), origin: `https://${product.host}` };
		const answer = await product.act("unlock", [{ password: PASSWORD }], plain);
		expect(answer.body.toString()).toMatch(/"not-admitted"/);
	});

	it("a page that came in the clear is not ours", async () => {
		const cookie = newCookie().replace("storyreel", "__Host-storyreel");
		const clear = { ...secure, cookie, origin: `http://${product.host}` };
		expect((await product.ask({ method: "PUT", path: "/api/images", headers: clear })).status).toBe(403);
		const encrypted = { ...clear, origin: `https://${product.host}` };
		expect((await product.ask({ method: "PUT", path: "/api/images", headers: encrypted })).status).toBe(401);
	});
});
