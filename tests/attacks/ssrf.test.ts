import type { LookupAddress } from "node:dns";
import { once } from "node:events";
import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import type { Resolve } from "@/lib/gateways/egress/connector";
import type { RemoteFiles } from "@/lib/ports/remote-files";
import { fetchImage } from "@/lib/services/fetch-image";
import { newBrowser, START_MS } from "../engine/support/engine";
import { TestClock } from "../engine/support/test-clock";
import { get } from "../gateways/support/calls";
import { openServer } from "../gateways/support/server";
import { openWay, type WayOptions } from "../gateways/support/way";
import { openCanaries } from "./support/canary";
import { listTargets } from "./support/ssrf-targets";

const signal = new AbortController().signal;
const REDIRECTS = [301, 302, 303, 307, 308];
/** Global unicast by its shape, and given to nobody. */
const NOBODYS = "2e00::1";

const to = (...addresses: string[]): LookupAddress[] =>
	addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));

function mustNotBeReached(): never {
	throw new Error("Nothing was fetched, so nothing can be stored.");
}

/** The pasted link's way, as far as it gets: to the first byte of an answer. */
async function pasteLink(files: RemoteFiles, url: string): Promise<string> {
	const nothing = { put: mustNotBeReached, read: mustNotBeReached, head: mustNotBeReached, delete: mustNotBeReached };
	const images = { remember: mustNotBeReached, list: mustNotBeReached, find: mustNotBeReached };
	const doors = {
		files,
		clock: new TestClock(START_MS),
		images: { ...images, purge: mustNotBeReached, referenced: mustNotBeReached },
		media: { ...nothing, path: mustNotBeReached, list: mustNotBeReached },
		refiner: { refine: mustNotBeReached, shrink: mustNotBeReached, close: async () => {} },
	};
	const outcome = await fetchImage(doors, newBrowser(), { url, backing: "#ffffff", crop: null, signal });
	return outcome.ok ? "taken" : outcome.problem.code;
}

async function downloadFilm(files: RemoteFiles, url: string): Promise<string> {
	return (await files.open(url, { resume: null, maxBytes: 1_000, signal })).kind;
}

async function openGuarded(options: WayOptions = {}) {
	const canaries = await openCanaries();
	const way = openWay({ timeouts: { connectMs: 300, headersMs: 1_000 }, ...options });
	return { canaries, ...way };
}

describe("an address somebody pastes or a gateway answers with", () => {
	it("is refused in all its spellings, and nobody is dialled", async () => {
		const { canaries, files } = await openGuarded();
		const targets = listTargets(canaries.port);
		expect(targets.length).toBeGreaterThanOrEqual(300);
		const reached: string[] = [];
		for (const url of targets) {
			const outcomes = [await pasteLink(files, url), await downloadFilm(files, url)];
			if (outcomes.join() !== "link-refused,refused") reached.push(`${url}: ${outcomes.join()}`);
		}
		expect(reached).toEqual([]);
		expect(canaries).toMatchObject({ hits: 0, dialled: 0 });
	});

	it("is not called by the gateways' way out either", async () => {
		const { canaries, http } = await openGuarded();
		const reached: string[] = [];
		for (const url of listTargets(canaries.port).filter((each) => URL.canParse(each))) {
			const outcome = await http(get(url)).then(
				() => "answered",
				(error) => String(error.sent),
			);
			if (outcome !== "no") reached.push(`${url}: ${outcome}`);
		}
		expect(reached).toEqual([]);
		expect(canaries).toMatchObject({ hits: 0, dialled: 0 });
	});

	it("is not reached by a redirect of any kind", async () => {
		const canaries = await openCanaries();
		const targets = listTargets(canaries.port).filter((each) => each.trim() !== "" && !/[\r\n]/.test(each));
		const server = await openServer(({ url }, response) => {
			const number = Number(url?.slice(1));
			const location = encodeHeader(targets[number] ?? "");
			response.writeHead(REDIRECTS[number % REDIRECTS.length] ?? 302, { location }).end();
		});
		const { files } = openWay({ allow: [server.origin], timeouts: { connectMs: 300 } });
		const reached: string[] = [];
		for (const [number, target] of targets.entries()) {
			// Without a scheme of its own it stays on the server that was asked, whose redirects then lead nowhere.
			const location = encodeHeader(target);
			const stays = URL.canParse(location, server.origin) && new URL(location, server.origin).origin === server.origin;
			const outcome = await downloadFilm(files, `${server.origin}/${number}`);
			if (outcome !== "refused" && !stays) reached.push(`${target}: ${outcome}`);
		}
		expect(reached).toEqual([]);
		expect(canaries.hits).toBe(0);
	});

	it.each(REDIRECTS)("is not reached at the end of a chain of %i", async (status) => {
		const canaries = await openCanaries();
		const server = await openServer(({ url }, response) => {
			const step = Number(url?.slice(1));
			const next = step < 2 ? `/${step + 1}` : `http://127.0.0.1:${canaries.port}/`;
			response.writeHead(status, { location: next }).end();
		});
		const { files } = openWay({ allow: [server.origin] });
		expect(await pasteLink(files, `${server.origin}/0`)).toBe("link-refused");
		expect(canaries.hits).toBe(0);
	});

	it("is given up after three redirects", async () => {
		let asked = 0;
		const server = await openServer((_request, response) => {
			asked += 1;
			response.writeHead(302, { location: `/${asked}` }).end();
		});
		const { files } = openWay({ allow: [server.origin] });
		expect(await pasteLink(files, server.origin)).toBe("link-refused");
		expect(asked).toBe(4);
	});
});

