import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { describe, expect, it } from "vitest";
import { TooManyBytes } from "@/lib/ports/media-store";
import type { FileAsk, OpenedFile } from "@/lib/ports/remote-files";
import { openServer } from "../support/server";
import { openWay } from "../support/way";

const FILM = Buffer.from("0123456789".repeat(100));
const ETAG = '"abc"';

function ask(others: Partial<FileAsk> = {}): FileAsk {
	return { resume: null, maxBytes: 10_000, signal: new AbortController().signal, ...others };
}

function serveFilm(request: IncomingMessage, response: ServerResponse): void {
	const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1] ?? 0);
	const isRest = from > 0 && request.headers["if-range"] === ETAG;
	const body = isRest ? FILM.subarray(from) : FILM;
	const range = isRest ? { "content-range": `bytes ${from}-${FILM.length - 1}/${FILM.length}` } : {};
	const headers = { etag: ETAG, "content-type": "video/mp4", "content-length": body.length, ...range };
	response.writeHead(isRest ? 206 : 200, headers).end(body);
}

async function openFilm(listener: RequestListener, others: Partial<FileAsk> = {}): Promise<OpenedFile> {
	const server = await openServer(listener);
	const { files } = openWay({ allow: [server.origin], timeouts: { headersMs: 200, idleBodyMs: 200 } });
	return files.open(`${server.origin}/film.mp4`, ask(others));
}

async function readAll(file: OpenedFile): Promise<string> {
	if (file.kind !== "open") throw new Error(`It is ${file.kind}.`);
	const parts: Uint8Array[] = [];
	for await (const part of file.bytes) parts.push(part);
	return Buffer.concat(parts).toString();
}

describe("a file at somebody else's address", () => {
	it("is read whole, with what is known of it", async () => {
		const file = await openFilm(serveFilm);
		expect(file).toMatchObject({ fromByte: 0, totalBytes: 1000, etag: ETAG, contentType: "video/mp4" });
		expect(await readAll(file)).toBe(FILM.toString());
	});

	it("goes on where it broke off", async () => {
		const file = await openFilm(serveFilm, { resume: { fromByte: 400, etag: ETAG } });
		expect(file).toMatchObject({ fromByte: 400, totalBytes: 1000 });
		expect(await readAll(file)).toBe(FILM.subarray(400).toString());
	});

	it("begins anew where it has changed since", async () => {
		const file = await openFilm(serveFilm, { resume: { fromByte: 400, etag: '"older"' } });
		expect(file).toMatchObject({ kind: "open", fromByte: 0, totalBytes: 1000 });
	});

	it("begins anew where there is no such rest", async () => {
		const file = await openFilm(
			(request, response) => {
				if (request.headers.range) response.writeHead(416).end();
				else serveFilm(request, response);
			},
			{ resume: { fromByte: 4000, etag: ETAG } },
		);
		expect(file).toMatchObject({ kind: "open", fromByte: 0 });
	});

	it("is not taken where another part comes than was asked for", async () => {
		const file = await openFilm(
			(_request, response) => response.writeHead(206, { "content-range": "bytes 0-9/1000" }).end("0123456789"),
			{ resume: { fromByte: 400, etag: ETAG } },
		);
		expect(file).toMatchObject({ kind: "unavailable" });
	});

	it("names no weak etag, which allows no resuming", async () => {
		const file = await openFilm((_request, response) => response.writeHead(200, { etag: 'W/"abc"' }).end("x"));
		expect(file).toMatchObject({ kind: "open", etag: null });
	});

	it("ends at the cap", async () => {
		const file = await openFilm(serveFilm, { maxBytes: 500 });
		await expect(readAll(file)).rejects.toBeInstanceOf(TooManyBytes);
	});

	it("counts the part already stored towards the cap", async () => {
		const file = await openFilm(serveFilm, { maxBytes: 900, resume: { fromByte: 400, etag: ETAG } });
		await expect(readAll(file)).rejects.toBeInstanceOf(TooManyBytes);
	});

	it.each([
		["breaks off", (response: ServerResponse) => response.destroy()],
		["stalls", () => {}],
	])("throws where it %s", async (_, end) => {
		const file = await openFilm((_request, response) => {
			response.writeHead(200, { "content-length": "1000" });
			response.write("half", () => end(response));
		});
		await expect(readAll(file)).rejects.toThrow();
	});

	it("does no harm where it breaks off before anybody reads it", async () => {
		const server = await openServer((request, response) => {
			if (request.url === "/other.mp4") return serveFilm(request, response);
			response.writeHead(200, { "content-length": "1000" });
			return response.write("half", () => setImmediate(() => response.destroy()));
		});
		const { files } = openWay({ allow: [server.origin] });
		const broken = await files.open(`${server.origin}/film.mp4`, ask());
		for (let time = 0; time < 5; time += 1) await readAll(await files.open(`${server.origin}/other.mp4`, ask()));
		await expect(readAll(broken)).rejects.toThrow();
	});

	it.each([403, 404, 410])("is gone after a %s", async (status) => {
		expect(await openFilm((_request, response) => response.writeHead(status).end())).toEqual({ kind: "gone", status });
	});

	it.each([429, 500, 503])("is unavailable after a %s, for as long as it says", async (status) => {
		const file = await openFilm((_request, response) => response.writeHead(status, { "retry-after": "5" }).end());
		expect(file).toMatchObject({ kind: "unavailable", retryAfterMs: 5_000 });
	});

	it("is unavailable where nobody answers", async () => {
		const { files } = openWay({ allow: ["http://127.0.0.1:1"] });
		expect(await files.open("http://127.0.0.1:1/film.mp4", ask())).toMatchObject({ kind: "unavailable" });
		expect(await openFilm(() => {})).toMatchObject({ kind: "unavailable" });
	});

	it("throws when the engine is told to stop", async () => {
		const stopping = new AbortController();
		const opening = openFilm(() => stopping.abort(), { signal: stopping.signal });
		await expect(opening).rejects.toMatchObject({ name: "AbortError" });
	});
});

