import { expect, test } from "vitest";
import { freeAnimal, freeReachOf } from "@/lib/children/animatic/picture/actors/free-animal";
import { drawButterfly, drawFlyingBird, drawPerchedBird } from "@/lib/children/animatic/picture/animals/bird";
import { drawFish, drawWhale } from "@/lib/children/animatic/picture/animals/swimmers";
import { stageOf } from "@/lib/children/animatic/picture/camera/stage";
import { lightFor } from "@/lib/children/animatic/picture/light/light";
import type { Rgb } from "@/lib/children/animatic/picture/paint/colour";
import { type Ctx, createSurface } from "@/lib/children/animatic/picture/paint/surface";
import { SCENE_BUILDERS } from "@/lib/children/animatic/picture/scenes/scene-builders";
import { shotOf } from "./film-of";

const UNIT = 60;
const MARGIN = 1;
const COAT: Rgb = [200, 120, 60];

const DRAWINGS = [
	["bird", "fly", drawFlyingBird],
	["bird", "sit", drawPerchedBird],
	["fish", "swim", drawFish],
	["whale", "swim", drawWhale],
	["butterfly", "fly", drawButterfly],
] as const;

/** How many pixels are painted outside of what the sprite keeps of it. */
function cutOff(
	draw: (ctx: Ctx, coat: Rgb, seconds: number, phase: number) => void,
	seconds: number,
	{ across, up, down }: ReturnType<typeof freeReachOf>["body"],
): number {
	const { canvas, ctx, width, height } = createSurface((across + MARGIN) * 2 * UNIT, (up + down + 2 * MARGIN) * UNIT);
	ctx.setTransform(UNIT, 0, 0, UNIT, (across + MARGIN) * UNIT, (up + MARGIN) * UNIT);
	draw(ctx, COAT, seconds, 0);
	const pixels = canvas.data();
	const edge = MARGIN * UNIT - 1;
	let outside = 0;
	for (let y = 0; y < height; y++)
		for (let x = 0; x < width; x++) {
			const inside = x >= edge && x < width - edge && y >= edge && y < height - edge;
			if (!inside && (pixels[(y * width + x) * 4 + 3] ?? 0) > 0) outside += 1;
		}
	return outside;
}

test.each(DRAWINGS)("a %s is drawn whole while it does %s", (kind, action, draw) => {
	const { body } = freeReachOf(kind, action);
	for (let seconds = 0; seconds < 6; seconds += 0.11) expect(cutOff(draw, seconds, body), `${seconds}`).toBe(0);
});

test("what swims half out of the picture looks the same there as in a larger one", () => {
	const [width, height] = [320, 180];
	const shot = shotOf("a whale in the deep sea");
	const stage = stageOf(width, height);
	const ground = SCENE_BUILDERS[shot.scene]({ stage, light: lightFor(shot), shot, seed: shot.seed }).ground;
	const [animal] = shot.animals;
	if (!animal) throw new Error("There is no whale.");
	const casting = { animal, nth: 0, stage, ground, withPeople: false, together: 1, of: 3 };
	const partOf = (around: number) => {
		const { canvas, ctx } = createSurface(width + 2 * around, height + 2 * around);
		freeAnimal(casting, "whale").draw(ctx, { scale: 2, x: around - width, y: around - height }, 1);
		const part = createSurface(width, height);
		part.ctx.drawImage(canvas, -around, -around);
		return part.canvas;
	};
	const [alone, within] = [partOf(0).data(), partOf(400).data()];
	const apart = alone.map((value, at) => Math.abs(value - (within[at] ?? 0)));
	// A path that is cut off elsewhere has other last bits.
	expect(apart.reduce((sum, each) => sum + each, 0) / apart.length).toBeLessThan(0.02);
	expect(apart.filter((each) => each > 8).length).toBeLessThan(20);
	expect(alone.filter((_, at) => at % 4 === 3).filter((alpha) => alpha > 200).length).toBeGreaterThan(5_000);
});
