/**
 * BT.709, limited range, in 16-bit fixed point: 16 + 219/255 · (0.2126 R + 0.7152 G + 0.0722 B) and its chroma.
 * Encoders that take RGBA convert by BT.601, which shifts every colour.
 */
const Y_RED = 11966;
const Y_GREEN = 40254;
const Y_BLUE = 4064;
const CB_RED = -6596;
const CB_GREEN = -22189;
const CR_GREEN = -26145;
const CR_BLUE = -2639;
/** Blue in Cb, red in Cr. */
const OWN = 28784;
const LUMA_ZERO = (16 << 16) + (1 << 15);
/** A chroma sample is the sum of four pixels, hence two bits more. */
const CHROMA_ZERO = (128 << 18) + (1 << 17);

export interface FrameShape {
	readonly width: number;
	readonly height: number;
}

export function i420Bytes({ width, height }: FrameShape): number {
	return (width * height * 3) / 2;
}

function lumaOf(pixel: number): number {
	return (Y_RED * (pixel & 255) + Y_GREEN * ((pixel >>> 8) & 255) + Y_BLUE * ((pixel >>> 16) & 255) + LUMA_ZERO) >> 16;
}

/** Opaque RGBA to planes of luma and halved chroma; both sides must be even. */
export function toI420(rgba: Uint8Array, { width, height }: FrameShape, out: Uint8Array): void {
	const pixels = new Int32Array(rgba.buffer, rgba.byteOffset, width * height);
	let cb = width * height;
	let cr = cb + (width * height) / 4;
	for (let row = 0; row < height; row += 2) {
		let above = row * width;
		let below = above + width;
		for (const end = below; above < end; above += 2, below += 2) {
			const a = pixels[above] ?? 0;
			const b = pixels[above + 1] ?? 0;
			const c = pixels[below] ?? 0;
			const d = pixels[below + 1] ?? 0;
			out[above] = lumaOf(a);
			out[above + 1] = lumaOf(b);
			out[below] = lumaOf(c);
			out[below + 1] = lumaOf(d);
			const red = (a & 255) + (b & 255) + (c & 255) + (d & 255);
			const green = ((a >>> 8) & 255) + ((b >>> 8) & 255) + ((c >>> 8) & 255) + ((d >>> 8) & 255);
			const blue = ((a >>> 16) & 255) + ((b >>> 16) & 255) + ((c >>> 16) & 255) + ((d >>> 16) & 255);
			out[cb++] = (CB_RED * red + CB_GREEN * green + OWN * blue + CHROMA_ZERO) >> 18;
			out[cr++] = (OWN * red + CR_GREEN * green + CR_BLUE * blue + CHROMA_ZERO) >> 18;
		}
	}
}
