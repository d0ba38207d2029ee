import { between, chanceFrom } from "../../paint/chance";
import { css, mix, type Rgb, rgb } from "../../paint/colour";
import { type Layer, mod } from "../layer";
import type { Build } from "../set";

export type Depths = readonly [top: Rgb, middle: Rgb, deep: Rgb, ray: Rgb];

export function tinted(colour: Rgb, depths: Depths, near: number): Rgb {
	const lit: Rgb = [
		(colour[0] * (depths[1][0] + 120)) / 300,
		(colour[1] * (depths[1][1] + 110)) / 290,
		(colour[2] * (depths[1][2] + 110)) / 290,
	];
	return mix(depths[1], lit, near);
}

/** Ribbons of kelp that lean with the swell. */
export function kelp({ stage, seed }: Build, depths: Depths, depth: number, near: number): Layer {
	const { unit, height } = stage;
	const chance = chanceFrom(seed + Math.round(depth * 50));
	const count = stage.tall ? 7 : 11;
	const stalks = Array.from({ length: count }, (_, nth) => ({
		x: ((nth + between(chance, 0.1, 0.9)) / count) * stage.fullWidth,
		tall: unit * between(chance, 26, 62) * (0.5 + depth * 0.4),
		phase: chance() * 7,
	}));
	const tone = css(tinted(rgb("#5a8a3a"), depths, near));
	const base = height + 12 * unit;
	return {
		depth,
		draw: (ctx, { seconds, track }) => {
			ctx.fillStyle = tone;
			ctx.beginPath();
			for (const { x, tall, phase } of stalks) {
				const foot = stage.left + mod(x - track * depth, stage.fullWidth);
				if (depth > 1 && Math.abs(foot / stage.width - 0.5) < 0.3) continue;
				const lean = (share: number) => foot + unit * 5 * share * Math.sin(seconds * 0.9 + phase + share * 2.6);
				for (let nth = 0; nth < 9; nth++) {
					const share = nth / 9;
					const [px, py] = [lean(share), base - tall * share];
					const side = nth % 2 ? 1 : -1;
					ctx.moveTo(px, py);
					ctx.quadraticCurveTo(
						px + side * unit * 3.2,
						py - tall * 0.07,
						lean(share + 0.16) + side * unit * 2.6,
						py - tall * 0.17,
					);
					ctx.quadraticCurveTo(px + side * unit * 0.6, py - tall * 0.1, px, py);
				}
				ctx.moveTo(foot - unit * 0.5, base);
				ctx.quadraticCurveTo(lean(0.5) - unit * 0.4, base - tall * 0.5, lean(1), base - tall);
				ctx.quadraticCurveTo(lean(0.5) + unit * 0.5, base - tall * 0.5, foot + unit * 0.5, base);
			}
			ctx.fill();
		},
	};
}
