import { once } from "node:events";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { orderFor } from "../engine/support/engine";
import { makeProductBuild } from "../support/product-build";
import { asOurPage, listActions, newCookie, openProduct, type Product } from "./support/product";

/** What must stand nowhere but in requests to the gateway it belongs to. */
const SECRETS = {
	own: "sk-canary-of-a-person-4711",
	operator: "sk-canary-of-the-operator-0815",
	webhook: `whsec_${Buffer.from("canary of the webhook").toString("base64")}`,
	server: "canary of the server itself, 32 signs and more",
};

/** A gateway that turns everything down and repeats the key it was given. */
const gossip = createServer((request, response) => {
	const { authorization = "" } = request.headers;
	heard.push(authorization);
	response.writeHead(400, { "content-type": "application/json" });
	response.end(JSON.stringify({ error: { code: "invalid_request", message: `Not with ${authorization}.` } }));
});
const heard: string[] = [];
const answers: string[] = [];
const own = newCookie();
let product: Product;

beforeAll(async () => {
	gossip.listen(0, "127.0.0.1");
	await once(gossip, "listening");
	const address = gossip.address();
	if (address === null || typeof address === "string") throw new Error("The gateway listens on no port.");
	const url = `http://127.0.0.1:${address.port}`;
	await makeProductBuild();
	product = await openProduct({
		EVOLINK_API_KEY: SECRETS.operator,
		EVOLINK_BASE_URL: url,
		EVOLINK_FILES_BASE_URL: url,
		KLING_WEBHOOK_SECRET: SECRETS.webhook,
		SECRET_KEY: SECRETS.server,
	});
}, 300_000);
afterAll(async () => {
	gossip.close();
	await product.close();
});

async function act(cookie: string, name: string, wish: unknown): Promise<string> {
	const answer = (await product.act(name, [wish], asOurPage(product, cookie))).body.toString();
	answers.push(answer);
	return answer;
}

/** What the stream tells a page, until it tells that. */
async function watchUntil(cookie: string, wanted: RegExp): Promise<void> {
	const [, id = ""] = [...listActions().entries()].find(([name]) => name === "watchTakes") ?? [];
	const headers = { ...asOurPage(product, cookie), "next-action": id, "content-type": "text/plain;charset=UTF-8" };
	const { body } = await fetch(product.origin, { method: "POST", headers, body: "[null]" });
	let told = "";
	for await (const chunk of body ?? []) {
		told += Buffer.from(chunk).toString("utf8");
		if (wanted.test(told)) break;
	}
	answers.push(told);
	expect(told).toMatch(wanted);
}

/** The database, the log of its changes, the media: every byte that is kept. */
function* storedFiles(folder: string): Generator<Buffer> {
	for (const name of readdirSync(folder)) {
		const path = join(folder, name);
		if (statSync(path).isDirectory()) yield* storedFiles(path);
		else yield readFileSync(path);
	}
}

function leaks(texts: Iterable<string | Buffer>): readonly string[] {
	return [...texts].flatMap((text) =>
		Object.entries(SECRETS).flatMap(([name, secret]) => (text.includes(secret) ? [name] : [])),
	);
}

it("no secret is shown, logged or stored, whatever a gateway repeats of it", { timeout: 120_000 }, async () => {
	const stranger = newCookie();
	expect(await act(stranger, "submitTake", orderFor("evolink"))).toContain('"ok":true');
	await watchUntil(stranger, /Not with Bearer \[key\]/);

	const key = { gateway: "evolink", fields: { apiKey: SECRETS.own }, dailyLimitMicros: null };
	expect(await act(own, "saveKey", key)).toContain('"lastFour":"4711"');
	await act(own, "testKey", { gateway: "evolink" });
	expect(await act(own, "submitTake", orderFor("evolink"))).toContain('"ok":true');
	await watchUntil(own, /Not with Bearer \[key\]/);

	for (const path of ["/", "/api/health", "/no-such-page"]) {
		answers.push((await product.ask({ path, headers: { cookie: own } })).body.toString());
	}
	expect(new Set(heard)).toEqual(new Set([`Bearer ${SECRETS.operator}`, `Bearer ${SECRETS.own}`]));
	expect(leaks(answers)).toEqual([]);
	expect(leaks([product.said()])).toEqual([]);
	expect(leaks(storedFiles(product.dataDir))).toEqual([]);
	// The sealed key is there, so it is no empty folder that was searched.
	expect([...storedFiles(product.dataDir)].some((bytes) => bytes.includes("lastFour") || bytes.includes("4711"))).toBe(
		true,
	);
});
