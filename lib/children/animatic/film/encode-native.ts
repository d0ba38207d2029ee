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

/**
 * x264 works in threads of its own, so most calls simply wait for their answer: the ways to a thread pool and back, a
 * dozen for every frame, cost as much as coding the sound.
 */
async function openNative(av: Av, shape: FilmShape): Promise<FilmEncoder> {
	const { fps, sound } = shape;
	const converter = yuvConverter(av, shape);
	const picture = await av.Encoder.create(av.FF_ENCODER_LIBX264, {
		gopSize: fps * KEY_FRAME_SECONDS,
		options: { preset: "veryfast", crf: 23, profile: "high" },
		threadCount: THREADS,
	});
	const voice = await av.Encoder.create(av.FF_ENCODER_AAC, { bitrate: "192k" });
	const muxer = await av.Muxer.open(shape.path, { options: { movflags: "+faststart" } });
	const pictureAt = muxer.addStream(picture);
	const soundAt = muxer.addStream(voice);
	const whole = sound.left.length;
	let framesDone = 0;
	let heard = 0;

	async function write(encoder: Encoder, frame: Frame | null, stream: number): Promise<void> {
		// Opened by the main thread, a codec breaks the process that ends of itself; its packets come with the next frame's.
		if (frame && !encoder.isEncoderInitialized) return encoder.encode(frame);
		for (const packet of encoder.packetsSync(frame)) {
			if (!packet) break;
			if (stream === soundAt) endWith(packet, whole);
			muxer.writePacketSync(packet, stream);
			packet.free();
		}
	}

	async function addSoundUpTo(sample: number): Promise<void> {
		for (const until = Math.min(sample, whole); heard < until; heard += SOUND_CHUNK) {
			const frame = soundFrame(av, sound, heard);
			await write(voice, frame, soundAt);
			frame.free();
		}
	}

	return {
		async addFrame(rgba) {
			await write(picture, converter.convert(rgba, framesDone), pictureAt);
			framesDone += 1;
			await addSoundUpTo(Math.round((framesDone / fps) * SAMPLE_RATE));
		},
		async finish() {
			await addSoundUpTo(whole);
			await write(picture, null, pictureAt);
			await write(voice, null, soundAt);
			await muxer.close();
			for (const part of [picture, voice, converter]) part.close();
		},
	};
}

/** By BT.709: encoders that are given RGBA convert by BT.601, which shifts every colour. */
function yuvConverter(av: Av, { width, height, fps }: FilmShape) {
	const scaler = new av.SoftwareScaleContext();
	scaler.allocContext();
	// A chroma sample is the mean of its four pixels; of each of them, as only that is written for vectors.
	scaler.setOption("sws_flags", av.SWS_AREA | av.SWS_FULL_CHR_H_INP);
	const drawn = blankFrame(av, { width, height, format: av.AV_PIX_FMT_RGBA });
	drawn.colorSpace = av.AVCOL_SPC_RGB;
	drawn.colorRange = av.AVCOL_RANGE_JPEG;
	const coded = blankFrame(av, { width, height, format: av.AV_PIX_FMT_YUV420P });
	coded.colorSpace = av.AVCOL_SPC_BT709;
	coded.colorRange = av.AVCOL_RANGE_MPEG;
	coded.colorPrimaries = av.AVCOL_PRI_BT709;
	coded.colorTrc = av.AVCOL_TRC_BT709;
	function convert(rgba: Uint8Array, at: number): Frame {
		av.FFmpegError.throwIfError(drawn.fromBuffer(Buffer.from(rgba.buffer, rgba.byteOffset, rgba.byteLength)));
		// The encoder may still hold what it was given before.
		av.FFmpegError.throwIfError(coded.makeWritable());
		av.FFmpegError.throwIfError(scaler.scaleFrameSync(coded, drawn));
		coded.timeBase = new av.Rational(1, fps);
		coded.pts = BigInt(at);
		coded.duration = 1n;
		return coded;
	}
	function close(): void {
		drawn.free();
		coded.free();
		scaler.freeContext();
	}
	return { convert, close };
}

function blankFrame(av: Av, shape: { width: number; height: number; format: Frame["format"] }): Frame {
	const frame = new av.Frame();
	frame.alloc();
	Object.assign(frame, shape);
	av.FFmpegError.throwIfError(frame.getBuffer());
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
