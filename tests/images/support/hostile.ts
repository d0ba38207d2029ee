import { deflateSync, gzipSync } from "node:zlib";
import sharp from "sharp";
import {
	END_CHUNK,
	headerChunk,
	insertChunks,
	insertSegments,
	jpegSegment,
	PNG_SIGNATURE,
	pixelChunk,
	readChunks,
	replaceInside,
	writeChunk,
	writePng,
} from "./file-parts";

/** `refused`: never kept. `cleaned`: kept as its pixels alone. `either`: decoders may differ, but nothing is left over. */
export type Expectation = "refused" | "cleaned" | "either";

export interface HostileFile {
	readonly name: string;
	readonly bytes: Buffer;
	readonly expect: Expectation;
}

/** Stands in whatever must not come out again. */
export const SECRET = "SECRET-51.5007N-0.1246W";

const WIDTH = 400;
const HEIGHT = 320;
const secret = Buffer.from(SECRET);

function paint() {
	const noise = { type: "gaussian", mean: 120, sigma: 30 } as const;
	return sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: "#345678", noise } });
}

const PAYLOADS: readonly (readonly [name: string, trailer: Buffer])[] = [
	["a zip archive", Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), secret, Buffer.alloc(64)])],
	["a web page", Buffer.from(`<!doctype html><script>alert("${SECRET}")</script>`)],
	["a PDF", Buffer.from(`%PDF-1.7\n${SECRET}\n%%EOF`)],
	["a PHP script", Buffer.from(`<?php system($_GET["c"]); /* ${SECRET} */ ?>`)],
	["a program", Buffer.concat([Buffer.from("\x7fELF\x02\x01\x01", "latin1"), secret])],
	["a second picture", Buffer.concat([PNG_SIGNATURE, secret])],
	["a film", Buffer.concat([Buffer.from("\0\0\0\x18ftypmp42", "latin1"), secret])],
	["a megabyte of zeros", Buffer.concat([Buffer.alloc(1_000_000), secret])],
];

const NOT_TAKEN: readonly (readonly [name: string, bytes: Buffer | string])[] = [
	["nothing at all", ""],
	["one byte", "\xff"],
	["a JPEG's signature and no more", Buffer.from([0xff, 0xd8, 0xff])],
	["a PNG's signature and no more", PNG_SIGNATURE],
	["a GIF's signature and no more", "GIF89a"],
	["a WebP's signature and no more", "RIFF\0\0\0\0WEBPVP8 "],
	["an SVG", `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"><rect width="400" height="400"/></svg>`],
	[
		"an SVG that reads a file",
		`<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg width="400" height="400"><text>&x;</text></svg>`,
	],
	["an SVG that fetches", `<svg width="400" height="400"><image href="http://127.0.0.1/x.png"/></svg>`],
	["a compressed SVG", gzipSync(`<svg width="400" height="400"/>`)],
	["a web page", "<!doctype html><html><body>hello</body></html>"],
	["a PDF", "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"],
	["PostScript", "%!PS-Adobe-3.0\n(x) (r) file"],
	["a BMP", Buffer.concat([Buffer.from("BM"), Buffer.alloc(200)])],
	["an ICO", Buffer.concat([Buffer.from([0, 0, 1, 0, 1, 0]), Buffer.alloc(64)])],
	["a PSD", Buffer.concat([Buffer.from("8BPS\0\x01"), Buffer.alloc(64)])],
	["a HEIC", "\0\0\0\x18ftypheic\0\0\0\0mif1heic"],
	["a HEIC sequence", "\0\0\0\x18ftyphevc\0\0\0\0msf1hevc"],
	["an AVIF's head", "\0\0\0\x18ftypavif\0\0\0\0mif1avif"],
	["a JPEG XL", Buffer.concat([Buffer.from([0xff, 0x0a]), Buffer.alloc(64)])],
	["a JPEG 2000", Buffer.from([0, 0, 0, 12, 0x6a, 0x50, 0x20, 0x20, 0x0d, 0x0a, 0x87, 0x0a])],
	["an OpenEXR", Buffer.from([0x76, 0x2f, 0x31, 0x01, 2, 0, 0, 0])],
	["a Radiance picture", "#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n-Y 400 +X 400\n"],
	["a portable pixmap", `P6\n400 400\n255\n${"x".repeat(600)}`],
	["a FITS", `SIMPLE  =                    T${" ".repeat(2_000)}`],
	[
		"an ImageMagick script",
		'push graphic-context\nviewbox 0 0 400 400\nfill "url(https://x/|ls)"\npop graphic-context',
	],
	["a vips file", Buffer.concat([Buffer.from([0xb6, 0xa6, 0xf2, 0x08]), Buffer.alloc(128)])],
	["a matrix text", "400 400\n1 2 3\n"],
	["a CSV", "a,b,c\n1,2,3\n"],
	["a program", "\x7fELF\x02\x01\x01"],
	["a zip archive", "PK\x03\x04\x14\0\0\0"],
	["random bytes", Buffer.from(Array.from({ length: 4_096 }, (_, place) => (place * 7_919 + 13) % 251))],
];

