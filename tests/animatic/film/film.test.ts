import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sayLines } from "@/lib/children/animatic/sound/speech/say-lines";
import { planAnimatic } from "@/lib/domain/animatic-plan/plan-animatic";
import { makeTempDir, removeDir } from "../../support/temp-dir";
import { lagSeconds } from "../sound/lag";
import { type BundledChild, bundleChild } from "../support/bundle-child";
import { changes, complaints, greyFrames, loudnessOf, probe, soundOf } from "../support/decode";
import { proseDraft, shotsDraft } from "../support/drafts";
import { browserPath, playInChromium } from "../support/play-in-chromium";
import { firefoxPath, playInFirefox } from "../support/play-in-firefox";
import { type Rendered, render } from "../support/render";

const DRAFT = shotsDraft([
	[2, 'A man in a coat walks down a rainy street at night. He says: "Did you hear that?"'],
	[1, "A bright beach at noon, slow push-in."],
	[2, 'A snowy mountain at dawn. A woman says: "It came from up there."'],
]);

const sha256 = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex");

describe("an animatic of three shots", { timeout: 180_000 }, () => {
	const folder = makeTempDir();
	let child: BundledChild;
	let film: Rendered;

	beforeAll(async () => {
		child = await bundleChild("animatic");
		film = await render(child, DRAFT, null, folder);
	}, 180_000);
	afterAll(() => {
		child.remove();
		removeDir(folder);
	});

	it("is H.264 High and AAC-LC as every browser plays them", () => {
		const { video, audio } = probe(film.path);
		expect(video).toMatchObject({ codec_name: "h264", profile: "High", pix_fmt: "yuv420p", width: 1280, height: 720 });
		expect(video.level).toBeLessThanOrEqual(41);
		expect(video.r_frame_rate).toBe("24/1");
		expect(audio).toMatchObject({ codec_name: "aac", profile: "LC", sample_rate: "48000", channels: 2 });
	});

	it("says that its colours are BT.709", () => {
		expect(probe(film.path).video).toMatchObject({
			color_space: "bt709",
			color_transfer: "bt709",
			color_primaries: "bt709",
			color_range: "tv",
		});
	});

	it("lasts exactly as long as its shots, in picture and sound", () => {
		const { video, audio, seconds } = probe(film.path);
		expect(video).toMatchObject({ nb_frames: 120, duration: 5, start_time: 0 });
		expect(audio).toMatchObject({ duration: 5, start_time: 0 });
		expect(seconds).toBe(5);
	});

	it("can be played before it has arrived whole", () => {
		const bytes = readFileSync(film.path).toString("latin1");
		expect(bytes.indexOf("moov")).toBeLessThan(bytes.indexOf("mdat"));
	});

	it("decodes without a complaint", () => {
		expect(complaints(film.path)).toBe("");
	});

	it.skipIf(browserPath === null)("plays with its sound in Chromium", async () => {
		const { decodedAudioBytes, width, seconds } = await playInChromium(film.path, browserPath ?? "");
		expect(decodedAudioBytes).toBeGreaterThan(5_000);
		expect([width, seconds]).toEqual([1280, 5]);
	});

	it.skipIf(firefoxPath === null)("plays with its sound in Firefox", async () => {
		const { loudness, played, paintedFrames, ...told } = await playInFirefox(film.path, firefoxPath ?? "");
		expect(told).toEqual({ width: 1280, height: 720, seconds: 5 });
		expect(played).toBeGreaterThan(1.5);
		expect(paintedFrames).toBeGreaterThan(5);
		expect(loudness).toBeGreaterThan(0.01);
	});

	it("cuts where the timeline says, to the frame", () => {
		const steps = changes(greyFrames(film.path)).map((change, nth) => ({ change, frame: nth + 1 }));
		const cuts = steps.toSorted((a, b) => b.change - a.change).slice(0, 2);
		expect(cuts.map(({ frame }) => frame).sort((a, b) => a - b)).toEqual([48, 72]);
	});

	it("moves smoothly within a shot: no frame stands still or jumps", () => {
		const moving = changes(greyFrames(film.path)).slice(52, 70);
		const usual = moving.toSorted((a, b) => a - b)[9] ?? 0;
		expect(Math.min(...moving)).toBeGreaterThan(0.3 * usual);
		expect(Math.max(...moving)).toBeLessThan(3 * usual);
	});

	it("is as loud as films on the web are, and never clips", () => {
		const { lufs, truePeakDb } = loudnessOf(film.path);
		expect(Math.abs(lufs + 17)).toBeLessThanOrEqual(1);
		expect(truePeakDb).toBeLessThanOrEqual(-1);
	});

	it("speaks each line within its shot, and with the picture", async () => {
		const plan = planAnimatic(DRAFT);
		const { left, right } = soundOf(film.path);
		const heard = left.map((sample, at) => (sample + (right[at] ?? 0)) / 2);
		const speech = await sayLines(plan);
		expect(speech.lines).toHaveLength(2);
		for (const { shot, startSeconds, endSeconds } of speech.lines) {
			const { startFrame = 0, frames = 0 } = plan.shots[shot] ?? {};
			expect(startSeconds).toBeGreaterThanOrEqual(startFrame / 24);
			expect(endSeconds).toBeLessThanOrEqual((startFrame + frames) / 24);
			expect(Math.abs(lagSeconds(speech.samples, heard, startSeconds, endSeconds))).toBeLessThan(0.005);
		}
	});

	it("tells how many frames are done, from none to all", () => {
		const done = film.words.flatMap((word) => (word.kind === "progress" ? [word.framesDone] : []));
		expect(done[0]).toBe(0);
		expect(done.at(-1)).toBe(120);
		expect(done).toEqual(done.toSorted((a, b) => a - b));
		expect(done.length).toBeGreaterThan(10);
		expect(film.words.at(-1)).toEqual({ kind: "done" });
	});

	it("is the same file when it is drawn again", async () => {
		const draft = proseDraft('A fox in a forest. A man says: "Look."', 3);
		const [first, second] = [await render(child, draft), await render(child, draft)];
		expect(sha256(second.path)).toBe(sha256(first.path));
	});
});
