import type { TimeOfDay } from "@/lib/domain/animatic-plan/plan";
import { fillDown, glow } from "../paint/brush";
import { between, chanceFrom, noiseFrom } from "../paint/chance";
import { css, mix, rgb, scaled } from "../paint/colour";
import { createSurface } from "../paint/surface";
import { type Layer, merged, mod, type PlateWish, plate } from "./layer";
import { CORALS, paintCoral } from "./parts/coral";
import { type Depths, kelp, tinted } from "./parts/kelp";
import { fillUnder, ridgeLine } from "./parts/land";
import type { Build, SceneSet } from "./set";

const DEPTHS: Readonly<Record<TimeOfDay, Depths>> = {
	dawn: [rgb("#e6b89a"), rgb("#5a8a9c"), rgb("#1d3f5a"), rgb("#ffe0bc")],
	day: [rgb("#b8f0ea"), rgb("#2f9fb8"), rgb("#0b3f66"), rgb("#f0fff4")],
	dusk: [rgb("#e88a6a"), rgb("#4a4f80"), rgb("#1a1c46"), rgb("#ffc490")],
	night: [rgb("#2f5a8a"), rgb("#10315a"), rgb("#050f28"), rgb("#b8d4ff")],
};

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
