import type { ImageRef } from "@/lib/domain/draft";
import type { Crop } from "@/lib/domain/first-frame/crop";
import type { ImageOutcome } from "@/lib/domain/first-frame/refining";
import type { PictureFormat } from "@/lib/domain/first-frame/sniff-picture";

/**
 * Decodes pictures of unknown making and encodes them anew, in a process apart that holds no secrets and may not
 * grow: one that dies takes only the picture at hand with it. One picture at a time; a few may wait.
 */
export interface ImageRefiner {
	/**
	 * Reads `source` to its end, refines the picture and hands it to `keep`; its bytes are gone when `keep` is done.
	 * Throws what `source`, `keep` or `signal` throws; anything wrong with the picture is an answer.
	 */
	refine(source: AsyncIterable<Uint8Array>, ask: RefineAsk, keep: KeepImage): Promise<RefineAnswer>;

	/** A JPEG of at most this width, whatever the picture's own format; `null` where it cannot be made just now. */
	shrink(source: AsyncIterable<Uint8Array>, width: number, signal: AbortSignal): Promise<Uint8Array | null>;

	/** Ends the process apart; the next picture would start it again. */
	close(): Promise<void>;
}

export interface RefineAsk {
	/** What its first bytes claim. Where the decoder sees another, it is unreadable. */
	readonly format: PictureFormat;
	/** Shows through where the picture is transparent, as #rrggbb. */
	readonly backing: string;
	/** The part to keep, its orientation applied; `null` keeps all. */
	readonly crop: Crop | null;
	readonly signal: AbortSignal;
}

export type KeepImage = (image: ImageRef, bytes: AsyncIterable<Uint8Array>) => Promise<void>;

/** `busy`: too many wait already; nothing was read. `hasAlpha`: some of it was transparent before it was filled. */
export type RefineAnswer = Exclude<ImageOutcome, { kind: "shrunk" }> | { readonly kind: "busy" };
