import { type Canvas, createCanvas } from "@napi-rs/canvas";
import type { SeenFrame } from "./flash-score";

const BLACK = 0.002;
/** A fade from black takes no longer. */
const FADE_SECONDS = 1;
/** Of the brightest frame in that time: the fade has nearly ended. */
const BRIGHT_ENOUGH = 0.7;
const LONG_SIDE = 640;
const MAX_BYTES = 40_000;
const QUALITIES = [82, 72, 62, 50, 38] as const;

function brightness({ cells }: SeenFrame): number {
	return cells.reduce((sum, light) => sum + light, 0) / Math.max(1, cells.length);
}

/** When the first frame is seen that is not black, nor on its way from it. */
export function posterSeconds(frames: readonly SeenFrame[]): number {
	const first = frames.find((frame) => brightness(frame) > BLACK);
	if (!first) return frames[0]?.seconds ?? 0;
	const near = frames.filter(({ seconds }) => seconds >= first.seconds && seconds <= first.seconds + FADE_SECONDS);
	const brightest = Math.max(...near.map(brightness));
	return near.find((frame) => brightness(frame) >= BRIGHT_ENOUGH * brightest)?.seconds ?? first.seconds;
}

/** Small enough to stand in a list of twenty. */
export async function posterOf(picture: Canvas): Promise<Uint8Array> {
	const scale = Math.min(1, LONG_SIDE / Math.max(picture.width, picture.height));
	const small = createCanvas(Math.round(picture.width * scale), Math.round(picture.height * scale));
	const ctx = small.getContext("2d");
	ctx.imageSmoothingQuality = "high";
	ctx.drawImage(picture, 0, 0, small.width, small.height);
	let jpeg: Uint8Array = new Uint8Array();
	for (const quality of QUALITIES) {
		jpeg = await small.encode("jpeg", quality);
		if (jpeg.length <= MAX_BYTES) break;
	}
	return jpeg;
}
