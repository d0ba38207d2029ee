import type { Mood, TimeOfDay } from "@/lib/domain/animatic-plan/plan";
import { CLOTH } from "../figure/costume";
import { fillDown, glow } from "../paint/brush";
import { between, chanceFrom } from "../paint/chance";
import { css, mix, type Rgb, rgb, scaled } from "../paint/colour";
import { type Layer, plate } from "./layer";
import type { Build, SceneSet } from "./set";

type Scheme = readonly [ground: Rgb, deep: Rgb, ...ribbons: Rgb[]];
const SCHEMES: Readonly<Record<TimeOfDay, Scheme>> = {
	dawn: [rgb("#f2dccb"), rgb("#8a6f9c"), rgb("#e8836b"), rgb("#f3b27a"), rgb("#7d6fb0"), rgb("#d97f9a")],
	day: [rgb("#eee8da"), rgb("#2f6f8f"), rgb("#e4572e"), rgb("#f3a712"), rgb("#2e86ab"), rgb("#17567a")],
	dusk: [rgb("#2b1a3a"), rgb("#120a1e"), rgb("#e2533f"), rgb("#f08a3c"), rgb("#9c2f62"), rgb("#f4c05a")],
	night: [rgb("#0b1230"), rgb("#050818"), rgb("#3f5bd8"), rgb("#27b0c9"), rgb("#7a3fd0"), rgb("#e05a9a")],
};
const PACE: Readonly<Partial<Record<Mood, number>>> = {
	tense: 1.7,
	joyful: 1.4,
	epic: 1.2,
	melancholy: 0.6,
	dreamy: 0.7,
};

function backPlate({ stage, light, seed }: Build, scheme: Scheme): Layer {
	return plate(stage, {
		depth: 0,
		top: stage.top,
		bottom: stage.bottom,
		seed,
		grain: 0.05,
		paint: (ctx) => {
			fillDown(ctx, stage.left, stage.top, stage.fullWidth, stage.fullHeight, [
				[0, css(scheme[0])],
				[1, css(mix(scheme[0], scheme[1], 0.6))],
			]);
			const [x, y, r] = [stage.width * (light.from < 0 ? 0.66 : 0.34), stage.height * 0.4, stage.unit * 25];
			glow(ctx, x, y, r * 3, scheme[3] ?? scheme[0], 0.5);
			const disc = ctx.createLinearGradient(0, y - r, 0, y + r);
			disc.addColorStop(0, css(mix(scheme[3] ?? scheme[0], [255, 255, 255], 0.35)));
			disc.addColorStop(1, css(scheme[2] ?? scheme[0]));
			ctx.fillStyle = disc;
			ctx.beginPath();
			ctx.arc(x, y, r, 0, Math.PI * 2);
			ctx.fill();
		},
	});
}

interface Ribbon {
	readonly y: number;
	readonly thick: number;
	readonly swing: number;
	readonly long: number;
	readonly phase: number;
	readonly pace: number;
	readonly tone: Rgb;
	readonly depth: number;
}

/** Bands of silk that fold across the frame; each has a lit and a turned side. */
function ribbonLayer({ stage }: Build, ribbon: Ribbon): Layer {
	const { unit } = stage;
	const steps = 34;
	const middle = (share: number, seconds: number) =>
		ribbon.y +
		ribbon.swing *
			(Math.sin(share * ribbon.long + ribbon.phase + seconds * ribbon.pace) +
				0.4 * Math.sin(share * ribbon.long * 2.1 - ribbon.phase + seconds * ribbon.pace * 0.7));
	const half = (share: number, seconds: number) =>
		ribbon.thick * (0.55 + 0.45 * Math.sin(share * ribbon.long * 0.8 + ribbon.phase * 2 + seconds * ribbon.pace * 0.8));
	const lit = css(mix(ribbon.tone, [255, 255, 255], 0.22));
	const body = css(ribbon.tone);
	const dark = css(scaled(ribbon.tone, 0.5));
	return {
		depth: ribbon.depth,
		draw: (ctx, { seconds }) => {
			const shape = (low: number, high: number) => {
				ctx.beginPath();
				for (let nth = 0; nth <= steps; nth++) {
					const share = nth / steps;
					ctx.lineTo(stage.left + share * stage.fullWidth, middle(share, seconds) + half(share, seconds) * low);
				}
				for (let nth = steps; nth >= 0; nth--) {
					const share = nth / steps;
					ctx.lineTo(stage.left + share * stage.fullWidth, middle(share, seconds) + half(share, seconds) * high);
				}
				ctx.closePath();
			};
			const along = ctx.createLinearGradient(stage.left, 0, stage.right, 0);
			along.addColorStop(0, dark);
			along.addColorStop(0.3, body);
			along.addColorStop(0.52, lit);
			along.addColorStop(0.72, body);
			along.addColorStop(1, dark);
			shape(-1, 1);
			ctx.fillStyle = along;
			ctx.fill();
			shape(0.55, 1);
			ctx.globalAlpha = 0.4;
			ctx.fillStyle = dark;
			ctx.fill();
			ctx.globalAlpha = 1;
			ctx.strokeStyle = lit;
			ctx.lineWidth = unit * 0.14;
			ctx.beginPath();
			for (let nth = 0; nth <= steps; nth++) {
				const share = nth / steps;
				ctx.lineTo(stage.left + share * stage.fullWidth, middle(share, seconds) - half(share, seconds));
			}
			ctx.stroke();
		},
	};
}

/** No place named: a disc of light and ribbons that cross it, coloured by the hour. */
export function abstract(build: Build): SceneSet {
	const { stage, light, shot, seed } = build;
	const { unit, width, height } = stage;
	const [ground, deep, ...tones] = SCHEMES[shot.time];
	const scheme: Scheme = shot.tint ? [ground, deep, CLOTH[shot.tint], ...tones] : [ground, deep, ...tones];
	const ribbons = scheme.slice(2);
	const chance = chanceFrom(seed + 4);
	const pace = PACE[shot.mood] ?? 1;
	const layers = ribbons.map((tone, nth) =>
		ribbonLayer(build, {
			tone,
			y: height * (0.36 + 0.15 * nth) + unit * between(chance, -6, 6),
			thick: unit * between(chance, 7, 13),
			swing: unit * between(chance, 9, 17),
			long: between(chance, 3.4, 6.2),
			phase: chance() * 7,
			pace: pace * between(chance, 0.28, 0.5),
			depth: 0.3 + 0.28 * nth,
		}),
	);
	const split = Math.ceil(layers.length / 2);
	return {
		behind: [backPlate(build, scheme), ...layers.slice(0, split)],
		before: layers.slice(split + (shot.figures.length > 0 ? 1 : 0)),
		focus: { x: width * 0.5, y: height * 0.46 },
		ground: {
			y: height * 0.8,
			height: (stage.tall ? 40 : 46) * unit,
			traffic: "indoors",
			seat: "stool",
			horizon: height * 0.6,
			falling: {
				shadow: deep,
				shadowShare: 0.12,
				key: ribbons[1] ?? ground,
				keyShare: 0.14,
				from: light.from,
				rim: mix(ribbons[1] ?? ground, [255, 255, 255], 0.4),
				rimShare: 0.7,
			},
			shadow: { alpha: 0.22, length: 0.1, slant: light.from * -0.6 },
			mirror: 0,
		},
	};
}
