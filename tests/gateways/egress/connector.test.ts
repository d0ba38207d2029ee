import type { LookupAddress } from "node:dns";
import { describe, expect, it } from "vitest";
import type { Resolve } from "@/lib/gateways/egress/connector";
import { GatewayUnreachable } from "@/lib/ports/gateway";
import { get } from "../support/calls";
import { openServer } from "../support/server";
import { openWay } from "../support/way";

const to = (...addresses: string[]): LookupAddress[] =>
	addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));

describe("a name that somebody else chose", () => {
	it.each([
		["a private address", to("127.0.0.1")],
		["a private address beside a public one", to("8.8.8.8", "127.0.0.1")],
		["a public address beside a private one", to("127.0.0.1", "8.8.8.8")],
		["a mapped loopback", to("::ffff:127.0.0.1")],
		["a compatible loopback", to("::127.0.0.1")],
		["a cloud's metadata", to("169.254.169.254")],
		["nothing at all", []],
	])("is not dialled when it leads to %s", async (_, addresses) => {
		const server = await openServer((_request, response) => response.end("{}"));
		const { http } = openWay({ resolve: async () => addresses });
		const outcome = http(get("https://films.example/"));
		await expect(outcome).rejects.toMatchObject({ name: "GatewayUnreachable", sent: "no" });
		expect(server.connections).toBe(0);
	});

	it("is judged again at each connection, so that it cannot change its mind", async () => {
		const server = await openServer((_request, response) => response.end("{}"));
		const answers = [to("8.8.8.8"), to("127.0.0.1")];
		const asked: string[] = [];
		const resolve: Resolve = async (hostname) => {
			asked.push(hostname);
			return answers.shift() ?? [];
		};
		const { http } = openWay({ resolve, timeouts: { connectMs: 50 } });
		for (let time = 0; time < 2; time += 1) {
			await expect(http(get("https://films.example/"))).rejects.toMatchObject({ sent: "no" });
		}
		expect(asked).toEqual(["films.example", "films.example"]);
		expect(server.connections).toBe(0);
	});
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

	it("is tried at its other addresses when the first does not answer", async () => {
		const server = await openServer((_request, response) => response.end("{}"));
		const url = `http://gateway.studio:${server.port}/`;
		const { http } = openWay({ allow: [url], resolve: async () => to("127.0.0.2", "127.0.0.1") });
		expect(await http(get(url))).toMatchObject({ status: 200 });
	});
});

describe("an address literal", () => {
	it("is judged though no name is looked up", async () => {
		const server = await openServer((_request, response) => response.end("{}"));
		const asked: string[] = [];
		const resolve: Resolve = async (hostname) => {
			asked.push(hostname);
			return to("127.0.0.1");
		};
		const { http } = openWay({ resolve });
		for (const url of ["https://127.0.0.1/", "https://[::1]/", `https://127.0.0.1:${server.port}/`]) {
			await expect(http(get(url))).rejects.toBeInstanceOf(GatewayUnreachable);
		}
		expect(asked).toEqual([]);
		expect(server.connections).toBe(0);
	});
});
