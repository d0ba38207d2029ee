import { createServer as createTcpServer, type Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it, onTestFinished } from "vitest";
import { get, pay } from "../support/calls";
import { openServer } from "../support/server";
import { openWay, type WayOptions } from "../support/way";

/** A server that does to the bare connection whatever it is told. */
async function openWire(onConnection: (socket: Socket) => void): Promise<string> {
	const sockets = new Set<Socket>();
	const server = createTcpServer((socket) => {
		sockets.add(socket);
		socket.on("error", () => socket.destroy());
		onConnection(socket);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	onTestFinished(() => {
		for (const socket of sockets) socket.destroy();
		server.close();
	});
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("The server has no port.");
	return `http://127.0.0.1:${address.port}/`;
}

function wayTo(url: string, others: WayOptions = {}) {
	return openWay({ allow: [url], ...others });
}

const IMPATIENT = { connectMs: 200, submitHeadersMs: 200, headersMs: 200, idleBodyMs: 200, replyBodyMs: 400 };

describe("whether anything was sent", () => {
	it.each([
		["a name that does not resolve", Object.assign(new Error("not found"), { code: "ENOTFOUND" })],
		["a resolver that fails for now", Object.assign(new Error("again"), { code: "EAI_AGAIN" })],
	])("is no after %s", async (_, error) => {
		const url = "http://gateway.studio:8080/";
		const { http } = wayTo(url, { resolve: () => Promise.reject(error) });
		await expect(http(pay(url))).rejects.toMatchObject({ name: "GatewayUnreachable", sent: "no" });
	});

	it("is no where the port is closed", async () => {
		const { http } = wayTo("http://127.0.0.1:1/");
		await expect(http(pay("http://127.0.0.1:1/"))).rejects.toMatchObject({ sent: "no" });
	});

	it("is no where connecting takes too long", async () => {
		const url = "http://gateway.studio:8080/";
		const { http } = wayTo(url, { resolve: () => new Promise(() => {}), timeouts: IMPATIENT });
		await expect(http(pay(url))).rejects.toMatchObject({ sent: "no" });
	});

	it("is no where TLS fails", async () => {
		const url = (await openWire((socket) => socket.end("this is no TLS"))).replace("http:", "https:");
		const { http } = wayTo(url);
		await expect(http(pay(url))).rejects.toMatchObject({ sent: "no" });
	});

	it("is no where TLS is never answered", async () => {
		const url = (await openWire(() => {})).replace("http:", "https:");
		const { http } = wayTo(url, { timeouts: IMPATIENT });
		await expect(http(pay(url))).rejects.toMatchObject({ sent: "no" });
	});

	it("is no where the policy forbids it", async () => {
		const { http } = openWay();
		await expect(http(pay("https://127.0.0.1/"))).rejects.toMatchObject({ sent: "no" });
	});

	it("is no where a header could not be written", async () => {
		const server = await openServer((_request, response) => response.end("{}"));
		const { http } = wayTo(server.origin);
		const call = pay(server.origin, { headers: { authorization: "Bearer line\nbreak" } });
		await expect(http(call)).rejects.toMatchObject({ sent: "no" });
	});

	it.each([
		["a reset after the request", (socket: Socket) => socket.once("data", () => socket.resetAndDestroy())],
		["an end after the request", (socket: Socket) => socket.once("data", () => socket.end())],
		["half a head", (socket: Socket) => socket.once("data", () => socket.end("HTTP/1.1 200 OK\r\nContent-"))],
		["an answer that is no HTTP", (socket: Socket) => socket.once("data", () => socket.end("what?\r\n\r\n"))],
		["silence", () => {}],
	])("is maybe after %s", async (_, onConnection) => {
		const url = await openWire(onConnection);
		const { http } = wayTo(url, { timeouts: IMPATIENT });
		await expect(http(pay(url))).rejects.toMatchObject({ name: "GatewayUnreachable", sent: "maybe" });
	});

	it("is told in the same words whatever the cause, which stands beside them", async () => {
		const url = "http://127.0.0.1:1/";
		const { http } = wayTo(url);
		await expect(http(get(url))).rejects.toMatchObject({
			message: "127.0.0.1:1 could not be reached; nothing was sent.",
			cause: { cause: { code: "ECONNREFUSED" } },
		});
	});
});

describe("an answer", () => {
	it("is kept as far as it came", async () => {
		const url = await openWire((socket) =>
			socket.once("data", () => socket.end('HTTP/1.1 201 Created\r\nContent-Length: 100\r\n\r\n{"id":')),
		);
		const { http } = wayTo(url);
		expect(await http(pay(url))).toMatchObject({ status: 201, text: '{"id":', cut: true });
	});

	it("is cut where it stalls", async () => {
		const url = await openWire((socket) =>
			socket.once("data", () => socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")),
		);
		const { http } = wayTo(url, { timeouts: IMPATIENT });
		expect(await http(pay(url))).toMatchObject({ status: 200, text: "half", cut: true });
	});

	it("is cut where it trickles for ever", async () => {
		const server = await openServer(async (_request, response) => {
			response.writeHead(200, { "content-length": "1000000" });
			while (!response.destroyed) {
				response.write("x");
				await wait(20);
			}
		});
		const { http } = wayTo(server.origin, { timeouts: IMPATIENT });
		const reply = await http(get(server.origin));
		expect(reply).toMatchObject({ status: 200, cut: true });
		expect(reply.text.length).toBeGreaterThan(1);
	});

	it("is cut where it is longer than a gateway has anything to say", async () => {
		const server = await openServer((_request, response) => response.end("x".repeat(3_000_000)));
		const { http } = wayTo(server.origin);
		const reply = await http(get(server.origin));
		expect(reply.cut).toBe(true);
		expect(reply.text.length).toBeLessThanOrEqual(2_000_000);
	});

	it("is not followed where it points elsewhere", async () => {
		const asked: (string | undefined)[] = [];
		const server = await openServer((request, response) => {
			asked.push(request.url);
			response.writeHead(307, { location: "/elsewhere" }).end();
		});
		const { http } = wayTo(server.origin);
		for (const call of [pay(server.origin), get(server.origin)])
			expect(await http(call)).toMatchObject({ status: 307 });
		expect(asked).toEqual(["/", "/"]);
	});

	it("says how long to wait by our clock", async () => {
		const server = await openServer((_request, response) => {
			response.writeHead(429, { "retry-after": "Fri, 20 Nov 2026 12:00:30 GMT" }).end();
		});
		const { http } = wayTo(server.origin, { nowMs: () => Date.UTC(2026, 10, 20, 12) });
		expect(await http(get(server.origin))).toMatchObject({ status: 429, retryAfterMs: 30_000 });
	});
});

describe("the key", () => {
	it.each([
		["goes to the origin it is pinned to", (origin: string) => origin, "Bearer key"],
		["stays at home where the port differs", () => "http://127.0.0.1:1", undefined],
		["stays at home where the scheme differs", (origin: string) => origin.replace("http:", "https:"), undefined],
		["stays at home where the name differs", () => "https://gateway.example", undefined],
	])("%s", async (_, pinned, expected) => {
		const seen: (string | undefined)[] = [];
		const server = await openServer((request, response) => {
			seen.push(request.headers.authorization);
			response.end("{}");
		});
		const { http } = wayTo(server.origin);
		const secret = { origin: pinned(server.origin), headers: { authorization: "Bearer key" } };
		await http(get(server.origin, { secret }));
		await http(pay(server.origin, { secret }));
		expect(seen).toEqual([expected, expected]);
	});
});

describe("connections", () => {
	it("are opened anew for each paid request and closed after it", async () => {
		const closings: (string | undefined)[] = [];
		const server = await openServer((request, response) => {
			closings.push(request.headers.connection);
			response.end("{}");
		});
		const { http } = wayTo(server.origin);
		for (let time = 0; time < 3; time += 1) await http(pay(server.origin));
		expect(server.connections).toBe(3);
		expect(closings).toEqual(["close", "close", "close"]);
	});

	it("are shared between free requests", async () => {
		const server = await openServer((_request, response) => response.end("{}"));
		const { http } = wayTo(server.origin);
		for (let time = 0; time < 10; time += 1) await http(get(server.origin));
		expect(server.connections).toBeLessThan(10);
	});

	it("carry a paid request once, whatever becomes of it", async () => {
		let requests = 0;
		const url = await openWire((socket) =>
			socket.on("data", () => {
				requests += 1;
				socket.resetAndDestroy();
			}),
		);
		const { http } = wayTo(url);
		for (const sent of [1, 2]) {
			await expect(http(pay(url))).rejects.toMatchObject({ sent: "maybe" });
			expect(requests).toBe(sent);
		}
	});
});

it("sends exactly the bytes it is given", async () => {
	const bodies: string[] = [];
	const server = await openServer((request, response) => {
		const parts: Buffer[] = [];
		request.on("data", (part) => parts.push(part));
		request.on("end", () => {
			bodies.push(Buffer.concat(parts).toString("utf8"));
			response.end("{}");
		});
	});
	const body = '{"prompt":"— “rain” 雨 \\u0000 🎬"}';
	const { http } = wayTo(server.origin);
	await http(pay(server.origin, { body }));
	await http(pay(server.origin, { body }));
	expect(bodies).toEqual([body, body]);
});
