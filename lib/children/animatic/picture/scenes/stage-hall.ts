import type { TimeOfDay } from "@/lib/domain/animatic-plan/plan";
import { fillDown, flatGlow, glow } from "../paint/brush";
import { between, chanceFrom } from "../paint/chance";
import { css, mix, type Rgb, rgb, scaled } from "../paint/colour";
import { createSurface, type Surface } from "../paint/surface";
import { type Layer, plate } from "./layer";
import { drape, paintSwag } from "./parts/curtains";
import type { Build, SceneSet } from "./set";

interface Show {
	readonly curtain: Rgb;
	readonly spot: Rgb;
	readonly side: Rgb;
	readonly back: Rgb;
}

const SHOWS: Readonly<Record<TimeOfDay, Show>> = {
	dawn: { curtain: rgb("#8a5560"), spot: rgb("#ffd9b8"), side: rgb("#ff9a8a"), back: rgb("#4a3a5a") },
	day: { curtain: rgb("#a8433f"), spot: rgb("#fff3dc"), side: rgb("#ffd28a"), back: rgb("#6a4a44") },
	dusk: { curtain: rgb("#8c2a34"), spot: rgb("#ffc986"), side: rgb("#ff7a4a"), back: rgb("#3a1a2c") },
	night: { curtain: rgb("#7a1f34"), spot: rgb("#eef2ff"), side: rgb("#5a7dff"), back: rgb("#171430") },
};

const BOARDS = rgb("#7a4f35");

function backdrop({ stage, seed }: Build, show: Show, floor: number): Layer {
	const { unit, width } = stage;
	return plate(stage, {
		depth: 0.3,
		top: stage.top,
		bottom: stage.bottom,
		seed: seed + 91,
		opaque: true,
		grain: 0.04,
		paint: (ctx) => {
			fillDown(ctx, stage.left, stage.top, stage.fullWidth, floor - stage.top, [
				[0, css(scaled(show.back, 0.3))],
				[1, css(show.back)],
			]);
			drape(
				ctx,
				stage.left,
				stage.top,
				stage.fullWidth,
				floor - stage.top,
				mix(show.back, show.curtain, 0.35),
				stage.tall ? 14 : 26,
			);
			glow(ctx, width * 0.46, floor - 22 * unit, 62 * unit, show.side, 0.4);
			fillDown(ctx, stage.left, floor, stage.fullWidth, stage.bottom - floor, [
				[0, css(mix(scaled(BOARDS, 0.62), show.spot, 0.1))],
				[1, css(scaled(BOARDS, 0.22))],
			]);
			ctx.strokeStyle = "rgba(14,7,5,.5)";
			ctx.lineWidth = 0.25 * unit;
			ctx.beginPath();
			for (let nth = -16; nth <= 16; nth++) {
				ctx.moveTo(width / 2 + nth * 8 * unit, floor);
				ctx.lineTo(width / 2 + nth * 23 * unit, stage.bottom);
			}
			ctx.stroke();
			flatGlow(ctx, width * 0.44, floor + 11 * unit, 38 * unit, 0.24, show.spot, 0.85);
		},
	});
}

function beamOf(colour: Rgb, width: number, height: number): Surface {
	const beam = createSurface(width, height);
	const fall = beam.ctx.createLinearGradient(0, 0, 0, height);
	fall.addColorStop(0, css(colour, 0.62));
	fall.addColorStop(1, css(colour, 0.06));
	beam.ctx.fillStyle = fall;
	for (let nth = 0; nth < 8; nth++) {
		const inset = width * 0.055 * nth;
		beam.ctx.globalAlpha = 0.2;
		beam.ctx.beginPath();
		beam.ctx.moveTo(width * 0.46, 0);
		beam.ctx.lineTo(width * 0.54, 0);
		beam.ctx.lineTo(width - inset, height);
		beam.ctx.lineTo(inset, height);
		beam.ctx.fill();
	}
	return beam;
}

/** Spots that search, one that stays. */
function beams({ stage, seed }: Build, show: Show, floor: number): Layer {
	const { unit, width } = stage;
	const long = floor - stage.top + 16 * unit;
	const lights = [
		{ x: 0.44, turn: 0, wide: 34, tone: show.spot, sway: 0.01, alpha: 1 },
		{ x: 0.12, turn: -0.36, wide: 26, tone: show.side, sway: 0.1, alpha: 0.75 },
		{ x: 0.82, turn: 0.36, wide: 26, tone: show.side, sway: 0.1, alpha: 0.75 },
		{ x: 0.62, turn: 0.2, wide: 18, tone: show.spot, sway: 0.06, alpha: 0.45 },
	];
	const drawn = lights.map(({ wide, tone }) => beamOf(tone, wide * unit, long));
	const chance = chanceFrom(seed + 5);
	const phases = lights.map(() => chance() * 7);
	return {
		depth: 0.7,
		draw: (ctx, { seconds }) => {
			ctx.globalCompositeOperation = "screen";
			lights.forEach(({ x, turn, sway, alpha }, nth) => {
				const beam = drawn[nth];
				if (!beam) return;
				ctx.save();
				ctx.translate(width * x, stage.top);
				ctx.rotate(turn + sway * Math.sin(seconds * 0.8 + (phases[nth] ?? 0)));
				ctx.globalAlpha = alpha;
				ctx.drawImage(beam.canvas, -beam.width / 2, 0);
				ctx.restore();
			});
			ctx.globalCompositeOperation = "source-over";
		},
	};
}

