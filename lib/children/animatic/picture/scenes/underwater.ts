import type { TimeOfDay } from "@/lib/domain/animatic-plan/plan";
import { fillDown, glow } from "../paint/brush";
import { between, type Chance, chanceFrom, noiseFrom } from "../paint/chance";
import { css, mix, type Rgb, rgb, scaled } from "../paint/colour";
import { type Ctx, createSurface } from "../paint/surface";
import { type Layer, merged, mod, type PlateWish, plate } from "./layer";
import { fillUnder, ridgeLine } from "./parts/land";
import type { Build, SceneSet } from "./set";

type Depths = readonly [top: Rgb, middle: Rgb, deep: Rgb, ray: Rgb];
const DEPTHS: Readonly<Record<TimeOfDay, Depths>> = {
	dawn: [rgb("#e6b89a"), rgb("#5a8a9c"), rgb("#1d3f5a"), rgb("#ffe0bc")],
	day: [rgb("#b8f0ea"), rgb("#2f9fb8"), rgb("#0b3f66"), rgb("#f0fff4")],
	dusk: [rgb("#e88a6a"), rgb("#4a4f80"), rgb("#1a1c46"), rgb("#ffc490")],
	night: [rgb("#2f5a8a"), rgb("#10315a"), rgb("#050f28"), rgb("#b8d4ff")],
};
const CORALS = ["#e0645a", "#e89a4a", "#c95a9a", "#d8c25a", "#7a5ac0"].map(rgb);

function waterBody({ stage, seed }: Build, depths: Depths): PlateWish {
	return {
		depth: 0,
		top: stage.top,
		bottom: stage.bottom,
		seed: seed + 1,
		wraps: true,
		opaque: true,
		paint: (ctx) => {
			fillDown(ctx, stage.left - 3, stage.top, stage.fullWidth + 6, stage.fullHeight, [
				[0, css(depths[0])],
				[0.22, css(mix(depths[0], depths[1], 0.7))],
				[0.55, css(depths[1])],
				[1, css(depths[2])],
			]);
			glow(ctx, stage.width * 0.56, stage.top, 84 * stage.unit, depths[3], 0.75);
		},
	};
}

/** The surface from below, and light that fans down from it. */
function rays({ stage, seed }: Build, depths: Depths): Layer {
	const { unit, width } = stage;
	const chance = chanceFrom(seed + 2);
	const beam = createSurface(30 * unit, stage.fullHeight * 0.9);
	const fall = beam.ctx.createLinearGradient(0, 0, 0, beam.height);
	fall.addColorStop(0, css(depths[3], 0.5));
	fall.addColorStop(1, css(depths[3], 0));
	beam.ctx.fillStyle = fall;
	for (let nth = 0; nth < 6; nth++) {
		beam.ctx.globalAlpha = 0.24;
		const inset = beam.width * 0.075 * nth;
		beam.ctx.beginPath();
		beam.ctx.moveTo(beam.width * 0.4, 0);
		beam.ctx.lineTo(beam.width * 0.6, 0);
		beam.ctx.lineTo(beam.width - inset, beam.height);
		beam.ctx.lineTo(inset, beam.height);
		beam.ctx.fill();
	}
	const fan = Array.from({ length: 5 }, (_, nth) => ({
		turn: (nth - 2) * 0.2,
		wide: between(chance, 0.3, 0.85),
		phase: chance() * 7,
		pace: between(chance, 0.4, 0.9),
	}));
	return {
		depth: 0.2,
		draw: (ctx, { seconds }) => {
			ctx.globalCompositeOperation = "screen";
			for (const { turn, wide, phase, pace } of fan) {
				ctx.save();
				ctx.translate(width * 0.56, stage.top - 4 * unit);
				ctx.rotate(turn + 0.03 * Math.sin(seconds * pace + phase));
				ctx.globalAlpha = 0.5 + 0.4 * Math.sin(seconds * pace * 1.4 + phase);
				ctx.drawImage(beam.canvas, (-beam.width * wide) / 2, 0, beam.width * wide, beam.height);
				ctx.restore();
			}
			ctx.globalCompositeOperation = "source-over";
		},
	};
}

