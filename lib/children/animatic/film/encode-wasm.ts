import { writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type * as H264 from "h264-mp4-encoder";
import { SAMPLE_RATE, type Stereo } from "../sound/stereo";
import type { FilmEncoder, FilmShape, OpenEncoder } from "./encoder";
import { i420Bytes, toI420 } from "./to-i420";

async function loadParts() {
	const [bunny, aac] = await Promise.all([import("mediabunny"), import("@mediabunny/aac-encoder")]);
	// Node finds no names in what this package exports.
	const { createH264MP4Encoder }: typeof H264 = createRequire(import.meta.url)("h264-mp4-encoder");
	aac.registerAacEncoder();
	return { ...bunny, createH264MP4Encoder };
}
type Parts = Awaited<ReturnType<typeof loadParts>>;

/** Two encoders in WebAssembly, for systems the native one is not built for: slower, and its picture is Baseline. */
export async function loadWasmEncoder(): Promise<OpenEncoder> {
	const parts = await loadParts();
	return (shape) => openWasm(parts, shape);
}

const QUANTISER = 26;
const SPEED = 5;
const KEY_FRAME_SECONDS = 2;
/** The coder begins with so many samples of silence, and the file has no way to say so: that much of the fade-in is left out. */
const PRIMING = 1024;

async function openWasm(parts: Parts, shape: FilmShape): Promise<FilmEncoder> {
	const picture = await parts.createH264MP4Encoder();
	picture.width = shape.width;
	picture.height = shape.height;
	picture.frameRate = shape.fps;
	picture.quantizationParameter = QUANTISER;
	picture.speed = SPEED;
	picture.groupOfPictures = shape.fps * KEY_FRAME_SECONDS;
	picture.initialize();
	const i420 = new Uint8Array(i420Bytes(shape));
	return {
		async addFrame(rgba) {
			toI420(rgba, shape, i420);
			picture.addFrameYuv(i420);
		},
		async finish() {
			picture.finalize();
			const silent = picture.FS.readFile(picture.outputFilename);
			picture.delete();
			await writeFile(shape.path, await joinWithSound(parts, shape, silent));
		},
	};
}

const BT709 = { primaries: "bt709", transfer: "bt709", matrix: "bt709", fullRange: false } as const;

/** The picture's packets as they are, their colours named, beside the sound. */
async function joinWithSound(parts: Parts, shape: FilmShape, silent: Uint8Array): Promise<Uint8Array> {
	const input = new parts.Input({ source: new parts.BufferSource(silent), formats: [parts.MP4] });
	const track = await input.getPrimaryVideoTrack();
	const decoderConfig = await track?.getDecoderConfig();
	if (!track || !decoderConfig) throw new Error("The encoder made no picture.");
	const target = new parts.BufferTarget();
	const output = new parts.Output({ format: new parts.Mp4OutputFormat({ fastStart: "in-memory" }), target });
	const picture = new parts.EncodedVideoPacketSource("avc");
	const sound = new parts.AudioSampleSource({ codec: "aac", bitrate: 192_000 });
	output.addVideoTrack(picture, { frameRate: shape.fps });
	output.addAudioTrack(sound);
	await output.start();
	const meta = { decoderConfig: { ...decoderConfig, colorSpace: BT709 } };
	const addPicture = async () => {
		for await (const packet of new parts.EncodedPacketSink(track).packets()) await picture.add(packet, meta);
		picture.close();
	};
	await Promise.all([addPicture(), addSound(parts, sound, shape.sound)]);
	await output.finalize();
	input.dispose();
	if (!target.buffer) throw new Error("The film was not written.");
	return new Uint8Array(target.buffer);
}

async function addSound(
	{ AudioSample }: Parts,
	to: InstanceType<Parts["AudioSampleSource"]>,
	{ left, right }: Stereo,
): Promise<void> {
	for (let from = PRIMING; from < left.length; from += SAMPLE_RATE) {
		const samples = Math.min(SAMPLE_RATE, left.length - from);
		const data = new Float32Array(2 * samples);
		data.set(left.subarray(from, from + samples));
		data.set(right.subarray(from, from + samples), samples);
		const sample = new AudioSample({
			data,
			format: "f32-planar",
			numberOfChannels: 2,
			sampleRate: SAMPLE_RATE,
			timestamp: (from - PRIMING) / SAMPLE_RATE,
		});
		await to.add(sample);
		sample.close();
	}
	to.close();
}
