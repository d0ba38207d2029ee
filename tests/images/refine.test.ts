import { createHash } from "node:crypto";
import sharp, { type OverlayOptions } from "sharp";
import { describe, expect, it } from "vitest";
import type { PictureFormat } from "@/lib/domain/first-frame/sniff-picture";
import { buildRefiner, refineBytes } from "./support/refiner";

const { refiner } = await buildRefiner();

const RED = { r: 255, g: 0, b: 0, alpha: 1 };
const CLEAR = { r: 0, g: 0, b: 0, alpha: 0 };

function paint(width: number, height: number, background: object = RED, composite: OverlayOptions[] = []) {
	return sharp({ create: { width, height, channels: 4, background } }).composite(composite);
}

async function colourAt(picture: Buffer, left: number, top: number): Promise<readonly number[]> {
	const pixel = await sharp(picture).extract({ left, top, width: 1, height: 1 }).raw().toBuffer();
	return [...pixel.subarray(0, 3)];
}

describe("a picture keeps its format, or gets the nearest of two:", () => {
	it.each<[PictureFormat, "jpeg" | "png"]>([
		["jpeg", "jpeg"],
		["png", "png"],
		["webp", "jpeg"],
		["gif", "png"],
	])("%s becomes %s", async (format, expected) => {
		const bytes = await paint(400, 300).toFormat(format).toBuffer();
		const { answer, kept } = await refineBytes(refiner, bytes, { format });
		expect(answer).toMatchObject({ kind: "refined", image: { format: expected, width: 400, height: 300 } });
		expect(await sharp(kept).metadata()).toMatchObject({ format: expected, width: 400, height: 300 });
	});
});

it("a picture that is not what it was said to be is not read", async () => {
	const bytes = await paint(400, 300).png().toBuffer();
	expect((await refineBytes(refiner, bytes, { format: "jpeg" })).answer).toEqual({ kind: "unreadable" });
});

it("a picture is named by the hash of what is kept", async () => {
	const bytes = await paint(400, 300).png().toBuffer();
	const [first, second] = [
		await refineBytes(refiner, bytes, { format: "png" }),
		await refineBytes(refiner, bytes, { format: "png" }),
	];
	const hash = createHash("sha256").update(first.kept).digest("hex");
	expect(first.answer).toMatchObject({ image: { id: hash, bytes: first.kept.length } });
	expect(second.answer).toEqual(first.answer);
});

describe("what is transparent", () => {
	const half = {
		input: { create: { width: 200, height: 400, channels: 4, background: RED } },
		left: 0,
		top: 0,
	} as const;

	it("shows the backing colour, and is told of", async () => {
		const bytes = await paint(400, 400, CLEAR, [half]).png().toBuffer();
		const { answer, kept } = await refineBytes(refiner, bytes, { format: "png", backing: "#00ff80" });
		expect(answer).toMatchObject({ kind: "refined", hasAlpha: true });
		expect(await colourAt(kept, 50, 200)).toEqual([255, 0, 0]);
		expect(await colourAt(kept, 350, 200)).toEqual([0, 255, 128]);
		expect((await sharp(kept).metadata()).hasAlpha).toBe(false);
	});

	it("mixes with the backing colour where it is half so, resized or not", async () => {
		const veil = { r: 255, g: 255, b: 255, alpha: 0.5 };
		for (const side of [400, 4200]) {
			const bytes = await paint(side, side, veil).png().toBuffer();
			const { kept } = await refineBytes(refiner, bytes, { format: "png", backing: "#000000" });
			for (const part of await colourAt(kept, 100, 100)) expect(Math.abs(part - 128)).toBeLessThanOrEqual(2);
		}
	});

	it("is not told of where every pixel is opaque", async () => {
		const bytes = await paint(400, 400).png().toBuffer();
		expect((await sharp(bytes).metadata()).hasAlpha).toBe(true);
		expect((await refineBytes(refiner, bytes, { format: "png" })).answer).toMatchObject({ hasAlpha: false });
	});
});

