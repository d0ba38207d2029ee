import { type Canvas, createCanvas, type SKRSContext2D } from "@napi-rs/canvas";

export type Ctx = SKRSContext2D;

export interface Surface {
	readonly canvas: Canvas;
	readonly ctx: Ctx;
	readonly width: number;
	readonly height: number;
}

export function createSurface(width: number, height: number, opaque = false): Surface {
	const canvas = createCanvas(Math.max(1, Math.ceil(width)), Math.max(1, Math.ceil(height)));
	const ctx = canvas.getContext("2d", { alpha: !opaque });
	ctx.imageSmoothingEnabled = true;
	ctx.imageSmoothingQuality = "medium";
	return { canvas, ctx, width: canvas.width, height: canvas.height };
}

export function clearSurface({ ctx, width, height }: Surface): void {
	ctx.setTransform(1, 0, 0, 1, 0, 0);
	ctx.globalCompositeOperation = "source-over";
	ctx.globalAlpha = 1;
	ctx.clearRect(0, 0, width, height);
}

/** Blurring at a quarter of the size looks the same and costs a sixteenth. */
export function blurred(source: Surface, radius: number): Surface {
	const small = createSurface(source.width / 4, source.height / 4);
	small.ctx.filter = `blur(${Math.max(0.5, radius / 4)}px)`;
	small.ctx.drawImage(source.canvas, 0, 0, small.width, small.height);
	const result = createSurface(source.width, source.height);
	result.ctx.drawImage(small.canvas, 0, 0, result.width, result.height);
	return result;
}
