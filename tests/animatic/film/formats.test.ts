import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createCanvas } from "@napi-rs/canvas";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Draft, ImageRef } from "@/lib/domain/draft";
import { imageIdSchema } from "@/lib/domain/ids";
import { testDir } from "../../support/test-dir";
import { type BundledChild, bundleChild } from "../support/bundle-child";
import { changes, complaints, greyFrames, loudnessOf, probe } from "../support/decode";
import { proseDraft, shotsDraft } from "../support/drafts";
import { render } from "../support/render";

function imageRef(width: number, height: number): ImageRef {
	return { id: imageIdSchema.parse("a".repeat(64)), format: "png", width, height, bytes: 1 };
}

/** A picture with a red left and a blue right half. */
function writeImage(width: number, height: number): string {
	const canvas = createCanvas(width, height);
	const ctx = canvas.getContext("2d");
	ctx.fillStyle = "#d02020";
	ctx.fillRect(0, 0, width / 2, height);
	ctx.fillStyle = "#2030d0";
	ctx.fillRect(width / 2, 0, width / 2, height);
	const path = join(testDir(), "image.png");
	writeFileSync(path, canvas.toBuffer("image/png"));
	return path;
}

const OPENING_FRAMES = 8;

describe("an animatic", { timeout: 600_000 }, () => {
	let child: BundledChild;
	beforeAll(async () => {
		child = await bundleChild("animatic");
	});
	afterAll(() => child.remove());

	const shapes: readonly (readonly [string, Partial<Draft>, number, number])[] = [
		["9:16", { ratio: "9:16" }, 720, 1280],
		["1:1", { ratio: "1:1" }, 720, 720],
	];
	it.each(shapes)("in %s is even and upright", async (_, changes, width, height) => {
		const { path } = await render(child, proseDraft("A lighthouse in a storm.", 3, changes));
		expect(probe(path).video).toMatchObject({ width, height, nb_frames: 72 });
		expect(complaints(path)).toBe("");
	});

	it("without words follows its image, in shape and colours", async () => {
		const draft = proseDraft("", 3, { image: imageRef(1001, 667) });
		const { path } = await render(child, draft, writeImage(1001, 667));
		const { video } = probe(path);
		expect(video).toMatchObject({ width: 1080, height: 720, nb_frames: 72 });
		expect(loudnessOf(path).lufs).toBeGreaterThan(-18.1);
	});

	it("of six shots of a second each has five cuts where they belong", async () => {
		const words = [
			"A bright beach at noon",
			"A city at night",
			"A snowy forest",
			"A red desert",
			"Deep space",
			"A sunny meadow",
		];
		const { path } = await render(child, shotsDraft(words.map((each) => [1, each])));
		expect(probe(path).seconds).toBe(6);
		const steps = changes(greyFrames(path)).map((change, nth) => ({ change, frame: nth + 1 }));
		// A film opens from black, which is a change too.
		const cuts = steps
			.slice(OPENING_FRAMES)
			.toSorted((a, b) => b.change - a.change)
			.slice(0, 5);
		expect(cuts.map(({ frame }) => frame).sort((a, b) => a - b)).toEqual([24, 48, 72, 96, 120]);
	});

	it("takes emoji, right-to-left and Chinese words", async () => {
		const draft = shotsDraft([
			[1, "🦊🌊 A fox by the sea 👩‍🚀"],
			[1, 'رجل يمشي في الصحراء. "مرحبا بالعالم"'],
			[1, '一个女人说："我们走吧。"'],
		]);
		const { path } = await render(child, draft);
		expect(probe(path)).toMatchObject({ seconds: 3, video: { nb_frames: 72 } });
		expect(Math.abs(loudnessOf(path).lufs + 17)).toBeLessThanOrEqual(1);
	});

	it("of fifteen seconds in 1080p stays in its level and its memory", async () => {
		const draft = shotsDraft(
			[
				[5, 'A crowd dances in a neon city in the rain. A man shouts: "Louder!"'],
				[5, "Snow falls in a forest, a fox runs"],
				[5, "A storm over the ocean, a lighthouse"],
			],
			{ resolution: "1080p" },
		);
		const { path } = await render(child, draft);
		const { video, seconds } = probe(path);
		expect(video).toMatchObject({ width: 1920, height: 1080, nb_frames: 360, profile: "High" });
		expect(video.level).toBeLessThanOrEqual(41);
		expect(seconds).toBe(15);
	});
});