describe("redirects", () => {
	const hop =
		(times: number): RequestListener =>
		(request, response) => {
			const done = Number(new URL(request.url ?? "/", "http://here").searchParams.get("hop") ?? 0);
			if (done < times) response.writeHead(302, { location: `/film.mp4?hop=${done + 1}` }).end();
			else serveFilm(request, response);
		};

	it.each([1, 2, 3])("are followed %s times", async (times) => {
		expect(await readAll(await openFilm(hop(times)))).toBe(FILM.toString());
	});

	it("are not followed a fourth time", async () => {
		expect(await openFilm(hop(4))).toMatchObject({ kind: "refused" });
	});

	it.each([
		["a private address", "https://127.0.0.1/film.mp4"],
		["a cloud's metadata", "https://169.254.169.254/latest/meta-data/"],
		["plain http", "http://example.com/film.mp4"],
		["another scheme", "file:///etc/passwd"],
		["another port of this machine", "http://127.0.0.1:1/film.mp4"],
		["user information", "https://user:word@example.com/"],
		["nowhere", "https://"],
	])("are not followed to %s", async (_, location) => {
		const file = await openFilm((_request, response) => response.writeHead(302, { location }).end());
		expect(file).toEqual({ kind: "refused", sentence: "That address could not be fetched." });
	});
});

it.each([
	"not a url",
	"https://127.0.0.1/",
	"http://example.com/",
	"https://metadata.google.internal/",
	"ftp://example.com/",
])("an address that is refused says no more than that: %s", async (url) => {
	const { files } = openWay();
	expect(await files.open(url, ask())).toEqual({ kind: "refused", sentence: "That address could not be fetched." });
});

it("a name that leads to a private address says no more than a refused one", async () => {
	const { files } = openWay({ resolve: async () => [{ address: "10.0.0.1", family: 4 }] });
	expect(await files.open("https://films.example/", ask())).toEqual({
		kind: "refused",
		sentence: "That address could not be fetched.",
	});
});

it("no credentials are ever sent", async () => {
	const seen: string[][] = [];
	const file = await openFilm((request, response) => {
		seen.push(Object.keys(request.headers));
		serveFilm(request, response);
	});
	await readAll(file);
	expect(seen.flat()).not.toContain("authorization");
	expect(seen.flat()).not.toContain("cookie");
});
