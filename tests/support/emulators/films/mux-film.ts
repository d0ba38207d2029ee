import { box, fullBox, IDENTITY_MATRIX, u16, u32 } from "./boxes";
import { audioTrack, FRAME_RATE, type Track, trackBox, trackSeconds, type VideoSeed, videoTrack } from "./tracks";

const MOVIE_TIMESCALE = 1000;

interface FilmShape {
	readonly width: number;
	readonly height: number;
	readonly seconds: number;
}

/** One frame longer than asked, as the model's films are. */
export function frameCountOf(seconds: number): number {
	return seconds * FRAME_RATE + 1;
}

/** A playable MP4 with sound, its index in front, made by repeating one second of picture and half a second of tone. */
export function muxFilm(shape: FilmShape, video: VideoSeed, audio: readonly Buffer[]): Buffer {
	const picture = videoTrack(video, shape.width, shape.height, frameCountOf(shape.seconds));
	const tracks = [picture, audioTrack(audio, trackSeconds(picture))];
	const type = box("ftyp", Buffer.from("isom"), u32(512), Buffer.from("isomiso2avc1mp41"));
	const dataAt = type.length + movieBox(tracks, 0).length + 8;
	const data = box("mdat", ...tracks.flatMap((track) => track.samples));
	return Buffer.concat([type, movieBox(tracks, dataAt), data]);
}

function movieBox(tracks: readonly Track[], dataAt: number): Buffer {
	const seconds = Math.max(...tracks.map(trackSeconds));
	const header = fullBox(
		"mvhd",
		0,
		u32(0, 0, MOVIE_TIMESCALE, Math.round(seconds * MOVIE_TIMESCALE), 0x10000),
		u16(0x100, 0),
		u32(0, 0),
		IDENTITY_MATRIX,
		Buffer.alloc(24),
		u32(tracks.length + 1),
	);
	let offset = dataAt;
	const boxes = tracks.map((track) => {
		const made = trackBox(track, MOVIE_TIMESCALE, offset);
		offset += track.samples.reduce((sum, sample) => sum + sample.length, 0);
		return made;
	});
	return box("moov", header, ...boxes);
}
