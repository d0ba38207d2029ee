import { between, chanceFrom } from "../../paint/chance";
import { css, type Rgb } from "../../paint/colour";
import { type Layer, mod } from "../layer";
import type { Build } from "../set";

export interface Grass {
	readonly depth: number;
	readonly base: number;
	readonly tall: number;
	readonly count: number;
	readonly tones: readonly [Rgb, Rgb];
	readonly flowers?: readonly Rgb[];
}

/** Blades that bow in the wind, one path a tone. */
export function grassLayer({ stage, seed }: Build, grass: Grass): Layer {
	const chance = chanceFrom(seed + Math.round(grass.depth * 91));
	const blades = Array.from({ length: grass.count }, (_, nth) => ({
		x: chance() * stage.fullWidth,
		tall: grass.tall * between(chance, 0.4, 1) ** 1.2,
		bow: between(chance, -0.3, 0.5),
		phase: chance() * 7,
		tone: chance() < 0.5 ? 0 : 1,
		bloom: nth % 5 === 0 ? Math.floor(chance() * 8) : -1,
	}));
	const wide = stage.unit * 0.5;
	return {
		depth: grass.depth,
		draw: (ctx, { seconds, track }) => {
			const gust = (x: number, phase: number) =>
				0.16 * Math.sin(seconds * 1.7 + x * 0.006 + phase * 0.3) + 0.06 * Math.sin(seconds * 4.1 + phase);
			const tips: [number, number, number][] = [];
			grass.tones.forEach((tone, nth) => {
				ctx.fillStyle = css(tone);
				ctx.beginPath();
				for (const blade of blades) {
					if (blade.tone !== nth) continue;
					const x = stage.left + mod(blade.x - track * grass.depth, stage.fullWidth);
					const lean = (blade.bow + gust(x, blade.phase)) * blade.tall;
					const [tipX, tipY] = [x + lean, grass.base - blade.tall];
					ctx.moveTo(x - wide * 0.5, grass.base + 4);
					ctx.quadraticCurveTo(x + lean * 0.2, grass.base - blade.tall * 0.6, tipX, tipY);
					ctx.quadraticCurveTo(x + lean * 0.3 + wide, grass.base - blade.tall * 0.5, x + wide * 0.6, grass.base + 4);
					if (blade.bloom >= 0) tips.push([tipX, tipY, blade.bloom]);
				}
				ctx.fill();
			});
			(grass.flowers ?? []).forEach((colour, nth) => {
				ctx.fillStyle = css(colour);
				ctx.beginPath();
				for (const [x, y, bloom] of tips) {
					if (bloom % (grass.flowers?.length ?? 1) !== nth) continue;
					ctx.moveTo(x + wide * 1.5, y);
					ctx.ellipse(x, y, wide * 1.5, wide * 1.15, 0, 0, Math.PI * 2);
				}
				ctx.fill();
			});
		},
	};
}
