/**
 * Reads a file at an address somebody else wrote: a finished film's link, an image's URL a person pasted. Goes only
 * where the public internet is, carries no credentials, follows at most three redirects and judges each anew. Never
 * retries. Answers tell nothing about what lies behind a refused address.
 */
export interface RemoteFiles {
	/** Opens a file, or the rest of it. Throws only when `signal` fires. */
	open(url: string, ask: FileAsk): Promise<OpenedFile>;
}

export interface FileAsk {
	/** Where to go on after a broken transfer; `null` reads from the beginning. */
	readonly resume: FileResume | null;
	/** Counted from the beginning of the file, parts already stored included. */
	readonly maxBytes: number;
	readonly signal: AbortSignal;
}

export interface FileResume {
	readonly fromByte: number;
	/** The strong ETag of the part already stored: where the file has changed since, it begins anew. */
	readonly etag: string;
}

export type OpenedFile =
	| {
			readonly kind: "open";
			/** 0 where it begins anew: what was stored before is then worthless. */
			readonly fromByte: number;
			/** Of the whole file; `null` where it was not said. */
			readonly totalBytes: number | null;
			/** Strong only, since no other allows resuming; `null` where there is none. */
			readonly etag: string | null;
			readonly contentType: string | null;
			/**
			 * To be read once. Throws `TooManyBytes` above the cap, and an error when the transfer stalls or breaks off,
			 * short of its announced length too. Leaving the loop early frees the connection.
			 */
			readonly bytes: AsyncIterable<Uint8Array>;
	  }
	/** 403, 404, 410: the link has ended, or never was. */
	| { readonly kind: "gone"; readonly status: number }
	/** Not fetched, and trying again does not help. */
	| { readonly kind: "refused"; readonly sentence: string }
	| { readonly kind: "unavailable"; readonly sentence: string; readonly retryAfterMs: number | null };
