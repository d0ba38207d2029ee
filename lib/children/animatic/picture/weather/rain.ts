import { between, chanceFrom } from "../paint/chance";
import { css } from "../paint/colour";
import { type Layer, mod } from "../scenes/layer";
import type { Build } from "../scenes/set";

function curtain(
	{ stage, light, seed }: Build,
	depth: number,
	count: number,
	length: number,
	thick: number,
	alpha: number,
): Layer {
	const chance = chanceFrom(seed + Math.round(depth * 100));
	const drops = Array.from({ length: count }, () => ({
		x: chance(),
		y: chance(),
		speed: between(chance, 1.5, 2) * (0.6 + depth * 0.5),
		cut: between(chance, 0.6, 1),
	}));
	const slant = -0.12;
	return {
		depth,
		draw: (ctx, { seconds }) => {
			ctx.strokeStyle = css(light.night ? [176, 200, 236] : [226, 236, 244], alpha);
			ctx.lineWidth = thick * stage.unit;
			ctx.beginPath();
			for (const { x, y, speed, cut } of drops) {
				const fallen = mod(y + seconds * speed, 1);
				const atY = stage.top + fallen * (stage.fullHeight + 20 * stage.unit) - 10 * stage.unit;
				const atX = stage.left + mod(x + slant * fallen, 1) * stage.fullWidth;
				ctx.moveTo(atX, atY);
				ctx.lineTo(atX + slant * length * cut * stage.unit, atY + length * cut * stage.unit);
			}
			ctx.stroke();
		},
	};
}

export function rainLayers(build: Build, strength: number): readonly Layer[] {
	return [
		curtain(build, 0.4, Math.round(110 * strength), 3.8, 0.13, 0.34),
		curtain(build, 0.9, Math.round(80 * strength), 7, 0.2, 0.4),
		curtain(build, 1.5, Math.round(34 * strength), 13, 0.34, 0.3),
	];
}

const STRIKE_SECONDS = 3.4;

/** A flash with its echo, and the fork of it. */
export function lightningLayer({ stage, seed }: Build): Layer {
	return {
		depth: 0,
		draw: (ctx, { seconds }) => {
			const strike = Math.floor((seconds + 2.5) / STRIKE_SECONDS);
			const since = (seconds + 2.5) % STRIKE_SECONDS;
			const flash = Math.max(0, 1 - since * 9) + 0.7 * Math.max(0, 1 - Math.abs(since - 0.2) * 12);
			if (flash <= 0.01) return;
			ctx.fillStyle = `rgba(214,226,255,${(flash * 0.34).toFixed(3)})`;
			ctx.fillRect(stage.left, stage.top, stage.fullWidth, stage.fullHeight);
			const chance = chanceFrom(seed + strike * 13);
			let [x, y] = [stage.width * between(chance, 0.2, 0.8), stage.top];
			ctx.strokeStyle = `rgba(240,246,255,${Math.min(1, flash).toFixed(3)})`;
			ctx.lineWidth = stage.unit * 0.5;
			ctx.beginPath();
			ctx.moveTo(x, y);
			while (y < stage.height * 0.5) {
				x += between(chance, -5, 5) * stage.unit;
				y += between(chance, 3, 8) * stage.unit;
				ctx.lineTo(x, y);
			}
			ctx.stroke();
		},
	};
}
