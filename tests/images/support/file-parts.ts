import { crc32, deflateSync } from "node:zlib";

export const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export interface PngChunk {
	readonly type: string;
	readonly data: Buffer;
}

export function writeChunk({ type, data }: PngChunk, crc?: number): Buffer {
	const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
	const framed = Buffer.alloc(named.length + 8);
	framed.writeUInt32BE(data.length, 0);
	named.copy(framed, 4);
	framed.writeUInt32BE(crc ?? crc32(named), named.length + 4);
	return framed;
}

export function writePng(chunks: readonly PngChunk[]): Buffer {
	return Buffer.concat([PNG_SIGNATURE, ...chunks.map((chunk) => writeChunk(chunk))]);
}

export function readChunks(png: Buffer): PngChunk[] {
	const chunks: PngChunk[] = [];
	for (let place = PNG_SIGNATURE.length; place < png.length; ) {
		const length = png.readUInt32BE(place);
		const type = png.toString("latin1", place + 4, place + 8);
		chunks.push({ type, data: png.subarray(place + 8, place + 8 + length) });
		place += 12 + length;
	}
	return chunks;
}

interface Header {
	readonly width: number;
	readonly height: number;
	readonly depth?: number;
	readonly colour?: number;
	readonly interlace?: number;
}

export function headerChunk({ width, height, depth = 8, colour = 2, interlace = 0 }: Header): PngChunk {
	const data = Buffer.alloc(13);
	data.writeUInt32BE(width, 0);
	data.writeUInt32BE(height, 4);
	data.set([depth, colour, 0, 0, interlace], 8);
	return { type: "IHDR", data };
}

export function pixelChunk(bytes: number): PngChunk {
	return { type: "IDAT", data: deflateSync(Buffer.alloc(bytes), { level: 9 }) };
}

export const END_CHUNK: PngChunk = { type: "IEND", data: Buffer.alloc(0) };

/** After the header, where ancillary chunks may stand. */
export function insertChunks(png: Buffer, extra: readonly PngChunk[]): Buffer {
	const [header, ...rest] = readChunks(png);
	if (!header) throw new Error("Not a PNG.");
	return writePng([header, ...extra, ...rest]);
}

export function jpegSegment(marker: number, data: Buffer): Buffer {
	const head = Buffer.from([0xff, marker, 0, 0]);
	head.writeUInt16BE(data.length + 2, 2);
	return Buffer.concat([head, data]);
}

/** Right after the start of the image. */
export function insertSegments(jpeg: Buffer, ...segments: readonly Buffer[]): Buffer {
	return Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)]);
}

/** The markers of a JPEG up to its pixels. */
export function readMarkers(jpeg: Buffer): number[] {
	const markers: number[] = [];
	for (let place = 2; place < jpeg.length; ) {
		const marker = jpeg[place + 1] ?? 0;
		markers.push(marker);
		if (marker === 0xda) break;
		place += 2 + jpeg.readUInt16BE(place + 2);
	}
	return markers;
}

export function replaceInside(file: Buffer, at: number, bytes: readonly number[]): Buffer {
	const copy = Buffer.from(file);
	copy.set(bytes, at);
	return copy;
}
