import { randomBytes } from "node:crypto";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { orderFor } from "../engine/support/engine";
import { makeProductBuild } from "../support/product-build";
import { asOurPage, newCookie, openProduct, type Product } from "./support/product";

/** Every allowance a hundredth of the product's, so that a flood is small. */
const SCALE = 0.01;
const ENV = { RATE_LIMIT_SCALE: String(SCALE), TRUSTED_PROXY_HOPS: "1" };

let product: Product;

beforeAll(async () => {
	await makeProductBuild();
	product = await openProduct(ENV);
}, 300_000);
afterAll(async () => {
	await product.close();
});

/** Each time as a browser that nobody has seen. */
async function actAsAnother(name: string, wish: unknown, address?: string): Promise<string> {
	const from = address ? { "x-forwarded-for": address } : {};
	return (await product.act(name, [wish], { ...asOurPage(product, newCookie()), ...from })).body.toString();
}

describe("whoever takes a new cookie for each request", () => {
	it("tries no more keys out than one browser behind that address may", async () => {
		const wish = { gateway: "evolink" };
		const answers = [await actAsAnother("testKey", wish), await actAsAnother("testKey", wish)];
		expect(answers.map((answer) => /"kind":"(missing|limited)"/.exec(answer)?.[1])).toEqual(["missing", "limited"]);
	});

	it("opens no more streams than its address may", async () => {
		const tries = Array.from({ length: 1_200 * SCALE + 1 }, async () => {
			const said = await actAsAnother("watchTakes", null);
			if (!said.includes('"limited"')) throw new Error("This one was open until the server ended.");
		});
		const ended = Promise.allSettled(tries);
		await Promise.any(tries);
		await product.close();
		expect((await ended).filter(({ status }) => status === "fulfilled")).toHaveLength(1);
		product = await openProduct(ENV);
	}, 60_000);

	it("does not keep the animatic's renderer from others; who sits at the machine may", async () => {
		const ask = (address?: string) => actAsAnother("submitTake", orderFor("animatic"), address);
		expect(await ask("203.0.113.7")).toContain('"queued"');
		expect(await ask("203.0.113.7")).toContain("Your network has asked for many animatics.");
		expect(await ask("198.51.100.4, 203.0.113.8")).toContain('"queued"');
		for (let times = 0; times < 2; times += 1) expect(await ask()).toContain('"queued"');
	});

	it("does no more than its address may", async () => {
		const wish = { takeId: "tk_00000000000000000000000000" };
		for (let times = 0; times < 3_000 * SCALE; times += 1) {
			expect(await actAsAnother("cancelTake", wish)).toContain('"missing"');
		}
		expect(await actAsAnother("cancelTake", wish)).toContain('"limited"');
	});
});

it("guessed callbacks are put off once they are many", async () => {
	const guess = () => {
		const path = `/api/callbacks/evolink/o${randomBytes(32).toString("base64url")}`;
		return product.ask({ method: "POST", path, headers: { "content-type": "application/json" }, body: "{}" });
	};
	for (let times = 0; times < 1_200 * SCALE; times += 1) expect((await guess()).status).toBe(404);
	const { status, headers } = await guess();
	expect([status, headers["retry-after"]]).toEqual([503, "10"]);
});

it("a wish to upgrade is answered, and its connection is not kept for nothing", async () => {
	const socket = connect(Number(new URL(product.origin).port), "127.0.0.1");
	const wish = ["GET / HTTP/1.1", `Host: ${product.host}`, "Connection: Upgrade, close", "Upgrade: websocket", "", ""];
	socket.write(wish.join("\r\n"));
	let answer = "";
	for await (const chunk of socket) answer += chunk;
	expect(answer).toMatch(/^HTTP\/1\.1 200 /);
});
