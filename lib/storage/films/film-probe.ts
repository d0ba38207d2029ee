import "server-only";
import type { Input, InputVideoTrack } from "mediabunny";
import type { FilmBytes, FilmProbe, FilmReading } from "@/lib/ports/film-probe";
import { hasWholeBoxes } from "./whole-boxes";

/** Enough packets to tell a frame rate; reading them all would read the whole film. */
const PACKETS_FOR_RATE = 100;
const BROKEN: FilmReading = { kind: "broken", reason: "What arrived is not a film that can be played." };

export function createFilmProbe(): FilmProbe {
	return {
		async probe(film) {
			// Loaded with the first film: a server that only lists takes does not need it.
			const { CustomSource, EncodedPacketSink, Input, MP4 } = await import("mediabunny");
			const unread: Unread = { problem: null };
			const read = (start: number, end: number) => readBytes(film, start, end, unread);
			if (!(await hasWholeBoxes(film.bytes, read))) return BROKEN;
			const source = new CustomSource({ getSize: () => film.bytes, read });
			const input = new Input({ source, formats: [MP4] });
			try {
				const video = await input.getPrimaryVideoTrack();
				// A header may promise more than arrived, so the last picture must really be there.
				const last = video && (await new EncodedPacketSink(video).getPacket(Number.POSITIVE_INFINITY));
				return last && last.byteLength > 0 ? await readFacts(input, video) : BROKEN;
			} catch {
				if (unread.problem) throw unread.problem;
				return BROKEN;
			} finally {
				input.dispose();
			}
		},
	};
}

/** What went wrong with reading, which says nothing about the film. */
interface Unread {
	problem: unknown;
}

async function readBytes(film: FilmBytes, start: number, end: number, unread: Unread): Promise<Uint8Array> {
	try {
		const parts: Uint8Array[] = [];
		for await (const part of await film.read({ start, end: end - 1 })) parts.push(part);
		return new Uint8Array(Buffer.concat(parts));
	} catch (problem) {
		unread.problem = problem;
		throw problem;
	}
}

async function readFacts(input: Input, video: InputVideoTrack): Promise<FilmReading> {
	const [seconds, rate, audio, width, height] = await Promise.all([
		video.computeDuration(),
		video.computePacketStats(PACKETS_FOR_RATE),
		input.getPrimaryAudioTrack(),
		video.getDisplayWidth(),
		video.getDisplayHeight(),
	]);
	return { kind: "film", width, height, seconds, fps: rate.averagePacketRate, hasAudio: audio !== null };
}
