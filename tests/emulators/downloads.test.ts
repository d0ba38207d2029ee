import { describe, expect, it } from "vitest";
import type { Emulator } from "../support/emulators/emulator";
import { sha256 } from "../support/emulators/kernel/ledger";
import { driverOf, look, renderFilm } from "./support/drivers";
import { openEmulator } from "./support/open";
import { download } from "./support/wire";

async function finished(): Promise<{ emulator: Emulator; id: string; url: string; whole: Buffer; etag: string }> {
	const emulator = await openEmulator("evolink");
	const { id, url } = await renderFilm(emulator);
	const { bytes, headers } = await download(url);
	return { emulator, id, url, whole: bytes, etag: String(headers.etag) };
}

describe("a film", () => {
	it("is whole, typed and strongly tagged", async () => {
		const { url, emulator, id } = await finished();
		const { status, bytes, headers } = await download(url);
		expect(status).toBe(200);
		expect(sha256(bytes)).toBe(emulator.ledger.chargeOf(id)?.filmSha256);
		expect(headers).toMatchObject({
			"content-type": "video/mp4",
			"content-length": String(bytes.length),
			"accept-ranges": "bytes",
			etag: expect.stringMatching(/^"[0-9a-f]{32}"$/),
		});
	});

	it.each([
		["bytes=0-99", 0, 99],
		["bytes=100-", 100, undefined],
		["bytes=-50", -50, undefined],
		["bytes=10-99999999", 10, undefined],
	])("answers %s with that part", async (range, from, to) => {
		const { url, whole } = await finished();
		const part = await download(url, { range });
		expect(part.status).toBe(206);
		expect(part.bytes).toEqual(whole.subarray(from, to === undefined ? undefined : to + 1));
		const start = from < 0 ? whole.length + from : from;
		expect(part.headers["content-range"]).toBe(`bytes ${start}-${to ?? whole.length - 1}/${whole.length}`);
	});

	it("refuses a part beyond its end", async () => {
		const { url, whole } = await finished();
		const part = await download(url, { range: `bytes=${whole.length}-` });
		expect(part).toMatchObject({ status: 416, headers: { "content-range": `bytes */${whole.length}` } });
	});

	it("resumes under its tag, and starts again under another", async () => {
		const { url, whole, etag } = await finished();
		expect(await download(url, { range: "bytes=100-", "if-range": etag })).toMatchObject({ status: 206 });
		const other = await download(url, { range: "bytes=100-", "if-range": '"other"' });
		expect(other).toMatchObject({ status: 200, bytes: whole });
	});

	it("tells its length without its bytes", async () => {
		const { url, whole } = await finished();
		const head = await download(url, {}, { method: "HEAD" });
		expect(head).toMatchObject({ status: 200, headers: { "content-length": String(whole.length) } });
		expect(head.bytes.length).toBe(0);
	});

	it("needs no key, and shows in the ledger whether one was sent", async () => {
		const { url, emulator } = await finished();
		expect(emulator.ledger.requests.at(-1)).toMatchObject({ operation: "film", authorized: false });
		await download(url, { authorization: "Bearer astray" });
		expect(emulator.ledger.requests.at(-1)).toMatchObject({ operation: "film", authorized: true });
	});

	it("refuses a link whose signature was touched", async () => {
		const { url } = await finished();
		expect((await download(url.replace(/Expires=\d+/, "Expires=9999999999"))).status).toBe(403);
	});

	it.each([403, 404, 410] as const)("answers %i once its link has ended", async (expiredStatus) => {
		const emulator = await openEmulator("evolink", { expiredStatus });
		const { url } = await renderFilm(emulator);
		await emulator.advance(24 * 3_600_000);
		expect((await download(url)).status).toBe(expiredStatus);
	});

	it.each([
		["stable", 403],
		["fresh", 200],
	] as const)("with %s links, answers a later look's link with %i", async (links, status) => {
		const emulator = await openEmulator("evolink", { links });
		const { id } = await renderFilm(emulator);
		await emulator.advance(25 * 3_600_000);
		const url = driverOf("evolink").filmOf((await look(emulator, id)).json);
		expect((await download(url)).status).toBe(status);
	});
});

