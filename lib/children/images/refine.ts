import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import sharp, { type Sharp } from "sharp";
import { imageRefSchema } from "@/lib/domain/draft";
import { type Crop, isInside } from "@/lib/domain/first-frame/crop";
import { judgeShape } from "@/lib/domain/first-frame/frame-refusal";
import { MAX_SIDE } from "@/lib/domain/first-frame/frame-rules";
import type { ImageJob, ImageOutcome } from "@/lib/domain/first-frame/refining";
import type { PictureFormat } from "@/lib/domain/first-frame/sniff-picture";
import { DECODE_SECONDS, openPicture } from "./decoder";

type RefineJob = Extract<ImageJob, { kind: "refine" }>;

const JPEG_QUALITY = 92;
const KEPT_AS = { jpeg: "jpeg", png: "png", webp: "jpeg", gif: "png" } as const satisfies Record<PictureFormat, string>;

/** Down to its pixels and encoded anew: whatever else the file carried stays behind. */
export async function refine(job: RefineJob): Promise<ImageOutcome> {
	const { format, autoOrient: size } = await openPicture(job.source).metadata();
	if (format !== job.format) return { kind: "unreadable" };
	const kept = job.crop ?? { left: 0, top: 0, ...size };
	if (!isInside(kept, size)) return { kind: "crop-outside", width: size.width, height: size.height };
	if (judgeShape(kept) !== null) return { kind: "out-of-shape", kept };

	const pixels = await readPixels(job.source, kept);
	const { width, height } = await encode(pixels, job);
	const bytes = await readFile(job.target);
	const id = createHash("sha256").update(bytes).digest("hex");
	const image = { id, format: KEPT_AS[job.format], width, height, bytes: bytes.length };
	return { kind: "refined", image: imageRefSchema.parse(image), hasAlpha: isTransparent(pixels) };
}

interface Pixels {
	readonly data: Buffer;
	readonly info: { readonly width: number; readonly height: number; readonly channels: 1 | 2 | 3 | 4 };
}

function readPixels(source: string, kept: Crop): Promise<Pixels> {
	return openPicture(source)
		.autoOrient()
		.extract(kept)
		.resize({ width: MAX_SIDE, height: MAX_SIDE, fit: "inside", withoutEnlargement: true })
		.toColourspace("srgb")
		.raw({ depth: "uchar" })
		.toBuffer({ resolveWithObject: true });
}

function encode({ data, info }: Pixels, { format, backing, target }: RefineJob) {
	const { width, height, channels } = info;
	const flat: Sharp = sharp(data, { raw: { width, height, channels } }).flatten({ background: backing });
	const encoded = KEPT_AS[format] === "jpeg" ? flat.jpeg({ quality: JPEG_QUALITY }) : flat.png();
	return encoded.timeout({ seconds: DECODE_SECONDS }).toFile(target);
}

/** Many opaque pictures have a channel for transparency, so the pixels are asked. */
function isTransparent({ data, info: { channels } }: Pixels): boolean {
	if (channels === 1 || channels === 3) return false;
	for (let place = channels - 1; place < data.length; place += channels) if (data[place] !== 255) return true;
	return false;
}
