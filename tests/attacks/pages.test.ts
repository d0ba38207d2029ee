import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { connect } from "node:net";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeProductBuild } from "../support/product-build";
import { asOurPage, listActions, newCookie, openProduct, type Product } from "./support/product";
import { foreignWays } from "./support/ways-to-ask";

let product: Product;
const picture = await sharp({ create: { width: 320, height: 320, channels: 3, background: "#a0b0c0" } })
	.png()
	.toBuffer();

/** Shows the picture to whoever asks, and counts them. */
const gallery = createServer((_request, response) => {
	visitors += 1;
	response.end(picture);
});
let visitors = 0;
let allowedPort = 0;

beforeAll(async () => {
	gallery.listen(0, "127.0.0.1");
	await once(gallery, "listening");
	allowedPort = portOf(gallery);
	await makeProductBuild();
	product = await openProduct({ EGRESS_ALLOW: `127.0.0.1:${allowedPort}` });
}, 300_000);
afterAll(async () => {
	gallery.close();
	await product.close();
});

function portOf(server: Server): number {
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("The server listens on no port.");
	return address.port;
}

function put(headers: Record<string, string>, body: Buffer = picture, path = "/api/images") {
	return product.ask({ method: "PUT", path, headers: { "content-length": String(body.length), ...headers }, body });
}

async function addPicture(cookie: string): Promise<string> {
	const answer = await put(asOurPage(product, cookie));
	expect(answer.status).toBe(201);
	return JSON.parse(answer.body.toString()).image.id;
}

describe("a browser's identity", () => {
	async function visit(cookie?: string) {
		const { headers } = await product.ask({ path: "/", headers: cookie ? { cookie } : {} });
		return headers["set-cookie"]?.find((each) => each.startsWith("storyreel=")) ?? "";
	}

	it("is given at the first visit, to scripts unreadable and to other sites unsent", async () => {
		const given = await visit();
		expect(given).toMatch(/^storyreel=[\w-]{43}; /);
		for (const part of ["HttpOnly", "SameSite=lax", "Path=/", "Max-Age=34560000"]) expect(given).toContain(part);
		expect(given).not.toMatch(/Secure|Domain/);
	});

	it("is another for everybody, and stays the same when it is renewed", async () => {
		const [one, other] = [await visit(), await visit()];
		expect(one.split(";")[0]).not.toBe(other.split(";")[0]);
		expect((await visit(one.split(";")[0])).split(";")[0]).toBe(one.split(";")[0]);
	});

	it.each(["storyreel=short", "storyreel=", `storyreel=${"a".repeat(44)}`, "storyreel=' or 1=1 --"])(
		"is not taken from a page that made one up: %s",
		async (cookie) => {
			expect((await visit(cookie)).split(";")[0]).not.toBe(cookie);
			expect((await put({ ...asOurPage(product), cookie })).status).toBe(401);
		},
	);

	it("is not given along with the answer to an action", async () => {
		const { headers } = await product.act("renameTake", [null], asOurPage(product));
		expect(headers["set-cookie"]).toBeUndefined();
	});
});

describe("a request that changes something", () => {
	it("from a page of ours is let through", async () => {
		expect((await put(asOurPage(product))).status).toBe(201);
		const { origin, cookie } = asOurPage(product);
		expect((await put({ origin: origin ?? "", cookie: cookie ?? "" })).status).toBe(201);
		expect((await put({ "sec-fetch-site": "same-origin", cookie: cookie ?? "" })).status).toBe(201);
	});

	it("is refused by the images whatever else it pretends", async () => {
		for (const { name, headers } of foreignWays(product.origin)) {
			for (const method of ["PUT", "POST"]) {
				const all = { cookie: newCookie(), "content-type": "application/json", ...headers };
				const answer = await product.ask({
					method,
					path: "/api/images",
					headers: all,
					body: '{"url":"https://x.example"}',
				});
				expect([name, method, answer.status]).toEqual([name, method, 403]);
				expect(JSON.parse(answer.body.toString()).code).toBe("foreign-page");
			}
		}
	});

	it("is refused by every action whatever else it pretends", async () => {
		expect(listActions().size).toBeGreaterThanOrEqual(12);
		for (const name of listActions().keys()) {
			for (const way of foreignWays(product.origin)) {
				const { status, body } = await product.act(name, [null], { cookie: newCookie(), ...way.headers });
				const refused = status >= 400 || /"not-admitted"/.test(body.toString());
				expect([name, way.name, refused]).toEqual([name, way.name, true]);
			}
		}
	});

	it("from our page reaches the action, which then minds what it is given", async () => {
		for (const name of listActions().keys()) {
			const { status, body } = await product.act(name, [{ __proto__: null, id: "x" }], asOurPage(product));
			expect([name, status]).toEqual([name, 200]);
			expect([name, /"foreign-page"/.test(body.toString())]).toEqual([name, false]);
		}
	});

	it("without an identity is told so", async () => {
		const { cookie: _, ...ours } = asOurPage(product);
		expect((await put(ours)).status).toBe(401);
	});
});

