import "server-only";
import { createReadStream, createWriteStream } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type DressOrder, type DressWord, dressWordSchema } from "@/lib/domain/film/dress-talk";
import type { MediaId } from "@/lib/domain/ids";
import type { Extras } from "@/lib/domain/take/take";
import { runChild } from "@/lib/gateways/films/child-run";
import { withScratchFolder } from "@/lib/gateways/films/scratch-folder";
import { takeTurns } from "@/lib/gateways/films/take-turns";
import type { FilmDresser } from "@/lib/ports/film-dresser";
import type { MediaKey, MediaStore } from "@/lib/ports/media-store";

export interface FilmDresserParts {
	readonly media: MediaStore;
	/** The bundled `lib/children/dress-film.ts`. */
	readonly script: string;
}

/** Each takes some hundred megabytes; many takes may become ready together. */
const MAX_AT_ONCE = 2;
const MAX_RESIDENT_BYTES = 1_200 * 1024 * 1024;
const TIMEOUT_MS = 5 * 60_000;
const MAX_EXTRA_BYTES = 64 * 1024 * 1024;

/** Looks into films in a process of its own: they come from strangers. */
export function createFilmDresser(parts: FilmDresserParts): FilmDresser {
	const inTurn = takeTurns(MAX_AT_ONCE);
	return {
		dress: (id, signal) => inTurn(() => dressFilm(parts, id, signal)),
	};
}

async function dressFilm(parts: FilmDresserParts, id: MediaId, signal: AbortSignal): Promise<Extras> {
	signal.throwIfAborted();
	return withScratchFolder(async (folder) => {
		const order = {
			filmPath: join(folder, "film.mp4"),
			posterPath: join(folder, "poster.jpg"),
			peaksPath: join(folder, "peaks"),
			lastFramePath: join(folder, "last.png"),
		};
		await fetchFilm(parts.media, id, order.filmPath, signal);
		const made = await look(parts.script, order, signal);
		if (made.hasPoster) await keep(parts.media, `poster/${id}`, order.posterPath, signal);
		if (made.hasPeaks) await keep(parts.media, `peaks/${id}`, order.peaksPath, signal);
		if (made.hasLastFrame) await keep(parts.media, `last-frame/${id}`, order.lastFramePath, signal);
		const { kind: _, ...extras } = made;
		return extras;
	});
}

async function fetchFilm(media: MediaStore, id: MediaId, path: string, signal: AbortSignal): Promise<void> {
	const chunks = await media.read(`film/${id}`, null);
	if (!chunks) throw new Error(`The film ${id} is not stored.`);
	await pipeline(Readable.from(chunks), createWriteStream(path, { mode: 0o600 }), { signal });
}

async function look(script: string, order: DressOrder, signal: AbortSignal): Promise<DressWord> {
	let word: DressWord | null = null;
	await runChild({
		script,
		order,
		maxResidentBytes: MAX_RESIDENT_BYTES,
		timeoutMs: TIMEOUT_MS,
		silenceMs: TIMEOUT_MS,
		signal,
		onWord(said) {
			word = dressWordSchema.parse(said);
		},
	});
	if (!word) throw new Error("The process that looks into films said nothing.");
	return word;
}

async function keep(media: MediaStore, key: MediaKey, path: string, signal: AbortSignal): Promise<void> {
	await media.put(key, createReadStream(path), { maxBytes: MAX_EXTRA_BYTES, signal });
}
