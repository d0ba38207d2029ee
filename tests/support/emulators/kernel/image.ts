import type { Ratio, TaskProblem } from "./task";

export interface ImageFacts {
	readonly format: "jpeg" | "png" | "gif" | "webp";
	readonly width: number;
	readonly height: number;
	readonly hasAlpha: boolean;
	readonly bytes: number;
}

/** Reads an image's head; null for what is no image, or none whose size can be told. */
export function inspectImage(bytes: Buffer): ImageFacts | null {
	const size = inspectPng(bytes) ?? inspectJpeg(bytes) ?? inspectGif(bytes) ?? inspectWebp(bytes);
	return size && { ...size, bytes: bytes.length };
}

type Size = Omit<ImageFacts, "bytes">;

function inspectPng(bytes: Buffer): Size | null {
	if (bytes.length < 33 || bytes.subarray(1, 4).toString("latin1") !== "PNG") return null;
	const colourType = bytes.readUInt8(25);
	const hasAlpha = colourType === 4 || colourType === 6 || bytes.includes("tRNS");
	return { format: "png", width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), hasAlpha };
}

function inspectJpeg(bytes: Buffer): Size | null {
	if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null;
	for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
		const marker = bytes.readUInt8(at + 1);
		const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
		if (!isFrame) continue;
		return { format: "jpeg", width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5), hasAlpha: false };
	}
	return null;
}

function inspectGif(bytes: Buffer): Size | null {
	if (bytes.length < 10 || bytes.subarray(0, 3).toString("latin1") !== "GIF") return null;
	return { format: "gif", width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8), hasAlpha: true };
}

/** Only the extended form states its size up front; that is enough to tell the type. */
function inspectWebp(bytes: Buffer): Size | null {
	if (bytes.length < 30 || bytes.subarray(8, 12).toString("latin1") !== "WEBP") return null;
	return { format: "webp", width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1, hasAlpha: true };
}

/** The film's ratio follows the image: the nearest of the three the emulator has films of. */
export function nearestRatio({ width, height }: ImageFacts): Ratio {
	const ratio = width / height;
	if (ratio > 4 / 3) return "16:9";
	return ratio < 3 / 4 ? "9:16" : "1:1";
}

const MAX_BYTES = 50 * 1024 * 1024;
const MIN_SIDE = 300;
const MAX_RATIO = 2.5;

/** What every route to the model asks of a first frame. */
export function imageProblem(image: ImageFacts | null, maxBytes = MAX_BYTES): TaskProblem | null {
	if (!image) return { code: "image_processing_error", message: "The image could not be read." };
	if (image.format !== "jpeg" && image.format !== "png") {
		return { code: "image_processing_error", message: "The image must be jpg, jpeg or png." };
	}
	if (image.bytes > maxBytes) return { code: "image_processing_error", message: "The image is too large." };
	const { width, height } = image;
	const ratio = Math.max(width, height) / Math.max(1, Math.min(width, height));
	if (Math.min(width, height) < MIN_SIDE || ratio > MAX_RATIO) {
		const message = `The image is ${width}x${height}: each side needs 300 px, the ratio lies from 1:2.5 to 2.5:1.`;
		return { code: "image_dimension_mismatch", message };
	}
	return null;
}
