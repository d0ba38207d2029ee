import { describe, expect, it } from "vitest";
import { type MediaWish, mediaResponse } from "@/lib/runtime/media-response";
import type { ServedMedia } from "@/lib/services/serve-media";
import { aTake } from "../storage/contract/builders";

const BYTES = Buffer.from(Array.from({ length: 1_000 }, (_, index) => index % 251));
const ETAG = `"${"a".repeat(64)}"`;

let freed = 0;

function film(): ServedMedia {
	return {
		bytes: BYTES.length,
		type: "video/mp4",
		etag: ETAG,
		take: aTake(),
		async read(range) {
			const { start, end } = range ?? { start: 0, end: BYTES.length - 1 };
			return (async function* () {
				try {
					for (let at = start; at <= end; at += 100) yield BYTES.subarray(at, Math.min(at + 100, end + 1));
				} finally {
					freed += 1;
				}
			})();
		},
	};
}

function ask(headers: Record<string, string> = {}, wish: Partial<MediaWish> = {}): Promise<Response> {
	const usual = { method: "GET", downloadAs: null, cacheControl: "private, no-transform" };
	return mediaResponse(film(), { ...usual, headers: new Headers(headers), ...wish });
}

async function bytesOf(response: Response): Promise<Buffer> {
	return Buffer.from(await response.arrayBuffer());
}

describe("a film", () => {
	it("is answered whole, with its length, its tag and the leave to ask for parts", async () => {
		const response = await ask();
		expect(response.status).toBe(200);
		expect(Object.fromEntries(response.headers)).toMatchObject({
			"content-type": "video/mp4",
			"x-content-length": "1000",
			"accept-ranges": "bytes",
			etag: ETAG,
			"cache-control": "private, no-transform",
		});
		expect(await bytesOf(response)).toEqual(BYTES);
	});

	it("is answered in part", async () => {
		const response = await ask({ range: "bytes=250-499" });
		expect([response.status, response.headers.get("content-range")]).toEqual([206, "bytes 250-499/1000"]);
		expect(response.headers.get("x-content-length")).toBe("250");
		expect(await bytesOf(response)).toEqual(BYTES.subarray(250, 500));
	});

	it("is answered from its end", async () => {
		expect(await bytesOf(await ask({ range: "bytes=-10" }))).toEqual(BYTES.subarray(990));
	});

	it("refuses a part beyond its end, and says how long it is", async () => {
		const response = await ask({ range: "bytes=1000-" });
		expect([response.status, response.headers.get("content-range")]).toEqual([416, "bytes */1000"]);
	});

	it("is answered whole when the reader's part is of another film", async () => {
		const response = await ask({ range: "bytes=1-", "if-range": '"other"' });
		expect(response.status).toBe(200);
	});

	it("is not sent again to whoever has it", async () => {
		const response = await ask({ "if-none-match": ETAG });
		expect([response.status, await response.text()]).toEqual([304, ""]);
	});

	it("shows its headers alone when only these are asked for", async () => {
		const response = await ask({ range: "bytes=0-9" }, { method: "HEAD" });
		expect([response.status, response.headers.get("x-content-length"), response.body]).toEqual([206, "10", null]);
	});

	it("is let go when the viewer leaves", async () => {
		const before = freed;
		const reader = (await ask()).body?.getReader();
		await reader?.read();
		await reader?.cancel();
		expect(freed).toBe(before + 1);
	});

	it.each([
		["A kite.mp4", "attachment; filename=\"A kite.mp4\"; filename*=UTF-8''A%20kite.mp4"],
		['a"b\r\nx: y\\.mp4', "attachment; filename=\"a b x y .mp4\"; filename*=UTF-8''a%20b%20x%20y%20.mp4"],
		["风筝.mp4", "attachment; filename=\"__.mp4\"; filename*=UTF-8''%E9%A3%8E%E7%AD%9D.mp4"],
		["\ud800", "attachment; filename=\"_\"; filename*=UTF-8''%EF%BF%BD"],
	])("is saved under the name %j", async (downloadAs, header) => {
		expect((await ask({}, { downloadAs })).headers.get("content-disposition")).toBe(header);
	});
});
