import { type Crop, isElongated, type Size, suggestCrop } from "./crop";
import { MAX_ELONGATION, MAX_PIXELS, MAX_UPLOAD_BYTES, MIN_SIDE } from "./frame-rules";
import type { OtherFormat } from "./sniff-picture";

export type FrameProblem =
	| "bad-request"
	| "empty"
	| "unsupported"
	| "too-large"
	| "incomplete"
	| "unreadable"
	| "too-many-pixels"
	| "bad-crop"
	| "too-small"
	| "too-elongated"
	| "limited"
	| "busy"
	| "no-space"
	| "link-refused"
	| "link-ended"
	| "link-unavailable";

/** Why a picture was not taken in. With `crop`, the same picture would be. */
export interface FrameRefusal {
	readonly code: FrameProblem;
	readonly sentence: string;
	readonly field: "image";
	readonly crop: Crop | null;
}

const MEGABYTE = 1_000_000;
const TAKEN = "Storyreel takes JPG, PNG, WebP and GIF.";

const SENTENCES = {
	empty: "The file is empty. Choose another one.",
	"too-large": `The picture has more than ${MAX_UPLOAD_BYTES / MEGABYTE} MB. Save it smaller and try again.`,
	incomplete: "The picture arrived only in part. Try again.",
	unreadable:
		"The picture could not be read: it seems to be damaged. Open it on your device, save it anew and try again.",
	"too-many-pixels": `The picture has more than ${MAX_PIXELS / MEGABYTE} million pixels. Save it smaller and try again.`,
	busy: "Many pictures are being read just now. Try again in a moment.",
	"no-space": "The server has no space left for pictures. Only the person who runs it can help.",
} as const satisfies Partial<Record<FrameProblem, string>>;

export function refuseFrame(code: keyof typeof SENTENCES): FrameRefusal {
	return frameRefusal(code, SENTENCES[code]);
}

export function frameRefusal(code: FrameProblem, sentence: string, crop: Crop | null = null): FrameRefusal {
	return { code, sentence, field: "image", crop };
}

const FORMATS: Readonly<Record<OtherFormat, string>> = {
	heic: "This is a HEIC picture, which this browser cannot open. Save it as JPG and add that.",
	avif: `This is an AVIF picture. ${TAKEN}`,
	tiff: `This is a TIFF picture. ${TAKEN}`,
	bmp: `This is a BMP picture. ${TAKEN}`,
	svg: `This is an SVG drawing. ${TAKEN}`,
	"web-page": "This is a web page, not a picture. Open the picture itself and use its address.",
	unknown: `This is not a picture that can be read. ${TAKEN}`,
};

export function refuseFormat(format: OtherFormat): FrameRefusal {
	return frameRefusal("unsupported", FORMATS[format]);
}

export function refuseCrop({ width, height }: Size): FrameRefusal {
	const sentence = `That crop lies outside the picture, which is ${width} × ${height} pixels. Choose another one.`;
	return frameRefusal("bad-crop", sentence);
}

/** Of the part that would be kept. `null` where its shape is one that can be sent. */
export function judgeShape(kept: Crop): FrameRefusal | null {
	const pixels = `The picture is ${kept.width} × ${kept.height} pixels;`;
	if (Math.min(kept.width, kept.height) < MIN_SIDE) {
		return frameRefusal("too-small", `${pixels} each side must have at least ${MIN_SIDE}. Choose a larger one.`);
	}
	if (!isElongated(kept)) return null;
	const range = `between 1:${MAX_ELONGATION} and ${MAX_ELONGATION}:1`;
	return frameRefusal("too-elongated", `${pixels} its shape must lie ${range}. It can be cropped.`, suggestCrop(kept));
}
