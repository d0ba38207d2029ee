import { describe, expect, test } from "vitest";
import { reachOf } from "@/lib/children/animatic/picture/actors/animal-actor";
import { BREEDS } from "@/lib/children/animatic/picture/animals/breeds-wild";
import { drawQuadruped } from "@/lib/children/animatic/picture/animals/quadruped";
import { frameAt } from "@/lib/children/animatic/picture/animals/quadruped-gait";
import { createSurface } from "@/lib/children/animatic/picture/paint/surface";
import type { Animal } from "@/lib/domain/animatic-plan/plan";
import { edgeMap, likeness } from "./pixels";

const ACTIONS: readonly Animal["action"][] = ["stand", "walk", "run", "sit", "lie"];
const UNIT = 60;
const MARGIN = 1;

/** One to the height at the withers, with a margin all round its reach. */
function drawn(kind: keyof typeof BREEDS, action: Animal["action"], seconds: number) {
	const breed = BREEDS[kind];
	const { across, up, down } = reachOf(breed, action);
	const surface = createSurface((across + MARGIN) * 2 * UNIT, (up + down + 2 * MARGIN) * UNIT);
	surface.ctx.setTransform(UNIT, 0, 0, UNIT, (across + MARGIN) * UNIT, (up + MARGIN) * UNIT);
	const mien = { running: action === "run", asleep: action === "lie", seconds };
	drawQuadruped(surface.ctx, breed, frameAt(breed, action, seconds, 1), mien);
	return surface;
}

/** How many pixels are painted outside of what the sprite keeps. */
function cutOff(kind: keyof typeof BREEDS, action: Animal["action"], seconds: number): number {
	const { canvas, width, height } = drawn(kind, action, seconds);
	const pixels = canvas.data();
	const edge = MARGIN * UNIT - 2;
	let outside = 0;
	for (let y = 0; y < height; y++)
		for (let x = 0; x < width; x++) {
			const inside = x >= edge && x < width - edge && y >= edge && y < height - edge;
			if (!inside && (pixels[(y * width + x) * 4 + 3] ?? 0) > 8) outside += 1;
		}
	return outside;
}

const KINDS = Object.keys(BREEDS).filter((kind): kind is keyof typeof BREEDS => kind in BREEDS);

describe.each(KINDS)("a %s", (kind) => {
	test.each(ACTIONS)("is drawn whole, ears to tail, while it does %s", (action) => {
		for (const seconds of [0.1, 0.37, 0.62, 1.1]) expect(cutOff(kind, action, seconds), `${seconds}`).toBe(0);
	});
});

test("lying is lower than standing, for every animal but the elephant, which sleeps on its feet", () => {
	const top = (kind: keyof typeof BREEDS, action: Animal["action"]) => {
		const { canvas, width } = drawn(kind, action, 0.4);
		return canvas.data().findIndex((value, at) => at % 4 === 3 && value > 128) / 4 / width;
	};
	const reach = (kind: keyof typeof BREEDS, action: Animal["action"]) => reachOf(BREEDS[kind], action).up * UNIT;
	for (const kind of KINDS.filter((each) => each !== "elephant")) {
		const [lying, standing] = [top(kind, "lie") - reach(kind, "lie"), top(kind, "stand") - reach(kind, "stand")];
		expect(lying, kind).toBeGreaterThan(standing + 8);
	}
});

test("no animal is another's recolour", () => {
	const maps = KINDS.map((kind) => {
		const { canvas } = drawn(kind, "stand", 0.4);
		const same = createSurface(360, 240);
		same.ctx.drawImage(canvas, 0, 0, canvas.width, canvas.height, 0, 0, 360, 240);
		return [kind, edgeMap(same.canvas)] as const;
	});
	const alike = maps.flatMap(([a, first]) =>
		maps.filter(([b, second]) => a < b && likeness(first, second) > 0.93).map(([b]) => `${a} ~ ${b}`),
	);
	expect(alike).toEqual([]);
});
