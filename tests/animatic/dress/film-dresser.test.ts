import { execFileSync } from "node:child_process";
import { createReadStream, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type MediaId, mediaIdSchema, mintId } from "@/lib/domain/ids";
import { createFilmDresser } from "@/lib/gateways/films/film-dresser";
import type { MediaKey, MediaStore } from "@/lib/ports/media-store";
import { systemRandom } from "@/lib/runtime/system-random";
import { openMediaFiles } from "@/lib/storage/media/media-files";
import { testDir } from "../../support/test-dir";
import { type BundledChild, bundleChild } from "../support/bundle-child";

const signal = new AbortController().signal;

/** One second black, then red, a tone beside it from the middle on, and a green last frame. */
const SCENE = [
	...["-f", "lavfi", "-i", "color=black:s=640x360:r=24:d=1"],
	...["-f", "lavfi", "-i", "color=0xc03020:s=640x360:r=24:d=2"],
	...["-f", "lavfi", "-i", "color=0x20a040:s=640x360:r=24:d=0.0416"],
	...["-f", "lavfi", "-i", "sine=f=440:r=48000:d=3,volume=enable='lt(t,1.5)':volume=0"],
	...["-filter_complex", "[0][1][2]concat=n=3:v=1:a=0,format=yuv420p,scale=out_color_matrix=bt709:out_range=tv[v]"],
	...["-map", "[v]", "-map", "3:a", "-c:v", "libx264", "-qp", "4", "-colorspace", "bt709", "-color_range", "tv"],
	...["-color_primaries", "bt709", "-color_trc", "bt709", "-c:a", "aac"],
];

describe("dressing a film", { timeout: 60_000 }, () => {
	let child: BundledChild;
	let media: MediaStore;
	beforeAll(async () => {
		child = await bundleChild("dress-film");
	});
	beforeEach(() => {
		media = openMediaFiles(join(testDir(), "media"), async () => {});
	});
	afterAll(() => child.remove());

	async function store(path: string): Promise<MediaId> {
		const id = mintId(mediaIdSchema, "md", systemRandom.bytes(16));
		await media.put(`film/${id}`, createReadStream(path), { maxBytes: 1e9, signal });
		return id;
	}

	function make(args: readonly string[]): string {
		const path = join(testDir(), "film.mp4");
		execFileSync("ffmpeg", ["-v", "error", ...args, path]);
		return path;
	}

	const dress = (id: MediaId) => createFilmDresser({ media, script: child.script }).dress(id, signal);

	async function read(key: MediaKey): Promise<Buffer> {
		const parts: Uint8Array[] = [];
		for await (const part of (await media.read(key, null)) ?? []) parts.push(part);
		return Buffer.concat(parts);
	}

	async function middleOf(image: Buffer): Promise<readonly number[]> {
		const picture = await loadImage(image);
		const ctx = createCanvas(picture.width, picture.height).getContext("2d");
		ctx.drawImage(picture, 0, 0);
		return [...ctx.getImageData(picture.width / 2, picture.height / 2, 1, 1).data.subarray(0, 3)];
	}

	function expectColour(found: readonly number[], wanted: readonly number[], within: number): void {
		for (const [nth, level] of wanted.entries())
			expect(Math.abs((found[nth] ?? 0) - level)).toBeLessThanOrEqual(within);
	}

	it("makes a poster of the first frame that is not black, small enough for a list", async () => {
		const id = await store(make(SCENE));
		expect(await dress(id)).toEqual({ hasPoster: true, hasPeaks: true, hasLastFrame: true, flashScore: 0 });
		const poster = await read(`poster/${id}`);
		expect(poster.length).toBeLessThan(41_000);
		expectColour(await middleOf(poster), [0xc0, 0x30, 0x20], 8);
	});

	it("keeps the film's true last frame, in its true colours", async () => {
		const id = await store(make(SCENE));
		await dress(id);
		expectColour(await middleOf(await read(`last-frame/${id}`)), [0x20, 0xa0, 0x40], 3);
	});

	it("draws the waveform from what is heard", async () => {
		const id = await store(make(SCENE));
		await dress(id);
		const peaks = [...(await read(`peaks/${id}`))];
		expect(Math.max(...peaks.slice(0, peaks.length * 0.45))).toBeLessThan(4);
		expect(Math.min(...peaks.slice(peaks.length * 0.52, peaks.length * 0.95))).toBeGreaterThan(15);
	});

	it("counts a strobe's flashes and none in a test card", async () => {
		const flicker = "color=white:s=320x180:r=24:d=2,geq=lum='255*mod(N,2)':cb=128:cr=128";
		const strobe = await store(
			make(["-f", "lavfi", "-i", flicker.replace("mod(N,2)", "mod(N\\,2)"), "-pix_fmt", "yuv420p"]),
		);
		const card = await store(make(["-f", "lavfi", "-i", "testsrc=s=320x180:r=24:d=2", "-pix_fmt", "yuv420p"]));
		expect((await dress(strobe)).flashScore).toBeGreaterThan(8);
		expect((await dress(card)).flashScore).toBe(0);
	});

	it("leaves out what a film does not have", async () => {
		const silent = await store(make(["-f", "lavfi", "-i", "testsrc=s=320x180:r=24:d=1", "-pix_fmt", "yuv420p"]));
		expect(await dress(silent)).toMatchObject({ hasPoster: true, hasPeaks: false });
		expect(await media.head(`peaks/${silent}`)).toBeNull();
	});

	it("makes nothing of what is no film, and does not mind", async () => {
		const path = join(testDir(), "film.mp4");
		writeFileSync(path, "This is no film.");
		const id = await store(path);
		expect(await dress(id)).toEqual({ hasPoster: false, hasPeaks: false, hasLastFrame: false, flashScore: null });
	});

	it("stops at once when it is told to", async () => {
		const id = await store(make(SCENE));
		const stop = new AbortController();
		const dressing = createFilmDresser({ media, script: child.script }).dress(id, stop.signal);
		stop.abort();
		await expect(dressing).rejects.toThrow("abort");
		expect(await media.head(`poster/${id}`)).toBeNull();
	});
});
