import type { Animal, Colour } from "@/lib/domain/animatic-plan/plan";
import { drawButterfly, drawFlyingBird, drawPerchedBird } from "../animals/bird";
import { drawFish, drawWhale } from "../animals/swimmers";
import type { View2d } from "../camera/camera";
import { CLOTH } from "../figure/costume";
import { type Rgb, rgb } from "../paint/colour";
import type { Ctx } from "../paint/surface";
import type { Casting } from "./casting";
import type { Actor } from "./figure-actor";
import { type Placed, type Reach, SpriteActor } from "./sprite-actor";
import type { Body } from "./sprite-cut";

const COATS: Readonly<Record<"bird" | "fish" | "whale" | "butterfly", readonly [Rgb, ...Rgb[]]>> = {
	bird: [rgb("#e8e6e0"), rgb("#4a5a72"), rgb("#c0563f"), rgb("#3a3a40")],
	fish: [rgb("#f08a3a"), rgb("#f2c14a"), rgb("#5a9ad8"), rgb("#e0566a")],
	whale: [rgb("#3f5468")],
	butterfly: [rgb("#f0a03c"), rgb("#6a8af0"), rgb("#e86a8a"), rgb("#f2d45a")],
};

export type Free = keyof typeof COATS;

const BODIES: Readonly<Record<Free | "perched", Body>> = {
	bird: { across: 0.54, up: 1, down: 0.2 },
	perched: { across: 0.78, up: 0.96, down: 0.06 },
	fish: { across: 0.78, up: 0.4, down: 0.4 },
	whale: { across: 0.82, up: 0.42, down: 0.44 },
	butterfly: { across: 0.72, up: 0.66, down: 0.52 },
};

/** The room what flies or swims has around it, and the part of it that its drawing takes. */
export function freeReachOf(kind: Free, action: Animal["action"]): Required<Reach> {
	const body = BODIES[kind === "bird" && action === "sit" ? "perched" : kind];
	return { across: 1, up: 1.1, down: 0.9, body };
}

/** Pure black would be a hole in the sky. */
const feathers = (coat: Colour): Rgb => (coat === "black" ? rgb("#3d4048") : CLOTH[coat]);

interface Splash {
	readonly x: number;
	readonly y: number;
	readonly strength: number;
}

interface Flight {
	readonly placed: Placed;
	readonly sketch: (ctx: Ctx) => void;
	readonly splash?: Splash | null;
}

/** What flies or swims keeps its own course over the picture. */
function flightOf(casting: Casting, kind: Free, seconds: number): Flight {
	const { animal, nth, stage, ground } = casting;
	const { unit, width, height } = stage;
	const own = animal.coat ? feathers(animal.coat) : (COATS[kind][nth % COATS[kind].length] ?? COATS[kind][0]);
	const drift = (speed: number) => ((((animal.place + seconds * speed + 0.25) % 1.5) + 1.5) % 1.5) - 0.25;
	const at = (x: number, y: number, size: number, roll = 0): Placed => ({
		x: x * width,
		y,
		height: size * unit,
		roll,
		grounded: 0,
	});
	if (kind === "butterfly") {
		const x = animal.place + 0.07 * Math.sin(seconds * 0.9 + nth * 2.1) + 0.02 * Math.sin(seconds * 3.1 + nth);
		return {
			placed: at(x, ground.y - unit * (14 + 7 * Math.sin(seconds * 1.3 + nth * 1.7) + nth * 4), 4.6),
			sketch: (ctx) => drawButterfly(ctx, own, seconds, nth * 2),
		};
	}
	if (kind === "fish") {
		const y = ground.y - unit * (4 + 13 * Math.sin(nth * 2.4)) + unit * 1.4 * Math.sin(seconds * 1.1 + nth);
		return {
			placed: at(drift(0.055 + 0.01 * nth), y, 24 - nth * 4),
			sketch: (ctx) => drawFish(ctx, own, seconds, nth * 1.9),
		};
	}
	if (kind === "whale") return whaleAt(casting, own, seconds, at, drift);
	if (animal.action === "sit") {
		return { placed: at(animal.place, ground.y, 9), sketch: (ctx) => drawPerchedBird(ctx, own, seconds, nth * 2) };
	}
	const y = height * (0.27 + 0.06 * nth) + unit * 2.4 * Math.sin(seconds * 0.9 + nth);
	return {
		placed: at(drift(0.085 + 0.01 * (nth % 2)), y, casting.withPeople ? 12 : 21 - nth * 2),
		sketch: (ctx) => drawFlyingBird(ctx, own, seconds, nth * 0.37),
	};
}