describe("a name that is not ours", () => {
	it.each(["evil.example", "localhost.evil.example", "127.0.0.1.nip.io", "[::2]"])(
		"is not answered: %s",
		async (host) => {
			for (const path of ["/", "/api/images", "/api/health"]) {
				const headers = { ...asOurPage(product), host, origin: `http://${host}` };
				expect((await product.ask({ path, headers })).status).toBeGreaterThanOrEqual(400);
			}
			expect((await put({ ...asOurPage(product), host, origin: `http://${host}` })).status).toBeGreaterThanOrEqual(400);
		},
	);
});

describe("somebody else's picture", () => {
	it("answers as one that is not there, to the letter", async () => {
		const owner = newCookie();
		const id = await addPicture(owner);
		expect((await product.ask({ path: `/api/images/${id}`, headers: { cookie: owner } })).status).toBe(200);

		const nobodys = `${id.startsWith("0") ? "1" : "0"}${id.slice(1)}`;
		const asked = [
			{ path: `/api/images/${id}`, cookie: newCookie() },
			{ path: `/api/images/${id}?w=160`, cookie: newCookie() },
			{ path: `/api/images/${id}`, cookie: "" },
			{ path: `/api/images/${nobodys}`, cookie: owner },
			{ path: `/api/images/${nobodys}`, cookie: newCookie() },
			{ path: `/api/images/${id.toUpperCase()}`, cookie: owner },
			{ path: `/api/images/${id}.png`, cookie: owner },
			{ path: "/api/images/..%2fsecret-key", cookie: owner },
			{ path: "/api/images/%00", cookie: owner },
		];
		const answers = await Promise.all(asked.map(({ path, cookie }) => product.ask({ path, headers: { cookie } })));
		const shown = answers.map(({ status, headers: { date: _, ...headers }, body }) => ({
			status,
			headers,
			body: body.toString(),
		}));
		expect(new Set(shown.map((each) => JSON.stringify(each))).size).toBe(1);
		expect(shown[0]).toMatchObject({ status: 404, body: "" });
	});

	it("is on nobody else's list", async () => {
		const id = await addPicture(newCookie());
		const list = await product.ask({ path: "/api/images", headers: { cookie: newCookie() } });
		expect(list.body.toString()).not.toContain(id);
	});

	it("and a film that is not there answer alike too", async () => {
		const paths = [`/api/media/md_${"0".repeat(26)}`, "/api/media/x", "/api/media/..%2f..%2fsecret-key"];
		const answers = await Promise.all(paths.map((path) => product.ask({ path, headers: { cookie: newCookie() } })));
		expect(answers.map(({ status, body }) => [status, body.length])).toEqual(paths.map(() => [404, 0]));
	});
});

describe("more than is taken", () => {
	it("is refused by its announced length", async () => {
		const large = Buffer.alloc(20_000_001);
		picture.copy(large);
		expect((await put(asOurPage(product), large)).status).toBe(413);
	});

	it("is refused where nothing was announced, once it is too much", async () => {
		const large = Buffer.alloc(21_000_000);
		picture.copy(large);
		const headers = { ...asOurPage(product), "transfer-encoding": "chunked" };
		expect((await product.ask({ method: "PUT", path: "/api/images", headers, body: large })).status).toBe(413);
	});

	it("of a link, an action, or a query is refused", async () => {
		const json = { ...asOurPage(product), "content-type": "application/json" };
		const url = `https://example.com/${"x".repeat(9_000)}`;
		expect(
			(await product.ask({ method: "POST", path: "/api/images", headers: json, body: JSON.stringify({ url }) })).status,
		).toBe(400);
		expect(
			(await product.act("renameTake", ["x".repeat(3_000_000)], asOurPage(product))).status,
		).toBeGreaterThanOrEqual(400);
		for (const query of [
			"?backing=red",
			"?crop=1,2,3",
			"?crop=1,2,3,-4",
			"?crop=1,2,3,9999999",
			"?backing=%23ffffff%0d%0a",
		]) {
			expect((await put(asOurPage(product), picture, `/api/images${query}`)).status).toBe(400);
		}
	});

	it("of headers is refused", async () => {
		const asked = product.ask({ path: "/", headers: { "x-large": "x".repeat(40_000) } });
		expect((await asked).status).toBe(431);
	});

	it("leaves the server alive", async () => {
		expect((await put(asOurPage(product))).status).toBe(201);
		expect(product.isAlive()).toBe(true);
	});
});