function sideCurtain({ stage, seed }: Build, show: Show, floor: number, side: -1 | 1): Layer {
	const wide = (stage.tall ? 12 : 26) * stage.unit;
	const [left, right] = side < 0 ? [stage.left, wide] : [stage.width - wide, stage.right];
	return plate(stage, {
		depth: 0.9,
		top: stage.top,
		bottom: floor + 7 * stage.unit,
		left,
		right,
		seed: seed + 93,
		paint: (ctx) => {
			drape(ctx, left, stage.top, right - left, floor + 7 * stage.unit - stage.top, show.curtain, 7);
		},
	});
}

function swags({ stage, seed }: Build, show: Show): Layer {
	const { unit } = stage;
	const foot = unit * 3;
	const count = stage.tall ? 4 : 6;
	return plate(stage, {
		depth: 0.9,
		top: stage.top,
		bottom: foot + 8 * unit,
		seed: seed + 95,
		paint: (ctx) => {
			for (let nth = 0; nth < count; nth++)
				paintSwag(
					ctx,
					stage.left + (nth * stage.fullWidth) / count,
					stage.fullWidth / count,
					stage.top,
					foot,
					unit,
					show.curtain,
				);
		},
	});
}

/** The front rows: heads against the light, some of them moving. */
function audience({ stage, seed }: Build, show: Show): Layer {
	const { unit, height } = stage;
	const chance = chanceFrom(seed + 97);
	const heads = [0, 1].flatMap((row) =>
		Array.from({ length: stage.tall ? 7 : 13 }, (_, nth) => ({
			x: stage.left + ((nth + between(chance, 0.2, 0.8)) / (stage.tall ? 7 : 13)) * stage.fullWidth,
			y: height - (row ? 6 : 14) * unit + unit * between(chance, -2, 2),
			size: unit * (row ? 6.4 : 4.8) * between(chance, 0.9, 1.1),
			phase: chance() * 7,
			row,
		})),
	);
	return {
		depth: 1.5,
		draw: (ctx, { seconds }) => {
			for (const row of [0, 1]) {
				ctx.fillStyle = css(mix([8, 6, 12], show.back, row ? 0.1 : 0.3));
				ctx.beginPath();
				for (const head of heads) {
					if (head.row !== row) continue;
					const bob = Math.sin(seconds * 2.4 + head.phase) * unit * 0.35;
					const { x, size } = head;
					const y = head.y + bob;
					ctx.moveTo(x + size * 0.62, y);
					ctx.ellipse(x, y, size * 0.62, size * 0.78, 0, 0, Math.PI * 2);
					ctx.moveTo(x - size * 1.5, y + size * 3);
					ctx.bezierCurveTo(x - size * 1.5, y + size * 0.9, x - size * 0.4, y + size * 0.9, x, y + size * 0.5);
					ctx.bezierCurveTo(
						x + size * 0.4,
						y + size * 0.9,
						x + size * 1.5,
						y + size * 0.9,
						x + size * 1.5,
						y + size * 3,
					);
				}
				ctx.fill();
			}
		},
	};
}

/** Curtains, searching spots, boards that shine, and the backs of the first rows. */
export function stageHall(build: Build): SceneSet {
	const { stage, light, shot } = build;
	const { unit, width, height } = stage;
	const show = SHOWS[shot.time];
	const floor = height * (stage.tall ? 0.68 : 0.66);
	const foot = floor + 11 * unit;
	return {
		behind: [
			backdrop(build, show, floor),
			beams(build, show, floor),
			sideCurtain(build, show, floor, -1),
			sideCurtain(build, show, floor, 1),
			swags(build, show),
		],
		before: [audience(build, show)],
		focus: { x: width * 0.46, y: floor - 14 * unit },
		ground: {
			y: foot,
			height: (stage.tall ? 44 : 42) * unit,
			traffic: "indoors",
			seat: "stool",
			horizon: floor,
			falling: {
				shadow: scaled(show.back, 0.4),
				shadowShare: 0.06,
				key: show.spot,
				keyShare: 0.3,
				from: light.from,
				rim: show.side,
				rimShare: 0.85,
			},
			shadow: { alpha: 0.4, length: 0.12, slant: light.from * -0.5 },
			mirror: 0.14,
		},
	};
}