/** All made here, so that nobody has to keep dangerous files. */
export async function makeHostileFiles(): Promise<readonly HostileFile[]> {
	const jpeg = await paint().jpeg().toBuffer();
	const png = await paint().png().toBuffer();
	const gif = await paint().gif().toBuffer();
	const webp = await paint().webp().toBuffer();
	return [
		...NOT_TAKEN.map(([name, bytes]): HostileFile => {
			return { name, bytes: Buffer.from(bytes.toString("latin1"), "latin1"), expect: "refused" };
		}),
		...(await otherFormats()),
		...lies({ jpeg, png, gif, webp }),
		...bombs(png),
		...broken({ jpeg, png, gif, webp }),
		...(await metadata(jpeg, png)),
		...PAYLOADS.flatMap(([name, trailer]): HostileFile[] => [
			{ name: `a JPEG with ${name} behind it`, bytes: Buffer.concat([jpeg, trailer]), expect: "cleaned" },
			{ name: `a PNG with ${name} behind it`, bytes: Buffer.concat([png, trailer]), expect: "cleaned" },
			{ name: `a GIF with ${name} behind it`, bytes: Buffer.concat([gif, trailer]), expect: "either" },
			{ name: `a WebP with ${name} behind it`, bytes: Buffer.concat([webp, trailer]), expect: "either" },
		]),
		...(await animations()),
	];
}

async function otherFormats(): Promise<HostileFile[]> {
	return [
		{ name: "a real TIFF", bytes: await paint().tiff().toBuffer(), expect: "refused" },
		{ name: "a real AVIF", bytes: await paint().avif({ effort: 0 }).toBuffer(), expect: "refused" },
	];
}

type Good = Readonly<Record<"jpeg" | "png" | "gif" | "webp", Buffer>>;

function lies({ jpeg, png, gif, webp }: Good): HostileFile[] {
	const svg = Buffer.from(`<svg width="400" height="400"/>`);
	return [
		{ name: "an SVG that says it is a JPEG", bytes: Buffer.concat([jpeg.subarray(0, 4), svg]), expect: "refused" },
		{ name: "an SVG that says it is a PNG", bytes: Buffer.concat([PNG_SIGNATURE, svg]), expect: "refused" },
		{ name: "a PNG that says it is a JPEG", bytes: Buffer.concat([jpeg.subarray(0, 3), png]), expect: "refused" },
		{ name: "a JPEG that says it is a GIF", bytes: Buffer.concat([gif.subarray(0, 6), jpeg]), expect: "refused" },
		{ name: "a GIF that says it is a WebP", bytes: Buffer.concat([webp.subarray(0, 16), gif]), expect: "refused" },
		{
			name: "a TIFF that says it is a PNG",
			bytes: Buffer.concat([PNG_SIGNATURE, Buffer.from("II*\0")]),
			expect: "refused",
		},
	];
}

