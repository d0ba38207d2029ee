import type { Stage } from "../../camera/stage";
import { shade } from "../../light/light";
import { fillDown } from "../../paint/brush";
import { between, type Chance, chanceFrom } from "../../paint/chance";
import { css, mix, type Rgb, rgb } from "../../paint/colour";
import type { Ctx } from "../../paint/surface";
import { type Layer, mod, plate } from "../layer";
import type { Build } from "../set";

export interface Water {
	readonly depth: number;
	readonly top: number;
	readonly bottom: number;
	readonly colour: Rgb;
	/** Where the light stands above the water, as a share of the width; its path comes towards us from there. */
	readonly sunX: number;
	readonly glitter: number;
	/** How high the swell runs, in units, nearest to us. */
	readonly swell: number;
}

const SEA = rgb("#2f7f9c");
export const DEEP = SEA;

function paintSheet(ctx: Ctx, { stage, light }: Build, water: Water): void {
	const { top, bottom, colour } = water;
	const far = mix(light.sky[3], shade(light, colour, 0.4), 0.28);
	const middle = mix(light.sky[2], shade(light, colour, 0.4), 0.62);
	fillDown(ctx, stage.left - 3, top, stage.fullWidth + 6, bottom - top, [
		[0, css(far)],
		[0.16, css(middle)],
		[1, css(shade(light, mix(colour, [6, 22, 38], 0.5), 0.3))],
	]);
}

/** Short dashes that lie flatter and closer the further they are. */
function paintDashes(ctx: Ctx, { stage, light }: Build, water: Water, chance: Chance): void {
	const span = water.bottom - water.top;
	for (let nth = 0; nth < 230; nth++) {
		const near = chance() ** 1.6;
		const y = water.top + span * (0.012 + 0.97 * near);
		const reach = stage.unit * (1.2 + 13 * near) * between(chance, 0.5, 1.4);
		const tall = stage.unit * (0.05 + 0.32 * near);
		const bright = chance() < 0.55;
		ctx.fillStyle = css(
			bright ? mix(light.sky[3], light.sky[2], near) : shade(light, [8, 30, 48], 0.2),
			(bright ? 0.22 : 0.28) * (1 - near * 0.4),
		);
		ctx.beginPath();
		ctx.ellipse(between(chance, stage.left, stage.right), y, reach, tall, 0, 0, Math.PI * 2);
		ctx.fill();
	}
}

export function waterSheet(build: Build, water: Water, visible = water.bottom): Layer {
	return plate(build.stage, {
		depth: water.depth,
		top: water.top,
		bottom: visible,
		wraps: true,
		seed: build.seed + 41,
		paint: (ctx, chance) => {
			paintSheet(ctx, build, water);
			paintDashes(ctx, build, water, chance);
		},
	});
}

/** The broken path of light: each glint opens and shuts in its own time. */
export function glitterLayer({ stage, light, seed }: Build, water: Water): Layer {
	const chance = chanceFrom(seed + 43);
	const span = Math.min(water.bottom, stage.height * 1.04) - water.top;
	const glints = Array.from({ length: Math.round(190 * water.glitter) }, () => {
		const near = chance() ** 1.3;
		const off = (chance() + chance() + chance()) / 1.5 - 1;
		return { near, off, phase: chance() * 7, pace: between(chance, 1.2, 3.2), long: between(chance, 0.5, 1.5) };
	});
	return {
		depth: 0,
		draw: (ctx, { seconds }) => {
			ctx.fillStyle = css(mix(light.sun, light.glow, light.night ? 0.3 : 0.55), light.night ? 0.62 : 0.82);
			ctx.beginPath();
			for (const { near, off, phase, pace, long } of glints) {
				const open = Math.max(0, Math.sin(seconds * pace + phase)) * (0.35 + 0.65 * light.clear);
				if (open < 0.06) continue;
				const x = water.sunX * stage.width + off * stage.unit * (5 + 26 * near);
				const y = water.top + span * (0.006 + near * 0.97);
				const reach = stage.unit * (0.7 + 4.6 * near) * long * open;
				ctx.moveTo(x + reach, y);
				ctx.ellipse(x, y, reach, stage.unit * (0.09 + 0.3 * near) * open, 0, 0, Math.PI * 2);
			}
			ctx.fill();
		},
	};
}

interface Wave {
	readonly y: number;
	readonly tall: number;
	readonly pace: number;
	readonly phase: number;
	readonly long: number;
	readonly near: number;
}

function waveLine(wave: Wave, stage: Stage, seconds: number, x: number): number {
	const along = (x / stage.unit) * wave.long;
	return (
		wave.y -
		wave.tall *
			(0.62 * Math.sin(along + wave.phase + seconds * wave.pace) +
				0.28 * Math.sin(along * 2.3 - wave.phase + seconds * wave.pace * 1.6) +
				0.16 * Math.sin(along * 4.1 + seconds))
	);
}

/** Rollers between us and the horizon, each a body of water with a lit crest. */
export function swellLayer(build: Build, water: Water, rows = 5): Layer {
	const { stage, light, seed } = build;
	const chance = chanceFrom(seed + 47);
	const span = water.bottom - water.top;
	const waves = Array.from({ length: rows }, (_, nth): Wave => {
		const near = (nth + 1) / rows;
		return {
			near,
			y: water.top + span * (0.1 + 0.62 * near ** 1.7),
			tall: stage.unit * water.swell * (0.12 + 0.88 * near ** 1.6),
			pace: between(chance, 0.5, 0.8) * (0.8 + near * 0.5),
			phase: chance() * 7,
			long: 0.32 - 0.22 * near,
		};
	});
	const tones = waves.map(({ near }) => {
		const body = shade(light, mix(water.colour, [6, 22, 38], 0.2 + 0.4 * near), 0.4);
		return {
			face: css(mix(mix(light.sky[3], light.sky[2], 0.5), body, 0.42 + 0.3 * near), 0.92),
			trough: css(mix(body, light.sky[2], 0.16 * (1 - near)), 0.82),
			crest: css(mix(light.sky[3], light.sun, 0.4), 0.1 + 0.2 * near),
		};
	});
	return {
		depth: water.depth,
		draw: (ctx, { seconds, track }) => {
			const slid = mod(track * water.depth, 1e6);
			const step = stage.unit * 1.15;
			waves.forEach((wave, nth) => {
				const tone = tones[nth];
				if (!tone) return;
				const next = (waves[nth + 1]?.y ?? water.bottom) + wave.tall * 2.4;
				ctx.beginPath();
				for (let x = stage.left; x <= stage.right + step; x += step)
					ctx.lineTo(x, waveLine(wave, stage, seconds, x + slid));
				ctx.strokeStyle = tone.crest;
				ctx.lineWidth = stage.unit * (0.08 + 0.14 * wave.near);
				ctx.stroke();
				ctx.lineTo(stage.right + step, next);
				ctx.lineTo(stage.left, next);
				const body = ctx.createLinearGradient(
					0,
					wave.y - wave.tall,
					0,
					wave.y + wave.tall * 0.6 + stage.unit * 6 * wave.near,
				);
				body.addColorStop(0, tone.face);
				body.addColorStop(1, tone.trough);
				ctx.fillStyle = body;
				ctx.fill();
			});
		},
	};
}
