import type { InputVideoTrack, VideoSample } from "mediabunny";
import type { Cells, SeenFrame } from "./flash-score";
import { readYuv, type YuvFrame } from "./yuv-planes";

const COLUMNS = 24;
const ROWS = 24;
/** Pixels looked at in each cell, across and down. */
const PROBES = 5;

/** Film luma to light. */
const LIGHT = Float32Array.from({ length: 256 }, (_, level) => Math.max(0, level / 255) ** 2.4);

function cellsOf({ width, height, bytes, luma, isFullRange }: YuvFrame): Cells {
	const cells = new Float32Array(COLUMNS * ROWS);
	const zero = isFullRange ? 0 : 16;
	const scale = isFullRange ? 1 : 255 / 219;
	for (let row = 0; row < ROWS * PROBES; row += 1) {
		const from = luma.offset + Math.floor(((row + 0.5) * height) / (ROWS * PROBES)) * luma.stride;
		for (let column = 0; column < COLUMNS * PROBES; column += 1) {
			const level = bytes[from + Math.floor(((column + 0.5) * width) / (COLUMNS * PROBES))] ?? 0;
			const light = LIGHT[Math.min(255, Math.max(0, Math.round((level - zero) * scale)))] ?? 0;
			const cell = Math.floor(row / PROBES) * COLUMNS + Math.floor(column / PROBES);
			cells[cell] = (cells[cell] ?? 0) + light / PROBES ** 2;
		}
	}
	return cells;
}

export interface SeenFilm {
	readonly frames: readonly SeenFrame[];
	/** The very last one; whoever takes it closes it. */
	readonly last: VideoSample | null;
}

/** Decodes the whole film once. */
export async function seeFrames(picture: InputVideoTrack): Promise<SeenFilm> {
	const { VideoSampleSink } = await import("mediabunny");
	const frames: SeenFrame[] = [];
	let last: VideoSample | null = null;
	for await (const sample of new VideoSampleSink(picture).samples()) {
		last?.close();
		last = sample;
		const yuv = await readYuv(sample);
		if (yuv) frames.push({ seconds: sample.timestamp, cells: cellsOf(yuv) });
	}
	return { frames, last };
}
