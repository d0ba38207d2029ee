import { createHash } from "node:crypto";
import { imageRefSchema } from "@/lib/domain/draft";
import type { ImageBytes } from "@/lib/ports/gateway";
import { paintPng } from "../../emulators/support/images";

/** A real first frame and what a draft knows of it. */
export function paintFrame({ width = 640, height = 360 }: { width?: number; height?: number } = {}): ImageBytes {
	const bytes = paintPng({ width, height });
	const id = createHash("sha256").update(bytes).digest("hex");
	return { bytes, ref: imageRefSchema.parse({ id, format: "png", width, height, bytes: bytes.length }) };
}
