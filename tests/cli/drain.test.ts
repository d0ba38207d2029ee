import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { describe, expect, test, vi } from "vitest";
import { drainServer, trackRequests } from "@/lib/cli/drain.mjs";
import { openServer } from "../support/http-server";

async function openStreaming(onStream: (response: ServerResponse) => void) {
	const { server, url } = await openServer((_request, response) => {
		response.write("first\n");
		onStream(response);
	});
	const requests = trackRequests(server);
	const events: string[] = [];
	const lifecycle = {
		drain: async () => void events.push("drain"),
		end: async () => void events.push("end"),
	};
	const app = { close: async () => void events.push("close") };
	return { server, url, events, parts: { server, requests, lifecycle, app } };
}

describe("draining", () => {
	test("with nothing open ends by itself, and the database after the rest", async () => {
		const { parts, events } = await openStreaming(() => {});
		expect(await drainServer(parts)).toBe(0);
		expect(events).toEqual(["drain", "end", "close"]);
	});

	test("waits for a stream that closes when it is asked to", async () => {
		const open: ServerResponse[] = [];
		const { parts, url } = await openStreaming((response) => open.push(response));
		const answer = await fetch(url);
		parts.lifecycle.drain = async () => {
			for (const response of open) response.end("last\n");
		};
		expect(await drainServer(parts)).toBe(0);
		expect(await answer.text()).toBe("first\nlast\n");
	});

	test("cuts a stream that never ends, closes the database all the same, and says so", async () => {
		const { parts, url, server, events } = await openStreaming(() => {});
		const complaint = vi.spyOn(console, "error").mockImplementation(() => {});
		const reading = (await fetch(url)).text().catch(() => "cut");
		expect(await drainServer(parts)).toBe(143);
		expect(await reading).toBe("cut");
		expect(server.listening).toBe(false);
		expect(events).toEqual(["drain", "end", "close"]);
		expect(complaint).toHaveBeenCalledWith("Requests were still open when the time was up.");
		complaint.mockRestore();
	});

	test("does not wait for a database that never closes", async () => {
		const { parts } = await openStreaming(() => {});
		parts.lifecycle.end = () => new Promise(() => {});
		expect(await drainServer(parts)).toBe(143);
	});

	test("goes on listening while a request is in flight", async () => {
		const open: ServerResponse[] = [];
		const { parts, url, server } = await openStreaming((response) => open.push(response));
		const answer = await fetch(url);
		const code = drainServer(parts);
		expect(server.listening).toBe(true);
		open[0]?.end();
		await answer.text();
		expect(await code).toBe(0);
		if (server.listening) await once(server, "close");
	});
});
