import { loadNativeEncoder } from "@/lib/children/animatic/film/encode-native";
import { silence, toSamples } from "@/lib/children/animatic/sound/stereo";

/** Encodes a film of a few frames and ends as Node ends a program that has nothing left to do: `main.ts <path>`. */
const [path] = process.argv.slice(2);
if (!path) throw new Error("Say where the film goes.");
const [width, height, fps, frames] = [64, 64, 24, 4];

const open = await loadNativeEncoder();
const encoder = await open({ width, height, fps, frames, sound: silence(toSamples(frames / fps)), path });
for (let frame = 0; frame < frames; frame += 1)
	await encoder.addFrame(new Uint8Array(width * height * 4).fill(frame * 40));
await encoder.finish();
