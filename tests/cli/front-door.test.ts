import { connect } from "node:net";
import { describe, expect, test } from "vitest";
import { makeFrontDoor, passTo, sayDraining } from "@/lib/cli/front-door.mjs";
import { openServer } from "../support/http-server";

async function openDoor({ ours = true }: { ours?: boolean } = {}) {
	const door = makeFrontDoor(() => ours);
	const { url } = await openServer(door.onRequest);
	return { door, url };
}

/** As no client would send it. */
async function askRaw(url: string, text: string): Promise<string> {
	const socket = connect(Number(new URL(url).port), "127.0.0.1");
	socket.end(text);
	let answer = "";
	for await (const chunk of socket) answer += chunk;
	return answer;
}

describe("the front door", () => {
	test("says that the product is starting until there is an answer", async () => {
		const { url } = await openDoor();
		const answer = await fetch(url);
		expect([answer.status, await answer.text()]).toEqual([503, "Storyreel is starting.\n"]);
	});

	test("hands requests on once there is one", async () => {
		const { door, url } = await openDoor();
		door.answer = passTo(async (_request: unknown, response: { end(text: string): void }) => response.end("page"), 0);
		expect(await (await fetch(url)).text()).toBe("page");
	});

	test("gives an answer of its own past what is behind it, with the guards on it", async () => {
		const { door, url } = await openDoor();
		const page = async (_request: unknown, response: { end(text: string): void }) => response.end("page");
		const own = (_request: unknown, response: { end(text: string): void }) => response.end("film");
		door.answer = passTo(page, 0, ({ url }: { url: string }) => (url === "/film" ? own : null));
		expect(await (await fetch(url)).text()).toBe("page");
		const answer = await fetch(`${url}/film`);
		expect(await answer.text()).toBe("film");
		expect(Object.fromEntries(answer.headers)).toMatchObject({
			"x-content-type-options": "nosniff",
			"cross-origin-resource-policy": "same-origin",
		});
	});

	test("begins an answer of its own when the ones before it on the line are through", async () => {
		const { door, url } = await openDoor();
		const begun: string[] = [];
		const waiting: (() => void)[] = [];
		const own = ({ url }: { url: string }, response: { end(text: string): void }) => {
			begun.push(url);
			waiting.push(() => response.end(url));
		};
		door.answer = passTo(
			async () => {},
			0,
			() => own,
		);
		const socket = connect(Number(new URL(url).port), "127.0.0.1");
		socket.write(["/1", "/2"].map((path) => `GET ${path} HTTP/1.1\r\nHost: ours\r\n\r\n`).join(""));
		await expect.poll(() => begun).toEqual(["/1"]);
		waiting.shift()?.();
		await expect.poll(() => begun).toEqual(["/1", "/2"]);
		waiting.shift()?.();
		socket.destroy();
	});

	test("answers health itself, and closes the connection, while it drains", async () => {
		const { door, url } = await openDoor();
		door.answer = sayDraining;
		const answer = await fetch(`${url}/api/health`);
		expect([answer.status, await answer.json()]).toEqual([503, { live: true, ready: false }]);
		expect(answer.headers.get("connection")).toBe("close");
	});

	test.each(["DELETE", "PATCH", "PROPFIND"])("refuses %s and lists what is used", async (method) => {
		const { url } = await openDoor();
		const answer = await fetch(url, { method });
		expect([answer.status, answer.headers.get("allow")]).toEqual([405, "GET, HEAD, POST, PUT, OPTIONS"]);
	});

	test.each([
		["a whole address", "GET http://evil.example/ HTTP/1.1\r\nHost: ours\r\n"],
		["no path at all", "OPTIONS * HTTP/1.1\r\nHost: ours\r\n"],
		["an encoding that stands for nothing", "GET /api/media/%E0%A4%A HTTP/1.1\r\nHost: ours\r\n"],
		["two hosts", "GET / HTTP/1.1\r\nHost: ours\r\nHost: evil.example\r\n"],
	])("refuses to be asked for %s", async (_, head) => {
		const { door, url } = await openDoor();
		door.answer = passTo(async (_request: unknown, response: { end(text: string): void }) => response.end("page"), 0);
		expect(await askRaw(url, `${head}Connection: close\r\n\r\n`)).toMatch(/^HTTP\/1\.1 400 /);
	});

	test("lets a page name itself as it likes", async () => {
		const { door, url } = await openDoor();
		door.answer = passTo(async (_request: unknown, response: { end(text: string): void }) => response.end("page"), 0);
		for (const path of ["/", "/?q=%E0%A4%A", "/%E6%B5%B7?x=/http://", "//"]) {
			expect((await askRaw(url, `GET ${path} HTTP/1.1\r\nHost: ours\r\nConnection: close\r\n\r\n`)).slice(9, 12)).toBe(
				"200",
			);
		}
	});

	test("tells a stranger's name what to set", async () => {
		const { url } = await openDoor({ ours: false });
		const answer = await fetch(url);
		expect(answer.status).toBe(421);
		expect(await answer.text()).toContain("set PUBLIC_URL");
	});
});