describe("a name", () => {
	it.each([
		["127.0.0.1"],
		["::1"],
		["0.0.0.0"],
		["169.254.169.254"],
		["10.0.0.1"],
		["192.168.0.1"],
		["fd00:ec2::254"],
		["::ffff:127.0.0.1"],
		["::127.0.0.1"],
		["64:ff9b::7f00:1"],
		["2002:7f00:1::1"],
		["fe80::1"],
	])("that leads to %s is not followed, alone or beside a public address", async (address) => {
		for (const addresses of [to(address), to(NOBODYS, address), to(address, NOBODYS)]) {
			const { canaries, files, http } = await openGuarded({ resolve: async () => addresses });
			expect(await pasteLink(files, "https://pictures.example/a.png")).toBe("link-refused");
			expect(await downloadFilm(files, "https://films.example/a.mp4")).toBe("refused");
			await expect(http(get("https://api.example/v1"))).rejects.toMatchObject({ sent: "no" });
			expect(canaries.hits).toBe(0);
		}
	});

	it("that changes its mind between two looks is judged by the look that is dialled", async () => {
		const answers = [to(NOBODYS), to("127.0.0.1"), to(NOBODYS), to("::1")];
		const asked: string[] = [];
		const resolve: Resolve = async (hostname) => {
			asked.push(hostname);
			return answers[asked.length - 1] ?? to("127.0.0.1");
		};
		const { canaries, files } = await openGuarded({ resolve });
		const outcomes: string[] = [];
		for (let time = 0; time < 4; time += 1) outcomes.push(await downloadFilm(files, "https://rebinding.example/"));
		expect(outcomes).toEqual(["unavailable", "refused", "unavailable", "refused"]);
		expect(asked).toHaveLength(4);
		expect(canaries.hits).toBe(0);
	});

	it("that changes its mind between a redirect and its end is judged anew", async () => {
		const server = await openServer((_request, response) => {
			response.writeHead(302, { location: "https://inside.example/" }).end();
		});
		const resolve: Resolve = async (hostname) => to(hostname === "inside.example" ? "127.0.0.1" : NOBODYS);
		const { canaries, files } = await openGuarded({ resolve, allow: [server.origin] });
		expect(await pasteLink(files, server.origin)).toBe("link-refused");
		expect(canaries.hits).toBe(0);
	});
});

it("the answers do not tell a closed port from an open one", async () => {
	const { canaries, files } = await openGuarded();
	const open = await files.open(`https://127.0.0.1:${canaries.port}/`, { resume: null, maxBytes: 9, signal });
	const closed = await files.open("https://127.0.0.1:1/", { resume: null, maxBytes: 9, signal });
	expect(open).toEqual(closed);
});

it("a canary that is reached does sing", async () => {
	const canaries = await openCanaries();
	const socket = connect(canaries.port, "127.0.0.1");
	await once(socket, "close");
	expect(canaries).toMatchObject({ hits: 1, dialled: 1 });
	canaries.forget();
	const { files } = openWay({ allow: [`http://127.0.0.1:${canaries.port}`] });
	expect(await downloadFilm(files, `http://127.0.0.1:${canaries.port}/`)).toBe("unavailable");
	expect(canaries.hits).toBe(1);
});

/** What Node would not put into a header as it is. */
function encodeHeader(text: string): string {
	return text.replace(/[^\x20-\x7e]/g, (char) => encodeURIComponent(char));
}
