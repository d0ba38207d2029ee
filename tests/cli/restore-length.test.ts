import type { RequestListener } from "node:http";
import { expect, test } from "vitest";
import { restoreLength } from "@/lib/cli/restore-length.mjs";
import { openServer } from "../support/http-server";

async function answerOf(listener: RequestListener, init?: RequestInit): Promise<Response> {
	const { url } = await openServer((request, response) => {
		restoreLength(response);
		listener(request, response);
	});
	return fetch(url, init);
}

test("a length that a handler tells becomes the answer's, however it is streamed", async () => {
	const answer = await answerOf((_request, response) => {
		response.setHeader("x-content-length", "6");
		response.write("abc");
		response.end("def");
	});
	expect(answer.headers.get("content-length")).toBe("6");
	expect(answer.headers.has("transfer-encoding")).toBe(false);
	expect(answer.headers.has("x-content-length")).toBe(false);
	expect(await answer.text()).toBe("abcdef");
});

test("it stands on the answer to HEAD too", async () => {
	const length = (_request: unknown, response: Parameters<RequestListener>[1]) => {
		response.setHeader("x-content-length", "5000000");
		response.end();
	};
	const answer = await answerOf(length, { method: "HEAD" });
	expect(answer.headers.get("content-length")).toBe("5000000");
});

test("a compressed body has no such length", async () => {
	const answer = await answerOf((_request, response) => {
		response.setHeader("x-content-length", "600");
		response.setHeader("content-encoding", "identity");
		response.write("abc");
		response.end();
	});
	expect(answer.headers.has("content-length")).toBe(false);
	expect(answer.headers.has("x-content-length")).toBe(false);
});

test("an answer without one is left alone", async () => {
	const answer = await answerOf((_request, response) => response.writeHead(201, { "x-own": "1" }).end("abc"));
	expect(answer.status).toBe(201);
	expect(answer.headers.get("x-own")).toBe("1");
});
