import { openSync, writeSync } from "node:fs";
import type { OpenEncoder } from "@/lib/children/animatic/film/encoder";
import { renderFilm } from "@/lib/children/animatic/film/render-film";
import { i420Bytes, toI420 } from "@/lib/children/animatic/film/to-i420";
import type { Stereo } from "@/lib/children/animatic/sound/stereo";
import { planAnimatic } from "@/lib/domain/animatic-plan/plan-animatic";
import { USUAL } from "./animatic-cases";

/** The frames and the sound as they were drawn, before any encoder has smoothed them: `draw-frames.ts <frames> <sound>`. */
const [framesPath, soundPath] = process.argv.slice(2);
if (!framesPath || !soundPath) throw new Error("Say where the frames and the sound go.");

function interleaved({ left, right }: Stereo): Float32Array {
	return Float32Array.from({ length: 2 * left.length }, (_, at) => (at % 2 === 0 ? left : right)[at >> 1] ?? 0);
}

const openRaw: OpenEncoder = async (shape) => {
	const file = openSync(framesPath, "w");
	const i420 = new Uint8Array(i420Bytes(shape));
	const sound = interleaved(shape.sound);
	writeSync(openSync(soundPath, "w"), new Uint8Array(sound.buffer));
	return {
		async addFrame(rgba) {
			toI420(rgba, shape, i420);
			writeSync(file, i420);
		},
		async finish() {},
	};
};

await renderFilm({ plan: planAnimatic(USUAL.draft), image: null, path: framesPath, openEncoder: openRaw }, () => {});
