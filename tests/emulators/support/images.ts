import { crc32, deflateSync } from "node:zlib";

interface PngWish {
	readonly width?: number;
	readonly height?: number;
	readonly hasAlpha?: boolean;
}

/** A real PNG of one colour. */
export function paintPng({ width = 640, height = 360, hasAlpha = false }: PngWish = {}): Buffer {
	const channels = hasAlpha ? 4 : 3;
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.set([8, hasAlpha ? 6 : 2, 0, 0, 0], 8);
	const rows = Buffer.alloc((1 + width * channels) * height);
	const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
	return Buffer.concat([
		signature,
		chunk("IHDR", header),
		chunk("IDAT", deflateSync(rows)),
		chunk("IEND", Buffer.alloc(0)),
	]);
}

/** As much of a GIF as says that it is one. */
export function gifHead(): Buffer {
	return Buffer.from("GIF89a\x80\x02\x68\x01\x00\x00\x00", "latin1");
}

function chunk(type: string, data: Buffer): Buffer {
	const named = Buffer.concat([Buffer.from(type), data]);
	const framed = Buffer.alloc(named.length + 8);
	framed.writeUInt32BE(data.length, 0);
	named.copy(framed, 4);
	framed.writeUInt32BE(crc32(named), named.length + 4);
	return framed;
}
