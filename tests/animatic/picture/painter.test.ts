import { type Canvas, createCanvas, loadImage } from "@napi-rs/canvas";
import { describe, expect, test } from "vitest";
import { createPainter } from "@/lib/children/animatic/picture/painter";
import { loadPhoto, photoShot } from "@/lib/children/animatic/picture/photo/photo-shot";
import { planAnimatic } from "@/lib/domain/animatic-plan/plan-animatic";
import { NEW_DRAFT } from "@/lib/domain/draft";
import { imageIdSchema } from "@/lib/domain/ids";
import { draftOf, planOf, small } from "./film-of";
import { fingerprint, leastAlpha, luminance } from "./pixels";

const CAST = [
	'a woman in a red hat speaks: "Good evening to you." in an office, rain',
	"a golden retriever runs through a meadow",
	"an astronaut walks across a desert",
	"a robot and a child dance on a rooftop at night, lanterns, fireworks",
	"a cat sits in a room",
	"three horses gallop in the desert, dust",
	"whales and seagulls over the ocean, a sailboat, a lighthouse",
	"fish in a coral reef, bubbles",
	"a deer, a fox and a rabbit in a forest, fireflies, leaves",
	"a man sits by a campfire in the forest, butterflies",
	"two dogs walk down a street, cars, petals, storm",
	"a couple with an umbrella in an alley, snow",
	"a train and hot air balloons over a meadow, rainbow, shooting stars, aurora",
];

function imageOf(width: number, height: number): Uint8Array {
	const canvas = createCanvas(width, height);
	const ctx = canvas.getContext("2d");
	ctx.fillStyle = "#5577aa";
	ctx.fillRect(0, 0, width, height);
	for (let nth = 0; nth < 60; nth++) {
		ctx.fillStyle = `hsl(${nth * 37} 50% 50%)`;
		ctx.beginPath();
		ctx.arc((nth * 97) % width, (nth * 61) % height, 8 + (nth % 20), 0, 7);
		ctx.fill();
	}
	return canvas.toBuffer("image/png");
}

/** By how many pixels the rows between two shares of the height have moved to the left from one picture to the other. */
function bestShift(a: Canvas, b: Canvas, from: number, to: number): number {
	const [first, second] = [luminance(a), luminance(b)];
	const { width, height } = a;
	const cost = (shift: number) => {
		let sum = 0;
		for (let y = Math.round(height * from); y < height * to; y++)
			for (let x = 40; x < width - 40; x++)
				sum += Math.abs((first[y * width + x + shift] ?? 0) - (second[y * width + x] ?? 0));
		return sum;
	};
	const shifts = Array.from({ length: 61 }, (_, nth) => nth - 20);
	return shifts.reduce((best, shift) => (cost(shift) < cost(best) ? shift : best), 0);
}

const IMAGE = { id: imageIdSchema.parse("b".repeat(64)), format: "png", width: 640, height: 360, bytes: 9 } as const;

describe("the same plan", () => {
	test.each(CAST)("gives the same pixels: %s", async (words) => {
		const plan = small(planOf(words), 120);
		const first = await createPainter(plan, { image: null });
		const second = await createPainter(plan, { image: null });
		const frames = [0, 17, plan.frames - 1];
		const drawn = frames.map((frame) => fingerprint(first.draw(frame)));
		expect([...frames].reverse().map((frame) => fingerprint(second.draw(frame)))).toEqual(drawn.reverse());
		expect(new Set(drawn).size).toBe(frames.length);
	});

	test("gives another picture for other words", async () => {
		const drawn = await Promise.all(
			["a forest", "the forest"].map(async (words) =>
				fingerprint((await createPainter(small(planOf(words), 90), { image: null })).draw(9)),
			),
		);
		expect(drawn[0]).not.toBe(drawn[1]);
	});
});

describe("a film of several shots", () => {
	const SHOTS = ["a beach", "a city at night", "fade in on a forest", "dissolve to a stage", "an office", "space"];

	test("six of one second each change picture exactly on the cut", async () => {
		const plan = small(planAnimatic(draftOf(SHOTS.map((words) => ({ words, seconds: 1 })))), 90);
		const painter = await createPainter(plan, { image: null });
		expect(painter.frames).toBe(144);
		const [before, after, later] = [23, 24, 25].map((frame) => luminance(painter.draw(frame)));
		const apart = (a: Float64Array | undefined, b: Float64Array | undefined) =>
			a && b ? a.reduce((sum, value, nth) => sum + Math.abs(value - (b[nth] ?? 0)), 0) / a.length : 0;
		expect(apart(before, after)).toBeGreaterThan(5 * apart(after, later));
	});

	test("frames may be drawn in any order, across any cut", async () => {
		const plan = small(planAnimatic(draftOf(SHOTS.map((words) => ({ words, seconds: 1 })))), 60);
		const [forward, jumping] = [await createPainter(plan, { image: null }), await createPainter(plan, { image: null })];
		const inOrder = [0, 30, 60, 75, 100, 143].map((frame) => fingerprint(forward.draw(frame)));
		const shuffled = [143, 60, 0, 100, 75, 30].map((frame) => fingerprint(jumping.draw(frame)));
		expect([...shuffled].sort()).toEqual([...inOrder].sort());
	});

	test("a frame before the film is refused loudly", async () => {
		const painter = await createPainter(small(planOf("a beach"), 60), { image: null });
		expect(() => painter.draw(-1)).toThrow("no shot at frame -1");
	});
});

