/**
 * BT.709, limited range, in 16-bit fixed point: 16 + 219/255 · (0.2126 R + 0.7152 G + 0.0722 B) and its chroma.
 * Encoders that take RGBA convert by BT.601, which shifts every colour.
 */
const LUMA = [11966, 40254, 4064] as const;
const CB = [-6596, -22189, 28784] as const;
const CR = [28784, -26145, -2639] as const;
const LUMA_ZERO = (16 << 16) + (1 << 15);
/** A chroma sample is the sum of four pixels, hence two bits more. */
const CHROMA_ZERO = (128 << 18) + (1 << 17);

export interface I420Size {
	readonly width: number;
	readonly height: number;
}

export function i420Bytes({ width, height }: I420Size): number {
	return (width * height * 3) / 2;
}

function lumaOf(pixel: number): number {
	return (
		(LUMA[0] * (pixel & 255) + LUMA[1] * ((pixel >>> 8) & 255) + LUMA[2] * ((pixel >>> 16) & 255) + LUMA_ZERO) >> 16
	);
}

/** Opaque RGBA to planes of luma and halved chroma; both sides must be even. */
export function toI420(rgba: Uint8Array, { width, height }: I420Size, out: Uint8Array): void {
	const pixels = new Uint32Array(rgba.buffer, rgba.byteOffset, width * height);
	let u = width * height;
	let v = u + (width * height) / 4;
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
			out[u++] = (CB[0] * red + CB[1] * green + CB[2] * blue + CHROMA_ZERO) >> 18;
			out[v++] = (CR[0] * red + CR[1] * green + CR[2] * blue + CHROMA_ZERO) >> 18;
		}
	}
}
