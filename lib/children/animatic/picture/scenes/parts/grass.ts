import { between, type Chance, chanceFrom } from "../../paint/chance";
import { css, type Rgb } from "../../paint/colour";
import { createSurface, type Surface } from "../../paint/surface";
import { type Layer, mod } from "../layer";
import type { Build } from "../set";

export interface Grass {
	readonly depth: number;
	readonly base: number;
	readonly tall: number;
	/** Blades over the whole width. */
	readonly count: number;
	readonly tones: readonly [Rgb, Rgb];
	readonly flowers?: readonly Rgb[];
}

const KINDS = 7;
const TUFTS = 34;

/** A handful of blades painted once; it bows as one, and so many hands make a meadow. */
function paintTuft(chance: Chance, grass: Grass, blades: number, wide: number, unit: number): Surface {
	const surface = createSurface(wide + grass.tall, grass.tall * 1.15 + 4);
	const { ctx, height } = surface;
	const thick = unit * 0.55;
	for (let nth = 0; nth < blades; nth++) {
		const x = grass.tall / 2 + wide * ((nth + chance()) / blades);
		const tall = grass.tall * between(chance, 0.38, 1);
		const lean = between(chance, -0.34, 0.42) * tall;
		ctx.fillStyle = css(grass.tones[chance() < 0.5 ? 0 : 1]);
		ctx.beginPath();
		ctx.moveTo(x - thick * 0.5, height);
		ctx.quadraticCurveTo(x + lean * 0.2, height - tall * 0.6, x + lean, height - tall);
		ctx.quadraticCurveTo(x + lean * 0.3 + thick, height - tall * 0.5, x + thick * 0.6, height);
		ctx.fill();
		const bloom = grass.flowers?.[Math.floor(chance() * grass.flowers.length)];
		if (!bloom || chance() > 0.22) continue;
		ctx.fillStyle = css(bloom);
		ctx.beginPath();
		ctx.ellipse(x + lean, height - tall, thick * 1.45, thick * 1.1, 0, 0, Math.PI * 2);
		ctx.fill();
	}
	return surface;
}

/** Tufts that bow to gusts passing along the row. */
export function grassLayer({ stage, seed }: Build, grass: Grass): Layer {
	const chance = chanceFrom(seed + Math.round(grass.depth * 91));
	const step = stage.fullWidth / TUFTS;
	const blades = Math.ceil((grass.count / TUFTS) * 1.6);
	const kinds = Array.from({ length: KINDS }, () => paintTuft(chance, grass, blades, step * 1.5, stage.unit));
	const tufts = Array.from({ length: TUFTS }, (_, nth) => ({
		x: (nth + between(chance, -0.3, 0.3)) * step,
		kind: Math.floor(chance() * KINDS),
		phase: chance() * 2,
	}));
	return {
		depth: grass.depth,
		draw: (ctx, { seconds, track }) => {
			for (const { x, kind, phase } of tufts) {
				const tuft = kinds[kind];
				if (!tuft) continue;
				const at = stage.left + mod(x - track * grass.depth, stage.fullWidth);
				const gust =
					0.2 * Math.sin(seconds * 1.7 - at * 0.005 + phase * 0.4) + 0.06 * Math.sin(seconds * 4.3 + phase * 3);
				ctx.save();
				ctx.transform(1, 0, -gust, 1, at, grass.base + 3);
				ctx.drawImage(tuft.canvas, -tuft.width / 2, -tuft.height);
				ctx.restore();
			}
		},
	};
}
