import { randomBytes } from "node:crypto";
import { describe, expect, it, vi } from "vitest";
import { imageIdSchema, mediaIdSchema, mintId } from "@/lib/domain/ids";
import { type MediaKey, type MediaStore, type PutLimits, TooManyBytes } from "@/lib/ports/media-store";
import { collect, inChunks, makeBytes, measure, sha256 } from "./bytes";

function newKey(kind: "film" | "poster" | "peaks" = "film"): MediaKey {
	return `${kind}/${mintId(mediaIdSchema, "md", randomBytes(16))}`;
}

function limits(changes: Partial<PutLimits> = {}): PutLimits {
	return { maxBytes: 100_000_000, signal: new AbortController().signal, ...changes };
}

async function* thenThrow(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
	yield bytes;
	throw new Error("the link broke");
}

async function* thenHang(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
	yield bytes;
	await new Promise(() => {});
}

const SIZES = [0, 1, 65_536, 3_000_001, 12_000_000];

/** What every media store promises. `media` is asked anew in each test. */
export function mediaStoreContract(media: () => MediaStore): void {
	describe("storing and reading", () => {
		it.each(SIZES)("gives back %i bytes as they came", async (length) => {
			const key = newKey();
			const bytes = makeBytes(length, length);
			const stored = await media().put(key, inChunks(bytes), limits());
			expect(stored).toEqual(measure(bytes));
			expect(await collect(await media().read(key, null))).toEqual(measure(bytes));
			expect(await media().head(key)).toMatchObject({ key, bytes: length });
		});

		it("keeps an image under its hash", async () => {
			const bytes = makeBytes(5_000, 9);
			const key: MediaKey = `image/${imageIdSchema.parse(sha256(bytes))}`;
			await media().put(key, inChunks(bytes), limits());
			expect(await collect(await media().read(key, null))).toEqual(measure(bytes));
		});

		it("says when it was stored", async () => {
			const key = newKey();
			const before = Date.now();
			await media().put(key, inChunks(makeBytes(10)), limits());
			const storedAtMs = (await media().head(key))?.storedAtMs ?? 0;
			expect(Math.abs(storedAtMs - before)).toBeLessThan(60_000);
		});

		it("replaces an object", async () => {
			const key = newKey();
			await media().put(key, inChunks(makeBytes(9_000, 1)), limits());
			await media().put(key, inChunks(makeBytes(500, 2)), limits());
			expect(await collect(await media().read(key, null))).toEqual(measure(makeBytes(500, 2)));
		});

		it("answers null for what is absent", async () => {
			expect(await media().head(newKey())).toBeNull();
			expect(await media().read(newKey(), null)).toBeNull();
			expect(await media().read(newKey(), { start: 0, end: 1 })).toBeNull();
		});
	});

	describe("ranges", () => {
		it.each([
			["the first byte", 0, 0],
			["the first two, as Safari asks", 0, 1],
			["the middle", 1_000_000, 2_500_000],
			["the last byte", 2_999_999, 2_999_999],
			["the end", 2_999_000, 2_999_999],
			["everything", 0, 2_999_999],
		])("reads %s", async (_, start, end) => {
			const key = newKey();
			const bytes = makeBytes(3_000_000, 4);
			await media().put(key, inChunks(bytes), limits());
			expect(await collect(await media().read(key, { start, end }))).toEqual(measure(bytes.subarray(start, end + 1)));
		});

		it.each([
			["past the end", 0, 100],
			["beginning past the end", 100, 100],
			["backwards", 5, 4],
			["below zero", -1, 4],
		])("throws for a range %s", async (_, start, end) => {
			const key = newKey();
			await media().put(key, inChunks(makeBytes(100)), limits());
			await expect(media().read(key, { start, end })).rejects.toThrow(RangeError);
		});

		it("lets a reader leave early and read again", async () => {
			const key = newKey();
			const bytes = makeBytes(6_000_000, 5);
			await media().put(key, inChunks(bytes), limits());
			for await (const chunk of (await media().read(key, null)) ?? []) {
				expect(chunk.byteLength).toBeGreaterThan(0);
				break;
			}
			expect(await collect(await media().read(key, null))).toEqual(measure(bytes));
		});
	});

	describe("a put that does not finish", () => {
		it.each([100, 11_000_000])("leaves nothing when its source throws after %i bytes", async (length) => {
			const key = newKey();
			await expect(media().put(key, thenThrow(makeBytes(length)), limits())).rejects.toThrow("the link broke");
			expect(await media().head(key)).toBeNull();
		});

		it("leaves the earlier object as it was", async () => {
			const key = newKey();
			await media().put(key, inChunks(makeBytes(700, 3)), limits());
			await expect(media().put(key, thenThrow(makeBytes(9_000)), limits())).rejects.toThrow("the link broke");
			expect(await collect(await media().read(key, null))).toEqual(measure(makeBytes(700, 3)));
		});

		it("stops at the byte cap", async () => {
			const key = newKey();
			const put = media().put(key, inChunks(makeBytes(10_001)), limits({ maxBytes: 10_000 }));
			await expect(put).rejects.toThrow(TooManyBytes);
			expect(await media().head(key)).toBeNull();
		});

		it("takes exactly the byte cap", async () => {
			const stored = await media().put(newKey(), inChunks(makeBytes(10_000)), limits({ maxBytes: 10_000 }));
			expect(stored.bytes).toBe(10_000);
		});

		it("stops on the signal while its source is silent", async () => {
			const key = newKey();
			const stop = new AbortController();
			const source = thenHang(makeBytes(100));
			const next = vi.spyOn(source, "next");
			const put = media().put(key, source, limits({ signal: stop.signal }));
			await vi.waitFor(() => expect(next).toHaveBeenCalledTimes(2), 10_000);
			stop.abort(new Error("going home"));
			await expect(put).rejects.toThrow("going home");
			expect(await media().head(key)).toBeNull();
		});

		it("does not begin when the signal has fired", async () => {
			const key = newKey();
			const put = media().put(
				key,
				inChunks(makeBytes(10)),
				limits({ signal: AbortSignal.abort(new Error("too late")) }),
			);
			await expect(put).rejects.toThrow("too late");
			expect(await media().head(key)).toBeNull();
		});

		it("tells its source that nobody wants more", async () => {
			const source = inChunks(makeBytes(100_000), 1_000);
			const leave = vi.spyOn(source, "return");
			await expect(media().put(newKey(), source, limits({ maxBytes: 5_000 }))).rejects.toThrow(TooManyBytes);
			expect(leave).toHaveBeenCalled();
		});
	});

	describe("deleting and listing", () => {
		it("deletes, also what is absent", async () => {
			const key = newKey();
			await media().put(key, inChunks(makeBytes(10)), limits());
			await media().delete(key);
			await media().delete(key);
			expect(await media().head(key)).toBeNull();
		});

		it("lists one kind page by page in the order of the keys", async () => {
			const keys = Array.from({ length: 7 }, () => newKey("peaks")).sort();
			for (const key of keys) await media().put(key, inChunks(makeBytes(3)), limits());
			await media().put(newKey("poster"), inChunks(makeBytes(3)), limits());
			const seen: MediaKey[] = [];
			let after: MediaKey | null = null;
			for (;;) {
				const page = await media().list("peaks", { after, limit: 3 });
				seen.push(...page.map((object) => object.key));
				after = page.at(-1)?.key ?? null;
				if (page.length < 3) break;
			}
			expect(seen).toEqual(keys);
		});

		it("lists what it holds, not what is being written", async () => {
			const key = newKey("poster");
			const listed = async () =>
				(await media().list("poster", { after: null, limit: 100 })).map((object) => object.key);
			await expect(media().put(key, thenThrow(makeBytes(10)), limits())).rejects.toThrow();
			expect(await listed()).not.toContain(key);
			await media().put(key, inChunks(makeBytes(10)), limits());
			expect(await listed()).toContain(key);
		});
	});
}
