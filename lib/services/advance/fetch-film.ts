import "server-only";
import { mediaIdSchema, mintId } from "@/lib/domain/ids";
import type { MediaFacts } from "@/lib/domain/take/media-facts";
import type { LinkedFilm } from "@/lib/domain/take/state";
import { type StoredBytes, TooManyBytes } from "@/lib/ports/media-store";
import { NoSpaceLeft } from "@/lib/ports/no-space-left";
import { DownloadBroke, type DownloadDoors, download, MAX_FILM_BYTES } from "@/lib/services/advance/download";
import { readFilm } from "@/lib/services/advance/read-film";
import type { Has } from "@/lib/services/doors";

export type FetchDoors = DownloadDoors & Has<"media" | "probe" | "random">;

export type FetchedFilm =
	| { readonly kind: "saved"; readonly media: MediaFacts }
	/** `gone`: a fresh link may help. `broken`: all of it arrived, and it is no film. */
	| {
			readonly kind: "failed";
			readonly why: "gone" | "broken" | "unreached";
			readonly reason: string;
			readonly retryAfterMs: number | null;
	  };

/** Brings a film from somebody's link into our store: whole, measured, hashed and readable, or not at all. */
export async function fetchFilm(doors: FetchDoors, film: LinkedFilm, signal: AbortSignal): Promise<FetchedFilm> {
	doors.crashPoint("save:before-open");
	const opened = await doors.files.open(film.url, { resume: null, maxBytes: MAX_FILM_BYTES, signal });
	doors.crashPoint("save:after-open");
	if (opened.kind !== "open") return failedBy(opened);
	const mediaId = mintId(mediaIdSchema, "md", doors.random.bytes(16));
	try {
		const source = download(doors, film.url, opened, signal);
		const stored = await doors.media.put(`film/${mediaId}`, source, { maxBytes: MAX_FILM_BYTES, signal });
		doors.crashPoint("save:after-put");
		return await accept(doors, mediaId, stored);
	} catch (problem) {
		signal.throwIfAborted();
		return explain(problem);
	}
}

async function accept(doors: FetchDoors, mediaId: MediaFacts["mediaId"], stored: StoredBytes): Promise<FetchedFilm> {
	const read = await readFilm(doors, mediaId, stored.bytes);
	doors.crashPoint("save:after-probe");
	if (read.kind === "film") return { kind: "saved", media: { ...read.facts, mediaId, ...stored, mime: "video/mp4" } };
	await doors.media.delete(`film/${mediaId}`);
	return { kind: "failed", why: "broken", reason: read.reason, retryAfterMs: null };
}

function explain(problem: unknown): FetchedFilm {
	if (problem instanceof DownloadBroke) {
		return problem.refusal ? failedBy(problem.refusal) : failed(problem.reason);
	}
	if (problem instanceof TooManyBytes) return failed(`The film is larger than ${MAX_FILM_BYTES / 1_000_000} MB.`);
	if (problem instanceof NoSpaceLeft) return failed("There is no room left on this server to save the film.");
	throw problem;
}

function failed(reason: string): Extract<FetchedFilm, { kind: "failed" }> {
	return { kind: "failed", why: "unreached", reason, retryAfterMs: null };
}

function failedBy(refusal: NonNullable<DownloadBroke["refusal"]>): FetchedFilm {
	switch (refusal.kind) {
		case "gone":
			return { kind: "failed", why: "gone", reason: `The link answered ${refusal.status}.`, retryAfterMs: null };
		case "refused":
			return failed(refusal.sentence);
		case "unavailable":
			return { ...failed(refusal.sentence), retryAfterMs: refusal.retryAfterMs };
	}
}
