import { createHash } from "node:crypto";
import type { Canvas } from "@napi-rs/canvas";

export function fingerprint(canvas: Canvas): string {
	return createHash("sha256").update(canvas.data()).digest("hex");
}

export function leastAlpha(canvas: Canvas): number {
	const pixels = canvas.data();
	let least = 255;
	for (let at = 3; at < pixels.length; at += 4) least = Math.min(least, pixels[at] ?? 0);
	return least;
}

export function luminance(canvas: Canvas): Float64Array {
	const pixels = canvas.data();
	return Float64Array.from({ length: pixels.length / 4 }, (_, nth) => {
		const at = nth * 4;
		return 0.2126 * (pixels[at] ?? 0) + 0.7152 * (pixels[at + 1] ?? 0) + 0.0722 * (pixels[at + 2] ?? 0);
	});
}

const CELLS = 24;

/**
 * How strong the edges are in each cell of a grid, as a unit vector: what stands where, whatever its colours.
 * Two pictures that differ only in colour have nearly the same map.
 */
export function edgeMap(canvas: Canvas): Float64Array {
	const { width, height } = canvas;
	const light = luminance(canvas);
	const cells = new Float64Array(CELLS * CELLS);
	for (let y = 0; y + 1 < height; y++) {
		for (let x = 0; x + 1 < width; x++) {
			const here = light[y * width + x] ?? 0;
			const edge =
				Math.abs((light[y * width + x + 1] ?? 0) - here) + Math.abs((light[(y + 1) * width + x] ?? 0) - here);
			const cell = Math.floor((y * CELLS) / height) * CELLS + Math.floor((x * CELLS) / width);
			cells[cell] = (cells[cell] ?? 0) + Math.min(60, edge);
		}
	}
	const length = Math.hypot(...cells) || 1;
	return cells.map((value) => value / length);
}

export function likeness(a: Float64Array, b: Float64Array): number {
	return a.reduce((sum, value, nth) => sum + value * (b[nth] ?? 0), 0);
}
