import { between, chanceFrom } from "../paint/chance";
import { css, mix, rgb } from "../paint/colour";
import { type Layer, mod } from "../scenes/layer";
import type { Build } from "../scenes/set";
import { fogLayers } from "./fog";

/** Sand carried along the ground, above it a veil. */
export function dustLayers(build: Build): readonly Layer[] {
	const { stage, light, seed } = build;
	const chance = chanceFrom(seed + 5);
	const grains = Array.from({ length: 210 }, () => ({
		x: chance(),
		y: 1 - chance() ** 1.7,
		speed: between(chance, 0.2, 0.5),
		length: between(chance, 2.4, 9) * stage.unit,
	}));
	const streaks: Layer = {
		depth: 1.2,
		draw: (ctx, { seconds }) => {
			ctx.strokeStyle = css(mix(light.haze, rgb("#f0d2a0"), 0.6), 0.5);
			ctx.lineWidth = stage.unit * 0.24;
			ctx.beginPath();
			for (const { x, y, speed, length } of grains) {
				const atX = stage.left + mod(x - seconds * speed, 1) * stage.fullWidth;
				const atY = stage.height * (0.3 + 0.75 * y) + stage.unit * Math.sin(seconds * 2 + x * 40);
				ctx.moveTo(atX, atY);
				ctx.lineTo(atX + length, atY - length * 0.06);
			}
			ctx.stroke();
		},
	};
	return [...fogLayers(build), streaks];
}
