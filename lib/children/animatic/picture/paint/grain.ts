import { chanceFrom } from "./chance";
import { type Ctx, createSurface, type Surface } from "./surface";

const TILE = 192;
let tile: Surface | null = null;

function noiseTile(): Surface {
	if (tile) return tile;
	const made = createSurface(TILE, TILE);
	const image = made.ctx.createImageData(TILE, TILE);
	const chance = chanceFrom(0x6e0153);
	for (let at = 0; at < image.data.length; at += 4) {
		const value = chance() + chance() > 1 ? 255 : 0;
		image.data[at] = value;
		image.data[at + 1] = value;
		image.data[at + 2] = value;
		image.data[at + 3] = Math.floor(chance() * 255);
	}
	made.ctx.putImageData(image, 0, 0);
	tile = made;
	return made;
}

/** A breath of film grain on what is painted; it also keeps wide gradients from banding once encoded. */
export function grain(ctx: Ctx, width: number, height: number, strength: number): void {
	ctx.save();
	ctx.setTransform(1, 0, 0, 1, 0, 0);
	ctx.globalCompositeOperation = "source-atop";
	ctx.globalAlpha = strength;
	const pattern = ctx.createPattern(noiseTile().canvas, "repeat");
	if (pattern) {
		ctx.fillStyle = pattern;
		ctx.fillRect(0, 0, width, height);
	}
	ctx.restore();
}
