import { box, fullBox, IDENTITY_MATRIX, u8, u16, u32 } from "./boxes";

export interface Track {
	readonly id: number;
	readonly timescale: number;
	readonly sampleTicks: number;
	readonly samples: readonly Buffer[];
	/** Every how many samples one can be decoded on its own. */
	readonly syncEvery: number;
	readonly handler: "vide" | "soun";
	readonly sampleEntry: Buffer;
	readonly size: { readonly width: number; readonly height: number };
}

export interface VideoSeed {
	readonly sps: Buffer;
	readonly pps: Buffer;
	readonly frames: readonly Buffer[];
}

export const FRAME_RATE = 24;
const AUDIO_RATE = 48_000;
const AUDIO_FRAME = 1024;
/** AAC-LC, 48 kHz, one channel. */
const AUDIO_CONFIG = u8(0x11, 0x88);

export function trackSeconds(track: Track): number {
	return (track.samples.length * track.sampleTicks) / track.timescale;
}

export function videoTrack(seed: VideoSeed, width: number, height: number, frameCount: number): Track {
	const samples = repeat(seed.frames, frameCount).map((unit) => Buffer.concat([u32(unit.length), unit]));
	const config = box(
		"avcC",
		u8(1, ...seed.sps.subarray(1, 4), 0xff, 0xe1),
		u16(seed.sps.length),
		seed.sps,
		u8(1),
		u16(seed.pps.length),
		seed.pps,
	);
	const entry = box(
		"avc1",
		u32(0),
		u16(0, 1),
		Buffer.alloc(16),
		u16(width, height),
		u32(0x480000, 0x480000, 0),
		u16(1),
		Buffer.alloc(32),
		u16(24, 0xffff),
		config,
	);
	const timing = { timescale: FRAME_RATE, sampleTicks: 1, syncEvery: seed.frames.length };
	return { id: 1, ...timing, samples, handler: "vide", sampleEntry: entry, size: { width, height } };
}

export function audioTrack(frames: readonly Buffer[], seconds: number): Track {
	const samples = repeat(frames, Math.ceil((seconds * AUDIO_RATE) / AUDIO_FRAME));
	const decoderSpecific = Buffer.concat([u8(5, AUDIO_CONFIG.length), AUDIO_CONFIG]);
	const decoder = Buffer.concat([u8(4, 13 + decoderSpecific.length, 0x40, 0x15, 0, 0, 0), u32(0, 0), decoderSpecific]);
	const descriptor = Buffer.concat([u8(3, 3 + decoder.length + 3), u16(0), u8(0), decoder, u8(6, 1, 2)]);
	const entry = box(
		"mp4a",
		u32(0),
		u16(0, 1),
		u32(0, 0),
		u16(1, 16, 0, 0),
		u32(AUDIO_RATE * 0x10000),
		fullBox("esds", 0, descriptor),
	);
	const timing = { timescale: AUDIO_RATE, sampleTicks: AUDIO_FRAME, syncEvery: 1 };
	return { id: 2, ...timing, samples, handler: "soun", sampleEntry: entry, size: { width: 0, height: 0 } };
}

/** The track's box, its samples in one chunk at `offset` of the file. */
export function trackBox(track: Track, movieTimescale: number, offset: number): Buffer {
	const isVideo = track.handler === "vide";
	const ticks = track.samples.length * track.sampleTicks;
	const header = fullBox(
		"tkhd",
		3,
		u32(0, 0, track.id, 0, Math.round((ticks / track.timescale) * movieTimescale), 0, 0),
		u16(0, 0, isVideo ? 0 : 0x100, 0),
		IDENTITY_MATRIX,
		u32(track.size.width * 0x10000, track.size.height * 0x10000),
	);
	const mediaHeader = fullBox("mdhd", 0, u32(0, 0, track.timescale, ticks), u16(0x55c4, 0));
	const handler = fullBox("hdlr", 0, u32(0), Buffer.from(track.handler), Buffer.alloc(13));
	const kind = isVideo ? fullBox("vmhd", 1, Buffer.alloc(8)) : fullBox("smhd", 0, Buffer.alloc(4));
	const reference = box("dinf", fullBox("dref", 0, u32(1), fullBox("url ", 1)));
	return box(
		"trak",
		header,
		box("mdia", mediaHeader, handler, box("minf", kind, reference, sampleTable(track, offset))),
	);
}

function sampleTable(track: Track, offset: number): Buffer {
	const { samples, syncEvery } = track;
	const sync = samples.map((_, index) => index + 1).filter((number) => (number - 1) % syncEvery === 0);
	return box(
		"stbl",
		fullBox("stsd", 0, u32(1), track.sampleEntry),
		fullBox("stts", 0, u32(1, samples.length, track.sampleTicks)),
		...(syncEvery > 1 ? [fullBox("stss", 0, u32(sync.length, ...sync))] : []),
		fullBox("stsc", 0, u32(1, 1, samples.length, 1)),
		fullBox("stsz", 0, u32(0, samples.length, ...samples.map((sample) => sample.length))),
		fullBox("stco", 0, u32(1, offset)),
	);
}

function repeat(items: readonly Buffer[], count: number): Buffer[] {
	return Array.from({ length: count }, (_, index) => {
		const item = items[index % items.length];
		if (!item) throw new Error("A film needs at least one frame to repeat.");
		return item;
	});
}
