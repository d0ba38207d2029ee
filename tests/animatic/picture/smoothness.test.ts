import { createCanvas } from "@napi-rs/canvas";
import { describe, expect, test } from "vitest";
import { lensAt, viewAt } from "@/lib/children/animatic/picture/camera/camera";
import { stageOf } from "@/lib/children/animatic/picture/camera/stage";
import { createPainter } from "@/lib/children/animatic/picture/painter";
import type { MoveKind } from "@/lib/domain/animatic-plan/plan";
import { planAnimatic } from "@/lib/domain/animatic-plan/plan-animatic";
import { imageIdSchema } from "@/lib/domain/ids";
import { draftOf } from "./film-of";
import { luminance } from "./pixels";

const SIDE = 360;
const SPOT = { x: 110, y: 150, reach: 26 };

/** A soft dark spot on white: its centre can be followed to a hundredth of a pixel. */
function softSpot(): Uint8Array {
	const canvas = createCanvas(SIDE * 2, SIDE * 2);
	const ctx = canvas.getContext("2d");
	const image = ctx.createImageData(canvas.width, canvas.height);
	for (let y = 0; y < canvas.height; y++) {
		for (let x = 0; x < canvas.width; x++) {
			const away = (x - SPOT.x * 2) ** 2 + (y - SPOT.y * 2) ** 2;
			const light = 255 - 235 * Math.exp(-away / (2 * 18 * 18));
			image.data.set([light, light, light, 255], (y * canvas.width + x) * 4);
		}
	}
	ctx.putImageData(image, 0, 0);
	return canvas.toBuffer("image/png");
}

function centre(light: Float64Array, near: readonly [number, number]): readonly [x: number, y: number] {
	let [mass, sumX, sumY] = [0, 0, 0];
	for (let y = Math.round(near[1]) - SPOT.reach; y <= near[1] + SPOT.reach; y++) {
		for (let x = Math.round(near[0]) - SPOT.reach; x <= near[0] + SPOT.reach; x++) {
			const dark = Math.max(0, 150 - (light[y * SIDE + x] ?? 255));
			mass += dark;
			sumX += dark * x;
			sumY += dark * y;
		}
	}
	return [sumX / mass, sumY / mass];
}

test("a slow push-in over a picture moves in even steps of less than a fiftieth of a pixel of error", async () => {
	const image = {
		id: imageIdSchema.parse("c".repeat(64)),
		format: "png",
		width: SIDE * 2,
		height: SIDE * 2,
		bytes: 9,
	} as const;
	const plan = planAnimatic(draftOf([{ words: "slow push in", seconds: 5 }], { image }));
	const painter = await createPainter({ ...plan, width: SIDE, height: SIDE }, { image: softSpot() });
	let near: readonly [number, number] = [SPOT.x - 14, SPOT.y - 6];
	const places = Array.from({ length: 60 }, (_, nth) => {
		near = centre(luminance(painter.draw(30 + nth)), near);
		return near;
	});
	const steps = places
		.slice(1)
		.map(([x, y], nth) => Math.hypot(x - (places[nth]?.[0] ?? 0), y - (places[nth]?.[1] ?? 0)));
	const errors = steps
		.slice(1, -1)
		.map((step, nth) => Math.abs(step - ((steps[nth] ?? 0) + (steps[nth + 2] ?? 0)) / 2));
	errors.sort((a, b) => a - b);
	expect(steps.every((step) => step > 0.01)).toBe(true);
	expect(errors[Math.floor(errors.length * 0.95)]).toBeLessThan(0.02);
});

describe("every path of the camera", () => {
	const MOVES: readonly MoveKind[] = [
		"push-in",
		"pull-out",
		"pan-left",
		"pan-right",
		"tilt-up",
		"tilt-down",
		"orbit",
		"crane-up",
		"crane-down",
		"dolly",
		"truck-left",
		"truck-right",
		"aerial",
		"locked-off",
		"drift",
	];

	test.each(MOVES)("%s never jumps: its speed changes little from frame to frame", (kind) => {
		const stage = stageOf(1280, 720);
		const places = Array.from({ length: 121 }, (_, frame) =>
			viewAt(stage, lensAt({ kind, asked: true, strength: 1 }, frame / 120, 5), 1, { x: 640, y: 360 }, frame / 24),
		);
		const corner = places.map(({ scale, x, y }) => [scale * 100 + x, scale * 100 + y] as const);
		const speeds = corner
			.slice(1)
			.map(([x, y], nth) => Math.hypot(x - (corner[nth]?.[0] ?? 0), y - (corner[nth]?.[1] ?? 0)));
		const jerk = Math.max(...speeds.slice(1).map((speed, nth) => Math.abs(speed - (speeds[nth] ?? 0))));
		expect(jerk).toBeLessThan(0.35);
	});

	test("left and right are not confused: panning right uncovers what lies to the right", () => {
		const stage = stageOf(1280, 720);
		const at = (kind: MoveKind, share: number) =>
			viewAt(stage, lensAt({ kind, asked: true, strength: 1 }, share, 5), 1, { x: 640, y: 360 }, 0).x;
		expect(at("pan-right", 1)).toBeLessThan(at("pan-right", 0));
		expect(at("truck-left", 1)).toBeGreaterThan(at("truck-left", 0));
	});

	test("tilting up brings the sky down into the frame", () => {
		const stage = stageOf(1280, 720);
		const at = (share: number) =>
			viewAt(stage, lensAt({ kind: "tilt-up", asked: true, strength: 1 }, share, 5), 0, { x: 640, y: 360 }, 0).y;
		expect(at(1)).toBeGreaterThan(at(0));
	});
});
