import { readdirSync, readlinkSync, rmSync, writeFileSync } from "node:fs";
import { get, type IncomingMessage } from "node:http";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { expect, it } from "vitest";
import type { ByteRange, MediaKey, MediaStore } from "@/lib/ports/media-store";
import { give } from "@/lib/runtime/media/give";
import { openBytes } from "@/lib/runtime/media/open-bytes";
import { openMediaFiles } from "@/lib/storage/media/media-files";
import { makeBytes } from "../../storage/contract/bytes";
import { openServer } from "../../support/http-server";
import { testDir } from "../../support/test-dir";

const KEY: MediaKey = "film/md_00000000000000000000000000" as MediaKey;
const SIZE = 3_000_001;
const LENGTHS = [1, 256_000, 524_288, 524_289, 2_000_000];
const FILM = Buffer.from(makeBytes(SIZE, 7));

/** The same film on a disk, and where no file can be seen. */
function stores(): readonly MediaStore[] {
	const root = testDir();
	const media = openMediaFiles(root, async () => {});
	writeFileSync(join(root, KEY), FILM);
	return [media, { ...media, path: () => null }];
}

/** Answers `?start-end` with these bytes. */
async function serve(media: MediaStore) {
	const ended: string[] = [];
	const { url } = await openServer(async (request, response) => {
		const [start = 0, end = SIZE - 1] = (request.url ?? "").slice(2).split("-").map(Number);
		const opened = await openBytes(media, KEY);
		if (!opened) return void response.writeHead(404).end();
		response.writeHead(200, { "content-length": end - start + 1 });
		await opened.send({ start, end }, response);
		opened.close();
		ended.push(`${start}-${end}`);
	});
	return { ended, ask: (range: ByteRange) => answerOf(`${url}/?${range.start}-${range.end}`) };
}

function answerOf(url: string): Promise<IncomingMessage> {
	return new Promise((resolve, reject) => {
		get(url, { agent: false }, resolve).on("error", reject);
	});
}

function openFiles(): readonly string[] {
	return readdirSync("/proc/self/fd").flatMap((fd) => {
		try {
			return [readlinkSync(`/proc/self/fd/${fd}`)];
		} catch {
			return [];
		}
	});
}

it("sends what was asked for, to many at once who read at their own pace", async () => {
	for (const media of stores()) {
		const { ask } = await serve(media);
		const ranges = Array.from({ length: 24 }, (_, index) => {
			const start = index * 90_001;
			return { start, end: Math.min(SIZE - 1, start + (LENGTHS[index % LENGTHS.length] ?? 0) - 1) };
		});
		const bodies = await Promise.all(
			ranges.map(async (range, index) => {
				const answer = await ask(range);
				// Some begin to read only when others are through.
				for (let turn = 0; turn < (index % 3) * 20; turn += 1) await new Promise(setImmediate);
				return buffer(answer);
			}),
		);
		for (const [index, { start, end }] of ranges.entries()) {
			expect(bodies[index]?.equals(FILM.subarray(start, end + 1))).toBe(true);
		}
	}
});

it("lets the file go when the viewer leaves half way", async () => {
	const [media] = stores();
	if (!media) throw new Error("unreachable");
	const { ask, ended } = await serve(media);
	const answer = await ask({ start: 0, end: SIZE - 1 });
	expect(openFiles()).toContain(media.path(KEY));
	answer.destroy();
	await expect.poll(() => ended).toEqual([`0-${SIZE - 1}`]);
	expect(openFiles()).not.toContain(media.path(KEY));
	// What the one who left was being sent is in nobody else's film.
	expect((await buffer(await ask({ start: 5, end: SIZE - 1 }))).equals(FILM.subarray(5))).toBe(true);
});

it("finds nothing where nothing is stored any more", async () => {
	for (const media of stores()) {
		const { ask } = await serve(media);
		await media.delete(KEY);
		rmSync(media.path(KEY) ?? "", { force: true });
		expect((await ask({ start: 0, end: 9 })).statusCode).toBe(404);
	}
});

it("is through with a viewer whose line breaks during the last bytes", async () => {
	const outcomes: boolean[] = [];
	const { url } = await openServer(async (_request, response) => {
		response.writeHead(200);
		outcomes.push(await give(response, Buffer.alloc(20_000_000), true));
		outcomes.push(await give(response, Buffer.alloc(1), true));
	});
	const answer = await answerOf(url);
	answer.socket.resetAndDestroy();
	await expect.poll(() => outcomes).toHaveLength(2);
	expect(outcomes[1]).toBe(false);
});