const LEAP_SECONDS = 3;
const CYCLE_SECONDS = 6.4;

/** In the deep it glides; at the surface it leaps, once in a while. */
function whaleAt(
	{ stage, ground, nth }: Casting,
	coat: Rgb,
	seconds: number,
	at: (x: number, y: number, size: number, roll?: number) => Placed,
	drift: (speed: number) => number,
): Flight {
	const sketch = (ctx: Ctx) => drawWhale(ctx, coat, seconds, nth * 2);
	if (ground.traffic === "afloat")
		return {
			placed: at(drift(0.03), ground.y - stage.unit * (4 + nth * 16), 88 - nth * 20, 0.05 * Math.sin(seconds * 0.5)),
			sketch,
		};
	// A leap, then a while with the back out of the water, each begun and ended below.
	const t = ((seconds + 0.5 + nth * 1.7) % CYCLE_SECONDS) / LEAP_SECONDS;
	const leaping = t < 1;
	const rest = (t - 1) / (CYCLE_SECONDS / LEAP_SECONDS - 1);
	const up = Math.sin(Math.PI * (leaping ? t : rest));
	const waterline = ground.horizon + stage.unit * 13;
	const y = waterline + stage.unit * (leaping ? 30 - 42 * up : 26 - 24 * up ** 0.5);
	const along = leaping ? 0.34 + 0.2 * t : 0.4 + 0.14 * rest;
	const leap = at(along + nth * 0.2, y, 56, leaping ? -0.9 + 1.7 * t : 0.1 * (rest - 0.5));
	const breaking = leaping && up > 0.25 && up < 0.98;
	return {
		placed: { ...leap, waterline },
		sketch,
		splash: breaking ? { x: leap.x, y: waterline, strength: 1 - up } : null,
	};
}

/** Foam where it breaks the surface. */
function drawSplash(target: Ctx, view: View2d, { x, y, strength }: Splash, unit: number, seconds: number): void {
	target.setTransform(view.scale, 0, 0, view.scale, view.x, view.y);
	target.fillStyle = `rgba(240,248,252,${(0.35 + 0.5 * strength).toFixed(3)})`;
	target.beginPath();
	for (let nth = 0; nth < 26; nth++) {
		const spread = Math.sin(nth * 12.9) * unit * 17;
		const rise =
			(0.5 + 0.5 * Math.sin(nth * 7.3 + seconds * 4)) * unit * 7 * strength * (1 - Math.abs(spread) / (unit * 20));
		const r = unit * (0.5 + 0.9 * Math.abs(Math.sin(nth * 3.7)));
		target.moveTo(x + spread + r, y - rise);
		target.ellipse(x + spread, y - rise, r * 1.6, r * 0.7, 0, 0, Math.PI * 2);
	}
	target.fill();
	target.setTransform(1, 0, 0, 1, 0, 0);
}

export function isFree(kind: Animal["kind"]): kind is Free {
	return kind in COATS;
}

export function freeAnimal(casting: Casting, kind: Free): Actor {
	const actor = new SpriteActor(freeReachOf(kind, casting.animal.action));
	return {
		place: casting.animal.place,
		draw: (target: Ctx, view: View2d, seconds: number) => {
			const { placed, sketch, splash } = flightOf(casting, kind, seconds);
			actor.draw(target, placed, view, casting.ground, sketch);
			if (splash) drawSplash(target, view, splash, casting.stage.unit, seconds);
		},
	};
}
