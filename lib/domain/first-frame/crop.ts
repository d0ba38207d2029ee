import * as z from "zod/mini";
import { MAX_ELONGATION } from "./frame-rules";

const whole = z.int().check(z.minimum(0), z.maximum(100_000));
const side = z.int().check(z.minimum(1), z.maximum(100_000));

/** In pixels of the picture as it is seen, its orientation applied. */
export const cropSchema = z.readonly(z.object({ left: whole, top: whole, width: side, height: side }));
export type Crop = z.infer<typeof cropSchema>;

export interface Size {
	readonly width: number;
	readonly height: number;
}

export function isInside({ left, top, width, height }: Crop, size: Size): boolean {
	return left + width <= size.width && top + height <= size.height;
}

export function isElongated({ width, height }: Size): boolean {
	return Math.max(width, height) > Math.min(width, height) * MAX_ELONGATION;
}

/** The middle of a part that is too long one way. */
export function suggestCrop({ left, top, width, height }: Crop): Crop {
	const longest = Math.floor(Math.min(width, height) * MAX_ELONGATION);
	const kept = { width: Math.min(width, longest), height: Math.min(height, longest) };
	return {
		...kept,
		left: left + Math.floor((width - kept.width) / 2),
		top: top + Math.floor((height - kept.height) / 2),
	};
}
