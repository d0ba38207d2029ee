import { execFileSync, spawnSync } from "node:child_process";
import { z } from "zod";
import type { Stereo } from "@/lib/children/animatic/sound/stereo";

/** Debian's ffmpeg, which shares no code with what made the films, says what is in them. */
const HUGE = 1024 * 1024 * 1024;

const probeSchema = z.object({
	streams: z.array(
		z.looseObject({
			codec_type: z.string(),
			codec_name: z.string(),
			profile: z.string(),
			nb_frames: z.coerce.number(),
			duration: z.coerce.number(),
			start_time: z.coerce.number(),
		}),
	),
	format: z.looseObject({ duration: z.coerce.number() }),
});

export function probe(path: string) {
	const json = execFileSync("ffprobe", ["-v", "error", "-show_streams", "-show_format", "-of", "json", path]);
	const { streams, format } = probeSchema.parse(JSON.parse(json.toString()));
	const find = (type: string) => {
		const stream = streams.find(({ codec_type }) => codec_type === type);
		if (!stream) throw new Error(`The film has no ${type}.`);
		return stream;
	};
	return { video: find("video"), audio: find("audio"), seconds: format.duration };
}

/** Decodes all of it; what ffmpeg complains of comes back. */
export function complaints(path: string): string {
	return spawnSync("ffmpeg", ["-v", "warning", "-i", path, "-f", "null", "-"], { encoding: "utf8" }).stderr;
}

export const GRID = { width: 160, height: 90 };

/** Small grey pictures of every frame. */
export function greyFrames(path: string): Uint8Array[] {
	const scale = `scale=${GRID.width}:${GRID.height}:flags=area,format=gray`;
	const args = ["-v", "error", "-i", path, "-vf", scale, "-fps_mode", "passthrough", "-f", "rawvideo", "-"];
	const bytes = execFileSync("ffmpeg", args, { maxBuffer: HUGE });
	const size = GRID.width * GRID.height;
	return Array.from({ length: bytes.length / size }, (_, nth) => bytes.subarray(nth * size, (nth + 1) * size));
}

/** Mean difference between each frame and the one before it, in grey levels. */
export function changes(frames: readonly Uint8Array[]): number[] {
	return frames.slice(1).map((frame, nth) => {
		const before = frames[nth];
		let sum = 0;
		for (let at = 0; at < frame.length; at += 1) sum += Math.abs((frame[at] ?? 0) - (before?.[at] ?? 0));
		return sum / frame.length;
	});
}

export function soundOf(path: string): Stereo {
	const args = ["-v", "error", "-i", path, "-f", "f32le", "-ar", "48000", "-ac", "2", "-"];
	const bytes = execFileSync("ffmpeg", args, { maxBuffer: HUGE });
	const both = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
	return { left: both.filter((_, at) => at % 2 === 0), right: both.filter((_, at) => at % 2 === 1) };
}

export function loudnessOf(path: string): { readonly lufs: number; readonly truePeakDb: number } {
	const args = ["-nostats", "-i", path, "-af", "ebur128=peak=true", "-f", "null", "-"];
	const { stderr } = spawnSync("ffmpeg", args, { encoding: "utf8", maxBuffer: HUGE });
	const summary = stderr.slice(stderr.lastIndexOf("Summary:"));
	return {
		lufs: Number(/I:\s+(-?[\d.]+) LUFS/.exec(summary)?.[1]),
		truePeakDb: Number(/Peak:\s+(-?[\d.]+) dBFS/.exec(summary)?.[1]),
	};
}
