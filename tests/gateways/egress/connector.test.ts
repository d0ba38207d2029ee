import type { LookupAddress } from "node:dns";
import { createServer } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { ConnectFailed, guardedConnector, type Resolve } from "@/lib/gateways/egress/connector";
import { egressPolicy } from "@/lib/gateways/egress/policy";
import { get } from "../support/calls";
import { openServer } from "../support/server";
import { openWay } from "../support/way";

const to = (...addresses: string[]): LookupAddress[] =>
	addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));

const MUTE: Resolve = () => Promise.reject(new Error("Nobody should have asked."));

/** Dials as undici would, past every check of the URL itself. */
function dial(hostname: string, port: number, resolve: Resolve): Promise<unknown> {
	const connect = guardedConnector({ policy: egressPolicy([]), resolve, connectTimeoutMs: 200 });
	return new Promise((settle) => {
		connect({ hostname, protocol: "http:", port: String(port) }, (...[error, socket]) => {
			socket?.destroy();
			settle(error === null ? "connected" : error);
		});
	});
}

async function dialledBy(hostname: string, resolve: Resolve) {
	const server = await openServer((_request, response) => response.end());
	const outcome = await dial(hostname, server.port, resolve);
	return { outcome, connections: server.connections };
}

const REFUSED = expect.objectContaining({ cause: expect.objectContaining({ name: "EgressRefused" }) });

describe("a name that somebody else chose", () => {
	it.each([
		["a private address", to("127.0.0.1")],
		["a private address beside a public one", to("8.8.8.8", "127.0.0.1")],
		["a public address beside a private one", to("127.0.0.1", "8.8.8.8")],
		["a mapped loopback", to("::ffff:127.0.0.1")],
		["a compatible loopback", to("::127.0.0.1")],
		["a cloud's metadata", to("169.254.169.254")],
	])("is not dialled when it leads to %s", async (_, addresses) => {
		const { outcome, connections } = await dialledBy("films.example", async () => addresses);
		expect(outcome).toBeInstanceOf(ConnectFailed);
		expect(outcome).toEqual(REFUSED);
		expect(connections).toBe(0);
	});

	it("is not dialled when it leads nowhere", async () => {
		const { outcome, connections } = await dialledBy("films.example", async () => []);
		expect(outcome).toBeInstanceOf(ConnectFailed);
		expect(connections).toBe(0);
	});
});

describe("an address literal", () => {
	it.each(["127.0.0.1", "::1", "::ffff:7f00:1", "::7f00:1", "0.0.0.0", "10.0.0.1"])(
		"is judged though no name is looked up: %s",
		async (address) => {
			const { outcome, connections } = await dialledBy(address, MUTE);
			expect(outcome).toEqual(REFUSED);
			expect(connections).toBe(0);
		},
	);
});

describe("a name the operator vouches for", () => {
	it("may lead to a private address, and keeps its name in the Host header", async () => {
		const hosts: (string | undefined)[] = [];
		const server = await openServer((request, response) => {
			hosts.push(request.headers.host);
			response.end("{}");
		});
		const url = `http://gateway.studio:${server.port}/`;
		const { http } = openWay({ allow: [url], resolve: async () => to("127.0.0.1") });
		expect(await http(get(url))).toMatchObject({ status: 200 });
		expect(hosts).toEqual([`gateway.studio:${server.port}`]);
	});

	it("is named to the other side before TLS is agreed, though an address was dialled", async () => {
		const heard: Buffer[] = [];
		const server = createServer((socket) => {
			socket.on("error", () => socket.destroy());
			socket.once("data", (hello) => {
				heard.push(hello);
				socket.destroy();
			});
		});
		await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
		onTestFinished(() => void server.close());
		const address = server.address();
		if (address === null || typeof address === "string") throw new Error("The server has no port.");
		const url = `https://gateway.studio:${address.port}/`;
		const { http } = openWay({ allow: [url], resolve: async () => to("127.0.0.1") });
		await expect(http(get(url))).rejects.toMatchObject({ sent: "no" });
		expect(Buffer.concat(heard).includes("gateway.studio")).toBe(true);
	});

	it("is tried at its other addresses when the first does not answer", async () => {
		const server = await openServer((_request, response) => response.end("{}"));
		const url = `http://gateway.studio:${server.port}/`;
		const { http } = openWay({ allow: [url], resolve: async () => to("127.0.0.2", "127.0.0.1") });
		expect(await http(get(url))).toMatchObject({ status: 200 });
	});
});
