import { describe, expect, test } from "vitest";
import { makeFrontDoor, passTo, sayDraining } from "@/lib/cli/front-door.mjs";
import { openServer } from "../support/http-server";

async function openDoor({ ours = true }: { ours?: boolean } = {}) {
	const door = makeFrontDoor(() => ours);
	const { url } = await openServer(door.onRequest);
	return { door, url };
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

	test("tells a stranger's name what to set", async () => {
		const { url } = await openDoor({ ours: false });
		const answer = await fetch(url);
		expect(answer.status).toBe(421);
		expect(await answer.text()).toContain("set PUBLIC_URL");
	});
});
