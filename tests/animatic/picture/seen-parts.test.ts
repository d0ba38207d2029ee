import { expect, test } from "vitest";
import { stageOf } from "@/lib/children/animatic/picture/camera/stage";
import type { Ctx } from "@/lib/children/animatic/picture/paint/surface";
import type { Box } from "@/lib/children/animatic/picture/scenes/coverage";
import { plate } from "@/lib/children/animatic/picture/scenes/layer";
import { seenParts } from "@/lib/children/animatic/picture/scenes/seen-parts";

const stage = stageOf(320, 180);
const AT_REST = { scale: 1, x: 0, y: 0 };
const MOMENT = { seconds: 0, share: 0, track: 0 };

function painted(paint: (ctx: Ctx) => void, wraps = false) {
	const layer = plate(stage, { depth: 1, top: stage.top, bottom: stage.bottom, seed: 1, grain: 0, wraps, paint });
	return { layer, view: AT_REST };
}

function filled(box: Box, wraps = false) {
	return painted((ctx) => {
		ctx.fillStyle = "#804020";
		ctx.fillRect(box.left, box.top, box.right - box.left, box.bottom - box.top);
	}, wraps);
}

const ALL = { left: stage.left, top: stage.top, right: stage.right, bottom: stage.bottom };
const inside = (parts: readonly Box[] | null | undefined, x: number, y: number) =>
	parts === null || (parts ?? []).some((part) => x >= part.left && x < part.right && y >= part.top && y < part.bottom);

test("what a layer above hides is not drawn, and what it only veils is", () => {
	expect(seenParts(stage, [filled(ALL), filled(ALL)], MOMENT)).toEqual([[], null]);
	const veil = painted((ctx) => {
		ctx.fillStyle = "rgba(90,90,90,.9)";
		ctx.fillRect(stage.left, stage.top, stage.fullWidth, stage.fullHeight);
	});
	expect(seenParts(stage, [filled(ALL), veil], MOMENT)).toEqual([null, null]);
});

test("every pixel beside a layer in front is drawn, and little of what lies behind it", () => {
	const front = { left: 100, top: 60, right: 220, bottom: 140 };
	const [behind, before] = seenParts(stage, [filled(ALL), filled(front)], MOMENT);
	for (let x = 0; x < stage.width; x += 1)
		for (let y = 0; y < stage.height; y += 1) {
			const covered = x >= front.left && x < front.right && y >= front.top && y < front.bottom;
			expect(inside(covered ? before : behind, x, y), `${x},${y}`).toBe(true);
		}
	expect(inside(behind, 160, 100)).toBe(false);
	expect(inside(before, 20, 20)).toBe(false);
});

test("a layer that has slid around is seen on both sides of its seam", () => {
	const [parts] = seenParts(stage, [filled({ left: 10, top: 40, right: 60, bottom: 80 }, true)], {
		...MOMENT,
		track: 40,
	});
	expect([inside(parts, 5, 60), inside(parts, 15, 60), inside(parts, 200, 60)]).toEqual([true, true, false]);
	const [wrapped] = seenParts(stage, [filled({ left: 10, top: 40, right: 60, bottom: 80 }, true)], {
		...MOMENT,
		track: stage.fullWidth - 100,
	});
	expect([inside(wrapped, 130, 60), inside(wrapped, 20, 60)]).toEqual([true, false]);
});

test("a camera that has moved is asked where it looks", () => {
	const laid = { ...filled({ left: 0, top: 0, right: 40, bottom: 40 }), view: { scale: 2, x: 100, y: 20 } };
	const [parts] = seenParts(stage, [laid], MOMENT);
	for (const [x, y] of [
		[101, 21],
		[179, 99],
	] as const)
		expect(inside(parts, x, y)).toBe(true);
	expect([inside(parts, 60, 60), inside(parts, 230, 60)]).toEqual([false, false]);
});