function bombs(png: Buffer): HostileFile[] {
	const [header, ...rest] = readChunks(png);
	if (!header) throw new Error("Not a PNG.");
	const text = (type: string, bytes: number) => ({
		type,
		data: Buffer.concat([Buffer.from("Comment\0\0", "latin1"), deflateSync(Buffer.alloc(bytes))]),
	});
	const profile = {
		type: "iCCP",
		data: Buffer.concat([Buffer.from("icc\0\0", "latin1"), deflateSync(Buffer.alloc(200_000_000), { level: 9 })]),
	};
	const huge = (width: number, height: number, more: object = {}) =>
		writePng([headerChunk({ width, height, ...more }), pixelChunk(1_000_000), END_CHUNK]);
	const refused = (name: string, bytes: Buffer): HostileFile => ({ name, bytes, expect: "refused" });
	return [
		refused("a PNG of 196 million pixels", huge(14_000, 14_000)),
		refused("a PNG of 4 billion pixels", huge(65_535, 65_535)),
		refused("a PNG as wide as a header can say", huge(0x7fffffff, 400)),
		refused("a PNG as high as a header can say", huge(400, 0x7fffffff)),
		refused("a PNG of no width", huge(0, 400)),
		refused("a PNG of 40 million and one rows", huge(1, 40_000_001)),
		refused("a grey PNG of one bit and 400 million pixels", huge(20_000, 20_000, { depth: 1, colour: 0 })),
		refused("an interlaced PNG of 100 million pixels", huge(10_000, 10_000, { interlace: 1 })),
		refused("a deep PNG of 100 million pixels", huge(10_000, 10_000, { depth: 16, colour: 6 })),
		{
			name: "a PNG whose pixels unpack to far more than it has room for",
			bytes: writePng([header, pixelChunk(100_000_000), END_CHUNK]),
			expect: "either",
		},
		{
			name: "a PNG whose text unpacks to 200 MB",
			bytes: writePng([header, text("zTXt", 200_000_000), ...rest]),
			expect: "either",
		},
		{
			name: "a PNG whose colour profile unpacks to 200 MB",
			bytes: writePng([header, profile, ...rest]),
			expect: "either",
		},
		refused("a JPEG of 65,500 by 65,500", jpegClaiming(65_500, 65_500)),
		refused(
			"a GIF of 65,535 by 65,535",
			Buffer.from("GIF89a\xff\xff\xff\xff\0\0\0,\0\0\0\0\xff\xff\xff\xff\0\x02\x02L\x01\0;", "latin1"),
		),
		refused("a WebP of 16,383 by 16,383", webpClaiming(16_383, 16_383)),
	];
}

function jpegClaiming(width: number, height: number): Buffer {
	const frame = Buffer.from([8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0]);
	return Buffer.concat([Buffer.from([0xff, 0xd8]), jpegSegment(0xc0, frame), Buffer.from([0xff, 0xd9])]);
}

function webpClaiming(width: number, height: number): Buffer {
	const head = Buffer.from("RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\0\0\0\0\0\0", "latin1");
	head.writeUIntLE(width - 1, 24, 3);
	head.writeUIntLE(height - 1, 27, 3);
	return head;
}

function broken({ jpeg, png, gif, webp }: Good): HostileFile[] {
	const cut = (file: Buffer, share: number) => file.subarray(0, Math.floor(file.length * share));
	const [header, ...rest] = readChunks(png);
	if (!header) throw new Error("Not a PNG.");
	const wrongSum = Buffer.concat([PNG_SIGNATURE, writeChunk(header, 0), ...rest.map((chunk) => writeChunk(chunk))]);
	const long = replaceInside(png, PNG_SIGNATURE.length + 25, [0x7f, 0xff, 0xff, 0xff]);
	return [
		{ name: "a JPEG cut in the middle", bytes: cut(jpeg, 0.5), expect: "refused" },
		{ name: "a JPEG cut after its head", bytes: cut(jpeg, 0.1), expect: "refused" },
		{ name: "a PNG cut in the middle", bytes: cut(png, 0.5), expect: "refused" },
		{ name: "a GIF cut in the middle", bytes: cut(gif, 0.5), expect: "refused" },
		{ name: "a WebP cut in the middle", bytes: cut(webp, 0.5), expect: "refused" },
		{ name: "a PNG whose header has a wrong checksum", bytes: wrongSum, expect: "refused" },
		{ name: "a PNG with a chunk longer than the file", bytes: long, expect: "refused" },
		{ name: "a PNG without pixels", bytes: writePng([header, END_CHUNK]), expect: "refused" },
		{ name: "a PNG without a header", bytes: writePng(rest), expect: "refused" },
		{ name: "a PNG with two headers", bytes: writePng([header, header, ...rest]), expect: "either" },
		{
			name: "a PNG of a colour type that is none",
			bytes: writePng([headerChunk({ width: 400, height: 320, colour: 5 }), ...rest]),
			expect: "refused",
		},
		{
			name: "a palette PNG without a palette",
			bytes: writePng([headerChunk({ width: 400, height: 320, colour: 3 }), ...rest]),
			expect: "refused",
		},
		{
			name: "a PNG whose pixels are no deflate stream",
			bytes: writePng([header, { type: "IDAT", data: Buffer.alloc(500, 7) }, END_CHUNK]),
			expect: "refused",
		},
		{
			name: "a JPEG whose tables are overwritten",
			bytes: replaceInside(
				jpeg,
				20,
				Array.from({ length: 400 }, () => 0xff),
			),
			expect: "refused",
		},
		{
			name: "a JPEG whose pixels are overwritten",
			bytes: replaceInside(
				jpeg,
				jpeg.length - 3_000,
				Array.from({ length: 900 }, (_, at) => (at * 37) % 256),
			),
			expect: "either",
		},
		{
			name: "a WebP whose length is a lie",
			bytes: replaceInside(webp, 4, [0xff, 0xff, 0xff, 0x7f]),
			expect: "refused",
		},
		{ name: "a GIF with a frame outside its canvas", bytes: replaceInside(gif, 6, [1, 0, 1, 0]), expect: "either" },
	];
}