describe("a broken download", () => {
	it.each(["reset", "fin"] as const)("is cut by a %s after the bytes asked for", async (how) => {
		const { emulator, url, whole } = await finished();
		emulator.faults.once("film", { kind: "cut", afterBytes: 5_000, how });
		const { bytes, broken, headers } = await download(url);
		expect(broken).toMatch(how === "reset" ? /ECONNRESET|UND_ERR_SOCKET/ : /UND_ERR_SOCKET/);
		expect(bytes.length).toBeLessThanOrEqual(5_000);
		expect(bytes).toEqual(whole.subarray(0, bytes.length));
		expect(headers["content-length"]).toBe(String(whole.length));
	});

	it("can be resumed to the same film, and the ledger counts every byte", async () => {
		const { emulator, id, url, whole, etag } = await finished();
		const before = emulator.ledger.chargeOf(id)?.bytesSent ?? 0;
		emulator.faults.once("film", { kind: "cut", afterBytes: 5_000, how: "fin" });
		const first = await download(url);
		const rest = await download(url, { range: `bytes=${first.bytes.length}-`, "if-range": etag });
		expect(sha256(Buffer.concat([first.bytes, rest.bytes]))).toBe(sha256(whole));
		expect(emulator.ledger.chargeOf(id)?.bytesSent).toBe(before + whole.length);
	});

	it("can stall after some bytes", async () => {
		const { emulator, url } = await finished();
		emulator.faults.once("film", { kind: "stall", afterBytes: 5_000 });
		const { bytes, broken } = await download(url, {}, { patienceMs: 100 });
		expect(broken).toBe("AbortError");
		expect(bytes.length).toBe(5_000);
	});

	it.each([403, 404, 410])("can answer %i once and the film afterwards", async (status) => {
		const { emulator, url } = await finished();
		emulator.faults.once("film", { kind: "status", status });
		expect((await download(url)).status).toBe(status);
		expect((await download(url)).status).toBe(200);
	});

	it("can promise more than it sends", async () => {
		const { emulator, url, whole } = await finished();
		emulator.faults.once("film", { kind: "wrong-length", form: "declares-more" });
		const { bytes, broken, headers } = await download(url);
		expect(headers["content-length"]).toBe(String(whole.length + 1_000));
		expect(broken).toBe("UND_ERR_SOCKET");
		expect(bytes).toEqual(whole);
	});

	it("can be half a film that says it is whole", async () => {
		const { emulator, url, whole } = await finished();
		emulator.faults.once("film", { kind: "wrong-length", form: "short-file" });
		const { bytes, broken } = await download(url);
		expect(broken).toBeNull();
		expect(bytes).toEqual(whole.subarray(0, whole.length >> 1));
	});

	it("can ignore a range", async () => {
		const { emulator, url, whole } = await finished();
		emulator.faults.once("film", { kind: "range-ignored" });
		expect(await download(url, { range: "bytes=100-" })).toMatchObject({ status: 200, bytes: whole });
	});

	it("can change its tag, so that a resume starts again", async () => {
		const { emulator, url, whole, etag } = await finished();
		emulator.faults.once("film", { kind: "changed-etag" });
		const again = await download(url, { range: "bytes=100-", "if-range": etag });
		expect(again).toMatchObject({ status: 200, bytes: whole });
		expect(again.headers.etag).not.toBe(etag);
	});

	it("can send the client elsewhere", async () => {
		const { emulator, url } = await finished();
		emulator.faults.once("film", { kind: "redirect", location: "http://169.254.169.254/latest/" });
		expect(await download(url)).toMatchObject({ status: 302, headers: { location: "http://169.254.169.254/latest/" } });
	});

	it("can be a page instead of a film", async () => {
		const { emulator, url } = await finished();
		emulator.faults.once("film", { kind: "non-json" });
		const { status, headers } = await download(url);
		expect([status, headers["content-type"]]).toEqual([200, "text/html"]);
	});

	it("can be slow and still arrive whole", async () => {
		const { emulator, id, url, whole } = await finished();
		const sent = () => emulator.ledger.chargeOf(id)?.bytesSent ?? 0;
		const before = sent();
		emulator.faults.once("film", { kind: "slow", bytesPerSecond: whole.length * 2 });
		const arriving = download(url);
		const isUnderWay = (now: number) => now > before && now < before + whole.length;
		await expect.poll(sent, { interval: 5 }).toSatisfy(isUnderWay);
		expect((await arriving).bytes).toEqual(whole);
	});
});
