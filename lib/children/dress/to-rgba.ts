import type { YuvFrame } from "./yuv-planes";

interface Matrix {
	readonly crToRed: number;
	readonly cbToGreen: number;
	readonly crToGreen: number;
	readonly cbToBlue: number;
}

/** From the red and blue weights of luma. */
function matrixFrom(red: number, blue: number): Matrix {
	const green = 1 - red - blue;
	return {
		crToRed: 2 * (1 - red),
		cbToGreen: (-2 * blue * (1 - blue)) / green,
		crToGreen: (-2 * red * (1 - red)) / green,
		cbToBlue: 2 * (1 - blue),
	};
}

const MATRICES: Readonly<Record<YuvFrame["matrix"], Matrix>> = {
	bt709: matrixFrom(0.2126, 0.0722),
	bt601: matrixFrom(0.299, 0.114),
};

/** Back to RGBA by the matrix the film was made with: converting everything by one shifts the colours. */
export function toRgba(frame: YuvFrame): Uint8ClampedArray<ArrayBuffer> {
	const { width, height, bytes, luma, cb, cr, chromaStep, isFullRange } = frame;
	const { crToRed, cbToGreen, crToGreen, cbToBlue } = MATRICES[frame.matrix];
	const lumaScale = isFullRange ? 1 : 255 / 219;
	const lumaZero = isFullRange ? 0 : 16;
	const chromaScale = isFullRange ? 1 : 255 / 224;
	const rgba = new Uint8ClampedArray(width * height * 4);
	let out = 0;
	for (let row = 0; row < height; row += 1) {
		const lumaRow = luma.offset + row * luma.stride;
		const cbRow = cb.offset + (row >> 1) * cb.stride;
		const crRow = cr.offset + (row >> 1) * cr.stride;
		for (let column = 0; column < width; column += 1) {
			const y = ((bytes[lumaRow + column] ?? 0) - lumaZero) * lumaScale;
			const at = (column >> 1) * chromaStep;
			const u = ((bytes[cbRow + at] ?? 128) - 128) * chromaScale;
			const v = ((bytes[crRow + at] ?? 128) - 128) * chromaScale;
			rgba[out] = y + crToRed * v;
			rgba[out + 1] = y + cbToGreen * u + crToGreen * v;
			rgba[out + 2] = y + cbToBlue * u;
			rgba[out + 3] = 255;
			out += 4;
		}
	}
	return rgba;
}