describe("a picture's size", () => {
	it("is brought down to what is kept", async () => {
		const bytes = await paint(6000, 3000).jpeg().toBuffer();
		const { answer } = await refineBytes(refiner, bytes, { format: "jpeg" });
		expect(answer).toMatchObject({ image: { width: 4096, height: 2048 } });
	});

	it("is judged as it is seen, not as it is stored", async () => {
		const bytes = await paint(700, 500).jpeg().withMetadata({ orientation: 6 }).toBuffer();
		const { answer, kept } = await refineBytes(refiner, bytes, { format: "jpeg" });
		expect(answer).toMatchObject({ image: { width: 500, height: 700 } });
		expect((await sharp(kept).metadata()).orientation).toBeUndefined();
	});

	it.each([
		[299, 400],
		[400, 299],
		[800, 310],
		[310, 800],
	])("%d × %d is out of shape", async (width, height) => {
		const bytes = await paint(width, height).png().toBuffer();
		const { answer } = await refineBytes(refiner, bytes, { format: "png" });
		expect(answer).toEqual({ kind: "out-of-shape", kept: { left: 0, top: 0, width, height } });
	});

	it("may have 40 million pixels and not one row more", async () => {
		const row = { create: { width: 8000, height: 5001, channels: 3, background: "#123456" } } as const;
		const over = await sharp(row).png({ compressionLevel: 1 }).toBuffer();
		expect((await refineBytes(refiner, over, { format: "png" })).answer).toEqual({ kind: "too-many-pixels" });
		const just = await sharp({ create: { ...row.create, height: 5000 } })
			.jpeg()
			.toBuffer();
		expect((await refineBytes(refiner, just, { format: "jpeg" })).answer).toMatchObject({ kind: "refined" });
	});
});

describe("a crop", () => {
	const corner = {
		input: { create: { width: 300, height: 300, channels: 3, background: "#0000ff" } },
		left: 900,
		top: 0,
	} as const;

	it("keeps that part", async () => {
		const bytes = await paint(1200, 300, RED, [corner]).png().toBuffer();
		const crop = { left: 900, top: 0, width: 300, height: 300 };
		const { answer, kept } = await refineBytes(refiner, bytes, { format: "png", crop });
		expect(answer).toMatchObject({ image: { width: 300, height: 300 } });
		expect(await colourAt(kept, 10, 10)).toEqual([0, 0, 255]);
	});

	it("counts from the corner one sees", async () => {
		const upright = await paint(300, 1200, RED, [{ ...corner, left: 0, top: 900 }])
			.png()
			.toBuffer();
		const bytes = await sharp(upright).rotate(-90).jpeg({ quality: 100 }).withMetadata({ orientation: 6 }).toBuffer();
		const crop = { left: 0, top: 900, width: 300, height: 300 };
		const { kept } = await refineBytes(refiner, bytes, { format: "jpeg", crop });
		const [red = 255, , blue = 0] = await colourAt(kept, 150, 150);
		expect(blue).toBeGreaterThan(200);
		expect(red).toBeLessThan(50);
	});

	it("that lies outside is told with the picture's size", async () => {
		const bytes = await paint(400, 400).png().toBuffer();
		const crop = { left: 101, top: 0, width: 300, height: 300 };
		const { answer } = await refineBytes(refiner, bytes, { format: "png", crop });
		expect(answer).toEqual({ kind: "crop-outside", width: 400, height: 400 });
	});
});

it("colours are brought to what every screen shows", async () => {
	const wide = await paint(400, 400, { r: 0, g: 255, b: 0, alpha: 1 }).flatten().withIccProfile("p3").png().toBuffer();
	const { kept } = await refineBytes(refiner, wide, { format: "png" });
	expect((await sharp(kept).metadata()).hasProfile).toBe(false);
	const [, green = 0] = await colourAt(kept, 10, 10);
	expect(green).toBeGreaterThan(250);
});

it("grey and four-ink pictures come out in colour's three channels", async () => {
	const grey = await paint(400, 400).flatten().grayscale().jpeg().toBuffer();
	const inks = await paint(400, 400).flatten().toColourspace("cmyk").jpeg().toBuffer();
	for (const bytes of [grey, inks]) {
		const { kept } = await refineBytes(refiner, bytes, { format: "jpeg" });
		expect(await sharp(kept).metadata()).toMatchObject({ space: "srgb", channels: 3 });
	}
});
