import { Buffer } from "node:buffer";
import type { Frame, Packet } from "node-av";
import type { Encoder } from "node-av/api";
import { SAMPLE_RATE, type Stereo } from "../sound/stereo";
import type { FilmEncoder, FilmShape, OpenEncoder } from "./encoder";

const SOUND_CHUNK = 1024;
const KEY_FRAME_SECONDS = 2;
/** Fixed, since x264 writes other bytes for another number of threads. */
const THREADS = 2;

async function loadAv() {
	const [av, api] = await Promise.all([import("node-av"), import("node-av/api")]);
	av.Log.setLevel(av.AV_LOG_FATAL);
	return { ...av, ...api };
}
type Av = Awaited<ReturnType<typeof loadAv>>;

/** FFmpeg's own x264 and AAC, in this process. Only load it where a crash harms nobody else. */
export async function loadNativeEncoder(): Promise<OpenEncoder> {
	const av = await loadAv();
	return (shape) => openNative(av, shape);
}

async function openNative(av: Av, shape: FilmShape): Promise<FilmEncoder> {
	const { fps } = shape;
	const picture = await av.Encoder.create(av.FF_ENCODER_LIBX264, {
		gopSize: fps * KEY_FRAME_SECONDS,
		options: { preset: "veryfast", crf: 23, profile: "high" },
		threadCount: THREADS,
	});
	const sound = await av.Encoder.create(av.FF_ENCODER_AAC, { bitrate: "192k" });
	const muxer = await av.Muxer.open(shape.path, { options: { movflags: "+faststart" } });
	const pictureAt = muxer.addStream(picture);
	const soundAt = muxer.addStream(sound);

	async function write(encoder: Encoder, frame: Frame | null, stream: number) {
		for await (const packet of encoder.packets(frame)) {
			if (!packet) break;
			if (stream === soundAt) endWith(packet, shape.sound.left.length);
			await muxer.writePacket(packet, stream);
			packet.free();
		}
		frame?.free();
	}

	let framesDone = 0;
	let heard = 0;
	async function writeSoundUpTo(sample: number): Promise<void> {
		const until = Math.min(sample, shape.sound.left.length);
		while (heard < until) {
			const frame = soundFrame(av, shape.sound, heard);
			heard += SOUND_CHUNK;
			await write(sound, frame, soundAt);
		}
	}

	return {
		addFrame(i420) {
			const frame = pictureFrame(av, shape, i420, framesDone);
			framesDone += 1;
			const until = Math.round((framesDone / fps) * SAMPLE_RATE);
			return write(picture, frame, pictureAt).then(() => writeSoundUpTo(until));
		},
		async finish() {
			await writeSoundUpTo(shape.sound.left.length);
			await write(picture, null, pictureAt);
			await write(sound, null, soundAt);
			await muxer.close();
			picture.close();
			sound.close();
		},
	};
}

function pictureFrame(av: Av, { width, height, fps }: FilmShape, i420: Uint8Array, at: number) {
	const bytes = Buffer.from(i420.buffer, i420.byteOffset, i420.byteLength);
	const timeBase = { num: 1, den: fps };
	const frame = av.Frame.fromVideoBuffer(bytes, { width, height, format: av.AV_PIX_FMT_YUV420P, timeBase });
	frame.pts = BigInt(at);
	frame.duration = 1n;
	frame.colorSpace = av.AVCOL_SPC_BT709;
	frame.colorRange = av.AVCOL_RANGE_MPEG;
	frame.colorPrimaries = av.AVCOL_PRI_BT709;
	frame.colorTrc = av.AVCOL_TRC_BT709;
	return frame;
}

/** The last chunk was filled up with silence, which is not to be played. */
function endWith(packet: Packet, samples: number): void {
	const left = BigInt(samples) - packet.pts;
	if (left < packet.duration) packet.duration = left;
}

/** The encoder keeps back what does not fill a chunk, so every chunk is full. */
function soundFrame(av: Av, { left, right }: Stereo, from: number) {
	const planes = new Float32Array(2 * SOUND_CHUNK);
	planes.set(left.subarray(from, from + SOUND_CHUNK));
	planes.set(right.subarray(from, from + SOUND_CHUNK), SOUND_CHUNK);
	const frame = av.Frame.fromAudioBuffer(Buffer.from(planes.buffer), {
		nbSamples: SOUND_CHUNK,
		format: av.AV_SAMPLE_FMT_FLTP,
		sampleRate: SAMPLE_RATE,
		channelLayout: av.AV_CHANNEL_LAYOUT_STEREO,
		timeBase: { num: 1, den: SAMPLE_RATE },
	});
	frame.pts = BigInt(from);
	return frame;
}
