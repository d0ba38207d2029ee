import { flatGlow, glow } from "../paint/brush";
import { chanceFrom } from "../paint/chance";
import { css, rgb } from "../paint/colour";
import type { Ctx } from "../paint/surface";
import { type Layer, mod } from "../scenes/layer";
import type { Build, Ground } from "../scenes/set";

const FLAMES = [
	["#ff6a1f", 1],
	["#ff9d2e", 0.72],
	["#ffe08a", 0.42],
] as const;

function flame(ctx: Ctx, x: number, y: number, size: number, seconds: number, phase: number): void {
	const lick = 0.85 + 0.15 * Math.sin(seconds * 9 + phase) + 0.1 * Math.sin(seconds * 17 + phase * 2);
	const lean = 0.2 * Math.sin(seconds * 5 + phase);
	ctx.beginPath();
	ctx.moveTo(x - size * 0.42, y);
	ctx.bezierCurveTo(
		x - size * 0.6,
		y - size * 0.6,
		x - size * 0.1 + lean * size,
		y - size * 0.7,
		x + lean * size,
		y - size * 1.5 * lick,
	);
	ctx.bezierCurveTo(x + size * 0.2 + lean * size, y - size * 0.8, x + size * 0.62, y - size * 0.5, x + size * 0.42, y);
	ctx.closePath();
	ctx.fill();
}

/** Logs, flames that lick, sparks that climb, and their light on the ground. */
export function campfireLayer({ stage, seed }: Build, ground: Ground): Layer {
	const { unit } = stage;
	const [x, y] = [stage.width * 0.62, ground.y + 3.4 * unit];
	const chance = chanceFrom(seed + 501);
	const sparks = Array.from({ length: 26 }, () => ({
		off: chance() * 2 - 1,
		phase: chance(),
		pace: 0.4 + chance() * 0.5,
	}));
	return {
		depth: 1.02,
		draw: (ctx, { seconds }) => {
			const flicker = 0.85 + 0.15 * Math.sin(seconds * 8) * Math.sin(seconds * 5.3);
			glow(ctx, x, y - 5 * unit, 46 * unit, rgb("#ff9a3c"), 0.5 * flicker);
			flatGlow(ctx, x, y + unit, 50 * unit, 0.2, rgb("#ffa04a"), 0.5 * flicker);
			ctx.fillStyle = "#2a1a12";
			for (const turn of [-0.28, 0.26]) {
				ctx.save();
				ctx.translate(x, y);
				ctx.rotate(turn);
				ctx.beginPath();
				ctx.roundRect(-7 * unit, -1.1 * unit, 14 * unit, 2.2 * unit, unit);
				ctx.fill();
				ctx.restore();
			}
			for (const [tone, size] of FLAMES) {
				ctx.fillStyle = tone;
				for (const off of [-2.6, 2.4, 0])
					flame(ctx, x + off * unit * size, y, unit * (off === 0 ? 7 : 4.6) * size, seconds, off * 3 + size);
			}
			ctx.fillStyle = css(rgb("#ffc46a"), 0.9);
			ctx.beginPath();
			for (const { off, phase, pace } of sparks) {
				const t = mod(seconds * pace + phase, 1);
				const [px, py, r] = [
					x + off * unit * (3 + 9 * t) + Math.sin(seconds * 3 + phase * 9) * unit,
					y - unit * (6 + 34 * t),
					unit * 0.22 * (1 - t),
				];
				ctx.moveTo(px + r, py);
				ctx.arc(px, py, r, 0, Math.PI * 2);
			}
			ctx.fill();
		},
	};
}
