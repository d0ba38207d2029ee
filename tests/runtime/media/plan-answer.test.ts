import { describe, expect, it } from "vitest";
import { type MediaAnswer, type MediaWish, planAnswer } from "@/lib/runtime/media/plan-answer";

const ETAG = `"${"a".repeat(64)}"`;
const FILM = { type: "video/mp4", etag: ETAG };

function ask(headers: Record<string, string> = {}, wish: Partial<MediaWish> = {}, size = 1_000): MediaAnswer {
	const usual = { downloadAs: null, cacheControl: "private, no-transform" };
	return planAnswer(FILM, size, { ...usual, headers: new Headers(headers), ...wish });
}

describe("a film", () => {
	it("is answered whole, with its length, its tag and the leave to ask for parts", () => {
		expect(ask()).toEqual({
			status: 200,
			headers: {
				"content-type": "video/mp4",
				"content-length": "1000",
				"accept-ranges": "bytes",
				etag: ETAG,
				"cache-control": "private, no-transform",
			},
			bytes: { start: 0, end: 999 },
		});
	});

	it("is answered in part", () => {
		expect(ask({ range: "bytes=250-499" })).toMatchObject({
			status: 206,
			headers: { "content-range": "bytes 250-499/1000", "content-length": "250" },
			bytes: { start: 250, end: 499 },
		});
	});

	it("is answered from its end", () => {
		expect(ask({ range: "bytes=-10" }).bytes).toEqual({ start: 990, end: 999 });
	});

	it("refuses a part beyond its end, and says how long it is", () => {
		expect(ask({ range: "bytes=1000-" })).toMatchObject({
			status: 416,
			headers: { "content-range": "bytes */1000", "content-length": "0" },
			bytes: null,
		});
	});

	it("is answered whole when the reader's part is of another film", () => {
		expect(ask({ range: "bytes=1-", "if-range": '"other"' })).toMatchObject({ status: 200, bytes: { start: 0 } });
	});

	it("is not sent again to whoever has it", () => {
		expect(ask({ "if-none-match": ETAG })).toMatchObject({ status: 304, headers: { etag: ETAG }, bytes: null });
	});

	it("may be empty", () => {
		expect(ask({}, {}, 0)).toMatchObject({ status: 200, headers: { "content-length": "0" }, bytes: null });
	});

	it.each([
		["A kite.mp4", "attachment; filename=\"A kite.mp4\"; filename*=UTF-8''A%20kite.mp4"],
		['a"b\r\nx: y\\.mp4', "attachment; filename=\"a b x y .mp4\"; filename*=UTF-8''a%20b%20x%20y%20.mp4"],
		["风筝.mp4", "attachment; filename=\"__.mp4\"; filename*=UTF-8''%E9%A3%8E%E7%AD%9D.mp4"],
		["\ud800", "attachment; filename=\"_\"; filename*=UTF-8''%EF%BF%BD"],
	])("is saved under the name %j", (downloadAs, header) => {
		expect(ask({}, { downloadAs }).headers["content-disposition"]).toBe(header);
	});
});
