import { readdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mediaIdSchema, mintId } from "@/lib/domain/ids";
import { NoSpaceLeft } from "@/lib/ports/no-space-left";
import { guardFreeSpace } from "@/lib/storage/free-space";
import { type MediaFiles, openMediaFiles } from "@/lib/storage/media/media-files";
import { makeTempDir, removeDir } from "../../support/temp-dir";
import { testDir } from "../../support/test-dir";
import { inChunks, makeBytes } from "../contract/bytes";
import { mediaStoreContract } from "../contract/media-store";

const limits = { maxBytes: 1_000, signal: new AbortController().signal };
const film = `film/${mintId(mediaIdSchema, "md", new Uint8Array(16))}` as const;
const withSpace = async () => {};

describe("media on disk", () => {
	let media: MediaFiles;
	let root = "";
	beforeAll(() => {
		root = makeTempDir();
		media = openMediaFiles(root, withSpace);
	});
	afterAll(() => removeDir(root));

	mediaStoreContract(() => media);
});

describe("the folder of media on disk", () => {
	it("sweeps what a dead writer left, and not what is being written", async () => {
		const root = testDir();
		const media = openMediaFiles(root, withSpace);
		for (const name of ["old", "young"]) writeFileSync(join(root, "unfinished", name), "half a film");
		utimesSync(join(root, "unfinished", "old"), 1_000, 1_000);
		expect(await media.sweepUnfinished(2_000_000)).toBe(1);
		expect(readdirSync(join(root, "unfinished"))).toEqual(["young"]);
	});

	it("keeps nothing unfinished of a put that was refused", async () => {
		const root = testDir();
		const media = openMediaFiles(root, withSpace);
		await expect(media.put(film, inChunks(makeBytes(1_001)), limits)).rejects.toThrow();
		expect(readdirSync(join(root, "unfinished"))).toEqual([]);
	});

	it("lists no stranger's file", async () => {
		const root = testDir();
		const media = openMediaFiles(root, withSpace);
		writeFileSync(join(root, "film", ".DS_Store"), "");
		expect(await media.list("film", { after: null, limit: 10 })).toEqual([]);
	});

	it("touches no path that is not a kind and an id", async () => {
		const media = openMediaFiles(testDir(), withSpace);
		const outside: string = "film/../../etc/passwd";
		// @ts-expect-error a caller without types is exactly what this guards against
		await expect(media.read(outside, null)).rejects.toThrow("a kind and an id");
	});

	it("takes no new film on a disk that is nearly full", async () => {
		const root = testDir();
		const media = openMediaFiles(root, guardFreeSpace(root, Number.MAX_SAFE_INTEGER));
		await expect(media.put(film, inChunks(makeBytes(10)), limits)).rejects.toThrow(NoSpaceLeft);
		expect(await media.head(film)).toBeNull();
	});
});
