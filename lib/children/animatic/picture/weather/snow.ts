import { between, chanceFrom } from "../paint/chance";
import { type Layer, mod } from "../scenes/layer";
import type { Build } from "../scenes/set";

function flurry({ stage, light, seed }: Build, depth: number, count: number, size: number, alpha: number): Layer {
	const chance = chanceFrom(seed + Math.round(depth * 173));
	const flakes = Array.from({ length: count }, () => ({
		x: chance(),
		y: chance(),
		size: between(chance, 0.6, 1.2) * size * stage.unit,
		speed: between(chance, 0.07, 0.12) * (0.6 + depth * 0.7),
		sway: between(chance, 0.006, 0.02),
		phase: chance() * 7,
	}));
	const tone = light.night ? "214,224,246" : "255,255,255";
	return {
		depth,
		draw: (ctx, { seconds }) => {
			ctx.fillStyle = `rgba(${tone},${alpha})`;
			ctx.beginPath();
			for (const flake of flakes) {
				const y = stage.top + mod(flake.y + seconds * flake.speed, 1) * stage.fullHeight;
				const x =
					stage.left +
					mod(flake.x - seconds * 0.012 + flake.sway * Math.sin(seconds * 1.1 + flake.phase), 1) * stage.fullWidth;
				ctx.moveTo(x + flake.size, y);
				ctx.arc(x, y, flake.size, 0, Math.PI * 2);
			}
			ctx.fill();
		},
	};
}

export function snowLayers(build: Build): readonly Layer[] {
	return [flurry(build, 0.35, 210, 0.28, 0.72), flurry(build, 0.85, 120, 0.5, 0.82), flurry(build, 1.5, 30, 1.05, 0.6)];
}
