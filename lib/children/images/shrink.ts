import type { ImageJob, ImageOutcome } from "@/lib/domain/first-frame/refining";
import { openPicture } from "./decoder";

const JPEG_QUALITY = 80;

export async function shrink({ source, target, width }: Extract<ImageJob, { kind: "shrink" }>): Promise<ImageOutcome> {
	await openPicture(source).resize({ width, withoutEnlargement: true }).jpeg({ quality: JPEG_QUALITY }).toFile(target);
	return { kind: "shrunk" };
}