async function metadata(jpeg: Buffer, png: Buffer): Promise<HostileFile[]> {
	const exif = {
		IFD0: { Copyright: SECRET, Artist: SECRET },
		IFD3: { GPSLatitude: "51/1 30/1 0/1", GPSDestBearing: SECRET },
	};
	const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="x">${SECRET}</rdf:RDF></x:xmpmeta>`;
	const text = (type: string, middle: string) => ({ type, data: Buffer.from(`Comment\0${middle}${SECRET}`, "latin1") });
	const large = Buffer.concat([secret, Buffer.alloc(65_000 - secret.length)]);
	const cleaned = (name: string, bytes: Buffer): HostileFile => ({ name, bytes, expect: "cleaned" });
	return [
		cleaned("a JPEG with EXIF and a place", await sharp(jpeg).withExif(exif).toBuffer()),
		cleaned("a PNG with EXIF and a place", await sharp(png).withExif(exif).toBuffer()),
		cleaned("a WebP with EXIF and a place", await sharp(png).withExif(exif).webp().toBuffer()),
		cleaned("a JPEG with a colour profile", await sharp(jpeg).withIccProfile("p3").toBuffer()),
		cleaned("a PNG with a colour profile", await sharp(png).withIccProfile("p3").toBuffer()),
		cleaned("a JPEG with XMP", await sharp(jpeg).withXmp(xmp).toBuffer()),
		cleaned("a PNG with XMP", await sharp(png).withXmp(xmp).toBuffer()),
		cleaned("a JPEG with a comment", insertSegments(jpeg, jpegSegment(0xfe, secret))),
		cleaned(
			"a JPEG with IPTC",
			insertSegments(jpeg, jpegSegment(0xed, Buffer.concat([Buffer.from("Photoshop 3.0\0"), secret]))),
		),
		cleaned(
			"a JPEG with forty segments of 64 kB",
			insertSegments(jpeg, ...Array.from({ length: 40 }, () => jpegSegment(0xe5, large))),
		),
		cleaned(
			"a JPEG with a thumbnail of its own",
			insertSegments(jpeg, jpegSegment(0xe1, Buffer.concat([Buffer.from("Exif\0\0"), secret]))),
		),
		cleaned("a PNG with text", insertChunks(png, [text("tEXt", "")])),
		cleaned(
			"a PNG with compressed text",
			insertChunks(png, [{ type: "zTXt", data: Buffer.concat([Buffer.from("Comment\0\0"), deflateSync(secret)]) }]),
		),
		cleaned("a PNG with international text", insertChunks(png, [text("iTXt", "\0\0\0\0")])),
		cleaned("a PNG with a chunk of nobody's", insertChunks(png, [{ type: "prVt", data: secret }])),
		cleaned("a PNG with a time", insertChunks(png, [{ type: "tIME", data: Buffer.from([7, 0xea, 11, 20, 1, 2, 3]) }])),
	];
}

async function animations(): Promise<HostileFile[]> {
	const frames = Buffer.alloc(WIDTH * HEIGHT * 3 * 3, 90);
	const film = sharp(frames, { raw: { width: WIDTH, height: HEIGHT * 3, channels: 3, pageHeight: HEIGHT } });
	return [
		{
			name: "an animated GIF",
			bytes: await film
				.clone()
				.gif({ loop: 0, delay: [1, 1, 1] })
				.toBuffer(),
			expect: "cleaned",
		},
		{
			name: "an animated WebP",
			bytes: await film
				.clone()
				.webp({ loop: 0, delay: [1, 1, 1] })
				.toBuffer(),
			expect: "cleaned",
		},
	];
}