function tinted(colour: Rgb, depths: Depths, near: number): Rgb {
	const lit: Rgb = [
		(colour[0] * (depths[1][0] + 120)) / 300,
		(colour[1] * (depths[1][1] + 110)) / 290,
		(colour[2] * (depths[1][2] + 110)) / 290,
	];
	return mix(depths[1], lit, near);
}

function paintCoral(ctx: Ctx, chance: Chance, x: number, base: number, size: number, tone: Rgb): void {
	const kind = Math.floor(chance() * 3);
	ctx.fillStyle = css(tone);
	ctx.strokeStyle = css(tone);
	ctx.lineCap = "round";
	if (kind === 0) {
		const branch = (fromX: number, fromY: number, turn: number, long: number, depth: number): void => {
			const [toX, toY] = [fromX + Math.cos(turn) * long, fromY + Math.sin(turn) * long];
			ctx.lineWidth = long * 0.24;
			ctx.beginPath();
			ctx.moveTo(fromX, fromY);
			ctx.lineTo(toX, toY);
			ctx.stroke();
			if (depth > 0)
				for (const side of [-0.5, 0.05, 0.5])
					branch(toX, toY, turn + side + between(chance, -0.1, 0.1), long * 0.66, depth - 1);
		};
		branch(x, base, -Math.PI / 2, size * 0.4, 3);
	} else if (kind === 1) {
		ctx.beginPath();
		ctx.ellipse(x, base, size * 0.62, size * 0.48, 0, Math.PI, Math.PI * 2);
		ctx.fill();
		ctx.strokeStyle = css(scaled(tone, 0.7));
		ctx.lineWidth = size * 0.03;
		for (let nth = 1; nth < 6; nth++) {
			ctx.beginPath();
			ctx.ellipse(x, base, size * 0.62 * (nth / 6), size * 0.47, 0, Math.PI, Math.PI * 2);
			ctx.stroke();
		}
	} else {
		for (let nth = 0; nth < 6; nth++) {
			const at = x + size * (nth / 6 - 0.5) * 0.9;
			ctx.lineWidth = size * 0.14;
			ctx.beginPath();
			ctx.moveTo(x + (at - x) * 0.4, base);
			ctx.quadraticCurveTo(at, base - size * 0.3, at, base - size * between(chance, 0.4, 0.9));
			ctx.stroke();
		}
	}
}

function reef(
	build: Build,
	depths: Depths,
	depth: number,
	base: number,
	rise: number,
	near: number,
	corals: number,
): PlateWish {
	const { stage, seed } = build;
	const { unit } = stage;
	const sand = tinted(rgb("#d8c79a"), depths, near);
	return {
		depth,
		top: base - (rise + 26) * unit,
		bottom: stage.bottom,
		wraps: true,
		seed: seed + Math.round(depth * 100),
		paint: (ctx, chance) => {
			const line = ridgeLine(stage, noiseFrom(chance, 4, 3), base, rise * unit);
			for (let nth = 0; nth < corals; nth++) {
				const x = between(chance, stage.left, stage.right);
				const colour = CORALS[Math.floor(chance() * CORALS.length)] ?? sand;
				paintCoral(
					ctx,
					chance,
					x,
					line(x) + unit,
					unit * between(chance, 5, 13) * (0.4 + depth * 0.6),
					tinted(colour, depths, near),
				);
			}
			fillUnder(ctx, stage, line, base - rise * unit, stage.bottom, [
				[0, css(mix(sand, depths[3], 0.12))],
				[0.25, css(scaled(sand, 0.8))],
				[1, css(mix(scaled(sand, 0.4), depths[2], 0.6))],
			]);
		},
	};
}