describe("a film from a first frame", () => {
	test("without any words shows the picture and moves over it", async () => {
		const plan = small(planAnimatic({ ...NEW_DRAFT, image: IMAGE }), 120);
		const painter = await createPainter(plan, { image: imageOf(640, 360) });
		const [first, last] = [fingerprint(painter.draw(0)), fingerprint(painter.draw(plan.frames - 1))];
		expect(first).not.toBe(last);
		expect(leastAlpha(painter.draw(40))).toBe(255);
	});

	test.each([
		"tilt up",
		"pan left",
		"pan right",
		"orbit",
		"crane down",
		"whip pan",
		"pull out",
		"handheld",
		"truck left",
	])("is covered under %s", async (words) => {
		const plan = small(planAnimatic(draftOf([{ words, seconds: 3 }], { image: IMAGE })), 90);
		const painter = await createPainter(plan, { image: imageOf(300, 800) });
		for (const frame of [0, 36, plan.frames - 1]) expect(leastAlpha(painter.draw(frame))).toBe(255);
	});

	const pictureOf = async (words: string, frame: number) => {
		const plan = small(planAnimatic(draftOf([{ words, seconds: 3 }], { image: IMAGE })), 90);
		const [shot] = plan.shots;
		if (!shot) throw new Error("A plan has at least one shot.");
		const canvas = createCanvas(plan.width, plan.height);
		photoShot(plan, shot, await loadPhoto(await loadImage(imageOf(640, 360)), plan.width, plan.height)).draw(
			canvas.getContext("2d"),
			frame / plan.fps,
		);
		return canvas;
	};
	const colourfulness = (canvas: Canvas) => {
		const pixels = canvas.data();
		let sum = 0;
		for (let at = 0; at < pixels.length; at += 4)
			sum +=
				Math.abs((pixels[at] ?? 0) - (pixels[at + 1] ?? 0)) + Math.abs((pixels[at + 1] ?? 0) - (pixels[at + 2] ?? 0));
		return sum / pixels.length;
	};
	const apart = (a: Canvas, b: Canvas) => {
		const [first, second] = [luminance(a), luminance(b)];
		return first.reduce((sum, value, nth) => sum + Math.abs(value - (second[nth] ?? 0)), 0) / first.length;
	};

	test("shakes in the hand and stands on the tripod", async () => {
		const between = async (words: string) => apart(await pictureOf(words, 20), await pictureOf(words, 26));
		expect(await between("locked off")).toBeLessThan(1);
		expect(await between("handheld")).toBeGreaterThan(2);
	});

	test("keeps its colours where no mood is named, and loses them in a film noir", async () => {
		const [plain, warm, noir] = await Promise.all(
			["locked off", "locked off, a warm, tender evening", "locked off, film noir"].map((words) =>
				pictureOf(words, 30),
			),
		);
		if (!plain || !warm || !noir) throw new Error("Three pictures were asked for.");
		expect(colourfulness(noir)).toBeLessThan(0.5 * colourfulness(plain));
		expect(apart(plain, warm)).toBeGreaterThan(2);
	});

	test("near ground passes further than the distance as the camera trucks", async () => {
		const [left, right] = [await pictureOf("truck right", 4), await pictureOf("truck right", 68)];
		const shifted = (from: number, to: number) => bestShift(left, right, from, to);
		expect(shifted(0.8, 0.95)).toBeGreaterThan(shifted(0.1, 0.4) + 1);
	});

	test("that is no picture is refused", async () => {
		await expect(
			createPainter(planAnimatic({ ...NEW_DRAFT, image: IMAGE }), { image: new Uint8Array([1, 2, 3]) }),
		).rejects.toThrow();
	});
});

describe("captions", () => {
	test.each([
		["emoji", "a dog 🐕‍🦺 on the beach 🏖️🌊 👩‍👩‍👧‍👧"],
		["emoji alone", "🎬🎥🍿"],
		["Hebrew", "שלום עולם, כלב על החוף"],
		["Arabic", "كلب يركض على الشاطئ عند الغروب"],
		["Chinese, long and without spaces", "一只柯基在海滩上奔跑，黄金时刻，海浪拍打着沙滩。".repeat(12)],
		["one word without end", "w".repeat(900)],
		["a script without a font", "𐎀𐎁𐎂 𐎃𐎄𐎅"],
		["control signs", "a\u0000b\u202ec\u200d\ufeffd\ud800"],
		["a spoken line of many words", `She says: "${"and then we went on and on ".repeat(20)}"`],
	])("%s do not break the picture", async (_, words) => {
		const painter = await createPainter(small(planOf(words, { ratio: "9:16" }), 120), { image: null });
		expect(leastAlpha(painter.draw(30))).toBe(255);
	});
});
