import { between, chanceFrom } from "../paint/chance";
import { css, mix, rgb } from "../paint/colour";
import type { Layer } from "../scenes/layer";
import type { Build } from "../scenes/set";

const TONES = ["#ff5f6d", "#ffd15c", "#6fd3ff", "#b98cff", "#7dffb2"].map(rgb);
const BURST_SECONDS = 1.9;
const SHELLS = 5;

/** Shells that climb, open and rain down, one after the other. */
export function fireworksLayer({ stage, seed }: Build, horizon: number): Layer {
	const { unit, width } = stage;
	const sparks = 46;
	return {
		depth: 0.05,
		draw: (ctx, { seconds }) => {
			ctx.globalCompositeOperation = "lighter";
			for (let nth = 0; nth < SHELLS; nth++) {
				const clock = seconds + 1 + (nth * BURST_SECONDS) / SHELLS;
				const round = Math.floor(clock / BURST_SECONDS);
				const t = (clock % BURST_SECONDS) / BURST_SECONDS;
				const chance = chanceFrom(seed + nth * 77 + round * 1009);
				const [x, y] = [width * between(chance, 0.14, 0.86), horizon * between(chance, 0.2, 0.55)];
				const reach = unit * between(chance, 15, 25) * (1 - (1 - t) ** 3);
				const tone = TONES[Math.floor(chance() * TONES.length)] ?? [255, 220, 160];
				ctx.strokeStyle = css(mix(tone, [255, 255, 255], Math.max(0, 0.8 - t * 3)), (1 - t) ** 1.3);
				ctx.lineWidth = unit * 0.34 * (1.2 - t);
				ctx.beginPath();
				for (let spark = 0; spark < sparks; spark++) {
					const turn = (spark / sparks) * Math.PI * 2 + chance() * 0.2;
					const far = reach * (spark % 2 ? 1 : 0.62) * between(chance, 0.86, 1.05);
					const drop = unit * 9 * t * t;
					const tail = far * (0.72 + 0.2 * t);
					ctx.moveTo(x + Math.cos(turn) * tail, y + Math.sin(turn) * tail + drop * 0.7);
					ctx.lineTo(x + Math.cos(turn) * far, y + Math.sin(turn) * far + drop);
				}
				ctx.stroke();
			}
			ctx.globalCompositeOperation = "source-over";
		},
	};
}

const METEOR_SECONDS = 1.7;

export function shootingStarsLayer({ stage, seed }: Build, horizon: number): Layer {
	const { unit, width } = stage;
	return {
		depth: 0,
		draw: (ctx, { seconds }) => {
			for (let nth = 0; nth < 3; nth++) {
				const clock = seconds + 0.6 + nth * 0.62;
				const chance = chanceFrom(seed + nth * 91 + Math.floor(clock / METEOR_SECONDS) * 613);
				const t = (clock % METEOR_SECONDS) / 0.75;
				if (t > 1) continue;
				const [x, y] = [
					width * between(chance, 0.3, 1.05) - t * unit * 62,
					horizon * between(chance, 0.04, 0.4) + t * unit * 27,
				];
				const trail = ctx.createLinearGradient(x, y, x + 30 * unit, y - 13 * unit);
				trail.addColorStop(0, `rgba(255,255,255,${Math.sin(Math.PI * t).toFixed(3)})`);
				trail.addColorStop(1, "rgba(200,220,255,0)");
				ctx.strokeStyle = trail;
				ctx.lineWidth = unit * 0.36;
				ctx.beginPath();
				ctx.moveTo(x, y);
				ctx.lineTo(x + 30 * unit, y - 13 * unit);
				ctx.stroke();
			}
		},
	};
}