/** Ribbons of kelp that lean with the swell. */
function kelp({ stage, seed }: Build, depths: Depths, depth: number, near: number): Layer {
	const { unit, height } = stage;
	const chance = chanceFrom(seed + Math.round(depth * 50));
	const count = stage.tall ? 7 : 11;
	const stalks = Array.from({ length: count }, (_, nth) => ({
		x: ((nth + between(chance, 0.1, 0.9)) / count) * stage.fullWidth,
		tall: unit * between(chance, 26, 62) * (0.5 + depth * 0.4),
		phase: chance() * 7,
	}));
	const tone = css(tinted(rgb("#5a8a3a"), depths, near));
	const base = height + 12 * unit;
	return {
		depth,
		draw: (ctx, { seconds, track }) => {
			ctx.fillStyle = tone;
			ctx.beginPath();
			for (const { x, tall, phase } of stalks) {
				const foot = stage.left + mod(x - track * depth, stage.fullWidth);
				if (depth > 1 && Math.abs(foot / stage.width - 0.5) < 0.3) continue;
				const lean = (share: number) => foot + unit * 5 * share * Math.sin(seconds * 0.9 + phase + share * 2.6);
				for (let nth = 0; nth < 9; nth++) {
					const share = nth / 9;
					const [px, py] = [lean(share), base - tall * share];
					const side = nth % 2 ? 1 : -1;
					ctx.moveTo(px, py);
					ctx.quadraticCurveTo(
						px + side * unit * 3.2,
						py - tall * 0.07,
						lean(share + 0.16) + side * unit * 2.6,
						py - tall * 0.17,
					);
					ctx.quadraticCurveTo(px + side * unit * 0.6, py - tall * 0.1, px, py);
				}
				ctx.moveTo(foot - unit * 0.5, base);
				ctx.quadraticCurveTo(lean(0.5) - unit * 0.4, base - tall * 0.5, lean(1), base - tall);
				ctx.quadraticCurveTo(lean(0.5) + unit * 0.5, base - tall * 0.5, foot + unit * 0.5, base);
			}
			ctx.fill();
		},
	};
}

function bubbles({ stage, seed }: Build): Layer {
	const chance = chanceFrom(seed + 8);
	const all = Array.from({ length: 34 }, () => ({
		x: chance(),
		y: chance(),
		r: stage.unit * between(chance, 0.2, 0.9),
		speed: between(chance, 0.06, 0.15),
		phase: chance() * 7,
	}));
	return {
		depth: 1.2,
		draw: (ctx, { seconds }) => {
			ctx.strokeStyle = "rgba(235,255,255,.5)";
			ctx.lineWidth = stage.unit * 0.14;
			ctx.beginPath();
			for (const { x, y, r, speed, phase } of all) {
				const up = stage.bottom - mod(y + seconds * speed, 1) * stage.fullHeight;
				const across = stage.left + x * stage.fullWidth + Math.sin(seconds * 1.6 + phase) * stage.unit;
				ctx.moveTo(across + r, up);
				ctx.arc(across, up, r, 0, Math.PI * 2);
			}
			ctx.stroke();
		},
	};
}

/** Light fanning down through water onto a reef, with kelp before it. */
export function underwater(build: Build): SceneSet {
	const { stage, light, shot } = build;
	const { unit, width, height } = stage;
	const depths = DEPTHS[shot.time];
	return {
		behind: [
			plate(stage, merged(0.12, [waterBody(build, depths), reef(build, depths, 0.2, height * 0.8, 17, 0.36, 18)])),
			rays(build, depths),
			plate(stage, reef(build, depths, 0.6, height * 0.9, 13, 0.72, 20)),
			kelp(build, depths, 0.8, 0.5),
		],
		before: [
			plate(stage, reef(build, depths, 1.2, height + 3 * unit, 9, 0.92, 10)),
			kelp(build, depths, 1.5, 0.25),
			bubbles(build),
		],
		focus: { x: width * 0.5, y: height * 0.5 },
		ground: {
			y: height * 0.62,
			height: 34 * unit,
			traffic: "afloat",
			seat: "rock",
			horizon: height * 0.5,
			falling: {
				shadow: depths[2],
				shadowShare: 0.34,
				key: depths[3],
				keyShare: 0.2,
				from: light.from,
				rim: depths[3],
				rimShare: 0.6,
			},
			shadow: { alpha: 0, length: 0, slant: 0 },
			mirror: 0,
		},
	};
}
