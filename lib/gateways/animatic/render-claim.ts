import "server-only";
import { createReadStream, createWriteStream } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Draft } from "@/lib/domain/draft";
import type { Failure } from "@/lib/domain/failure";
import { type RenderOrder, type RenderWord, renderWordSchema } from "@/lib/domain/film/render-talk";
import { type MediaId, mediaIdSchema, mintId } from "@/lib/domain/ids";
import { BAD_IMAGE, BROKEN, MISSING_IMAGE, NO_ENCODER } from "@/lib/gateways/animatic/failures";
import { ChildDied, runChild } from "@/lib/gateways/films/child-run";
import { withScratchFolder } from "@/lib/gateways/films/scratch-folder";
import type { Log } from "@/lib/ports/log";
import type { MediaStore } from "@/lib/ports/media-store";
import type { Random } from "@/lib/ports/random";
import type { RenderEnd, RenderProgress } from "@/lib/ports/render-store";

export interface RenderTools {
	readonly media: MediaStore;
	readonly random: Random;
	readonly log: Log;
	/** The bundled `lib/children/animatic.ts`. */
	readonly script: string;
}

export interface Wanted {
	readonly draft: Draft;
	readonly signal: AbortSignal;
	readonly onProgress: (progress: RenderProgress) => void;
}

const MAX_RESIDENT_BYTES = 1_200 * 1024 * 1024;
const TIMEOUT_MS = 15 * 60_000;
const SILENCE_MS = 120_000;
const MAX_FILM_BYTES = 400 * 1024 * 1024;
const TRIES = 2;

/** Draws and stores one film. Rejects when `signal` fires, and when the stores do. */
export function renderDraft(tools: RenderTools, wanted: Wanted): Promise<RenderEnd> {
	return withScratchFolder(async (folder) => {
		const imagePath = join(folder, "first-frame");
		if (wanted.draft.image && !(await fetchImage(tools, wanted, imagePath))) return failed(MISSING_IMAGE);
		const filmPath = join(folder, "film.mp4");
		const order = { draft: wanted.draft, imagePath: wanted.draft.image ? imagePath : null, filmPath };
		const failure = await runPatiently(tools, wanted, order);
		return failure ? failed(failure) : { kind: "done", mediaId: await keepFilm(tools, wanted, filmPath) };
	});
}

function failed(failure: Failure): RenderEnd {
	return { kind: "failed", failure };
}

async function fetchImage({ media }: RenderTools, { draft, signal }: Wanted, path: string): Promise<boolean> {
	const chunks = draft.image && (await media.read(`image/${draft.image.id}`, null));
	if (!chunks) return false;
	await pipeline(Readable.from(chunks), createWriteStream(path, { mode: 0o600 }), { signal });
	return true;
}

/** A child that died may have met a moment's misfortune: it is started once more. */
async function runPatiently(tools: RenderTools, wanted: Wanted, order: RenderOrder): Promise<Failure | null> {
	for (let tried = 1; tried <= TRIES; tried += 1) {
		try {
			return await runOnce(tools, wanted, order);
		} catch (problem) {
			if (!(problem instanceof ChildDied)) throw problem;
			tools.log.warn("render-died", { how: problem.how, tried });
			if (problem.cause) tools.log.error("render-broke", { tried }, problem.cause);
		}
	}
	return BROKEN;
}

async function runOnce({ script }: RenderTools, wanted: Wanted, order: RenderOrder): Promise<Failure | null> {
	let last: RenderWord | null = null;
	await runChild({
		script,
		order,
		maxResidentBytes: MAX_RESIDENT_BYTES,
		timeoutMs: TIMEOUT_MS,
		silenceMs: SILENCE_MS,
		signal: wanted.signal,
		onWord(word) {
			last = renderWordSchema.parse(word);
			if (last.kind === "progress") wanted.onProgress(last);
		},
	});
	return refusalIn(last);
}

function refusalIn(last: RenderWord | null): Failure | null {
	if (last?.kind === "done") return null;
	if (last?.kind !== "refused") throw new ChildDied("crash");
	return last.code === "image" ? BAD_IMAGE : NO_ENCODER;
}

async function keepFilm({ media, random }: RenderTools, { signal }: Wanted, path: string): Promise<MediaId> {
	const mediaId = mintId(mediaIdSchema, "md", random.bytes(16));
	await media.put(`film/${mediaId}`, createReadStream(path), { maxBytes: MAX_FILM_BYTES, signal });
	return mediaId;
}