describe("a pasted link", () => {
	function paste(url: string) {
		const headers = { ...asOurPage(product), "content-type": "application/json" };
		return product.ask({ method: "POST", path: "/api/images", headers, body: JSON.stringify({ url }) });
	}

	it("is fetched where the operator vouches for it", async () => {
		visitors = 0;
		const answer = await paste(`http://127.0.0.1:${allowedPort}/picture.png`);
		expect([answer.status, visitors]).toEqual([201, 1]);
		expect(JSON.parse(answer.body.toString())).toMatchObject({ image: { width: 320, height: 320 }, hasAlpha: false });
	});

	it.each([
		(port: number) => `http://localhost:${port}/`,
		(port: number) => `http://[::ffff:127.0.0.1]:${port}/`,
		(port: number) => `http://user@127.0.0.1:${port}/`,
		(port: number) => `https://127.0.0.1:${port + 1}/`,
		() => "http://169.254.169.254/latest/meta-data/",
		() => "file:///etc/passwd",
	])("is refused anywhere else: %s", async (write) => {
		visitors = 0;
		const answer = await paste(write(allowedPort));
		expect([answer.status, visitors]).toEqual([422, 0]);
		expect(JSON.parse(answer.body.toString()).code).toBe("link-refused");
	});

	it.each(["", "[]", "{}", '{"url":1}', '{"url":""}', '{"url":"x"', "\u0000", '"https://example.com/a.png"'])(
		"is refused where it is none: %j",
		async (body) => {
			const headers = { ...asOurPage(product), "content-type": "application/json" };
			expect((await product.ask({ method: "POST", path: "/api/images", headers, body })).status).toBe(400);
		},
	);
});

describe("an upload that is given up half way", () => {
	it("harms nobody", async () => {
		const { hostname, port } = new URL(product.origin);
		for (let time = 0; time < 12; time += 1) {
			const socket = connect(Number(port), hostname);
			await once(socket, "connect");
			const { cookie, origin } = asOurPage(product);
			const head = ["PUT /api/images HTTP/1.1", `host: ${product.host}`, `origin: ${origin}`, `cookie: ${cookie}`];
			socket.write(`${head.join("\r\n")}\r\ncontent-length: ${picture.length + 9_999}\r\n\r\n`);
			socket.write(picture, () => socket.destroy());
			await once(socket, "close");
		}
		expect((await put(asOurPage(product))).status).toBe(201);
	});
});

describe("every answer", () => {
	it.each(["/", "/no-such-page", "/api/health", "/api/images", "/api/media/x", "/icon.svg"])(
		"from %s carries the guards",
		async (path) => {
			const { headers } = await product.ask({ path, headers: { cookie: newCookie() } });
			expect(headers).toMatchObject({
				"x-content-type-options": "nosniff",
				"cross-origin-opener-policy": "same-origin",
				"cross-origin-resource-policy": "same-origin",
				"referrer-policy": "strict-origin-when-cross-origin",
				"permissions-policy": expect.stringContaining("camera=()"),
				"x-accel-buffering": "no",
			});
			expect(headers["x-powered-by"]).toBeUndefined();
		},
	);

	it.each(["/", "/no-such-page"])("that is a page allows nothing it did not name: %s", async (path) => {
		const { headers, body } = await product.ask({ path });
		const policy = String(headers["content-security-policy"]);
		const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
		expect(nonce.length).toBeGreaterThanOrEqual(32);
		expect(policy).toContain("default-src 'none'");
		expect(policy).toContain(`script-src 'self' 'nonce-${nonce}' 'strict-dynamic';`);
		expect(policy).toContain("frame-ancestors 'none'");
		expect(policy).not.toContain("unsafe-eval");
		const scripts = body.toString().match(/<script[^>]*>/g) ?? [];
		expect(scripts.length).toBeGreaterThan(3);
		expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([]);
	});

	it("has a nonce of its own", async () => {
		const policies = await Promise.all([1, 2, 3].map(() => product.ask({ path: "/" })));
		expect(new Set(policies.map(({ headers }) => headers["content-security-policy"])).size).toBe(3);
	});

	it("with a picture says what it is and runs nothing", async () => {
		const cookie = newCookie();
		const id = await addPicture(cookie);
		const { headers, body } = await product.ask({ path: `/api/images/${id}`, headers: { cookie } });
		expect(headers).toMatchObject({
			"content-type": "image/png",
			"content-length": String(body.length),
			"content-security-policy": "default-src 'none'; sandbox",
			"x-content-type-options": "nosniff",
		});
	});

	it("has no image optimizer behind it", async () => {
		const path = `/_next/image?url=${encodeURIComponent("/icon.svg")}&w=640&q=75`;
		expect((await product.ask({ path })).status).toBe(404);
	});
});
