import "server-only";
import { TooManyBytes } from "@/lib/ports/media-store";
import type { OpenedFile } from "@/lib/ports/remote-files";
import type { Has } from "@/lib/services/doors";

export type DownloadDoors = Has<"files" | "clock" | "crashPoint">;

type Open = Extract<OpenedFile, { kind: "open" }>;
export type NotOpened = Exclude<OpenedFile, Open>;

/** The rest of the file could not be had; what arrived is worthless. */
export class DownloadBroke extends Error {
	constructor(
		readonly reason: string,
		readonly refusal: NotOpened | null = null,
	) {
		super(reason);
		this.name = "DownloadBroke";
	}
}

export const MAX_FILM_BYTES = 400_000_000;
const MAX_BREAKS = 8;
const SLOW_WINDOW_MS = 60_000;
const SLOWEST_BYTES_PER_WINDOW = 120_000;

/**
 * A film as one stream, whatever happens to the connection: after a break it goes on where it stopped, as long as the
 * file is still the same one and each try brings something. Ends only when the announced length has arrived.
 */
export async function* download(
	doors: DownloadDoors,
	url: string,
	first: Open,
	signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
	let file = first;
	let received = 0;
	for (let breaks = 0; ; breaks += 1) {
		const before = received;
		try {
			for await (const chunk of inTime(doors, file.bytes)) {
				received += chunk.length;
				yield chunk;
				if (breaks === 0 && before === 0) doors.crashPoint("save:half-way");
			}
			if (file.totalBytes === null || received >= file.totalBytes) return checkLength(received, first.totalBytes);
		} catch (problem) {
			signal.throwIfAborted();
			if (problem instanceof TooManyBytes) throw problem;
		}
		const mayGoOn = received > before && breaks < MAX_BREAKS;
		file = await reopen(doors, url, { file, received, signal, mayGoOn });
	}
}

interface Broken {
	readonly file: Open;
	readonly received: number;
	readonly signal: AbortSignal;
	readonly mayGoOn: boolean;
}

async function reopen(doors: DownloadDoors, url: string, { file, received, signal, mayGoOn }: Broken): Promise<Open> {
	if (!mayGoOn || file.etag === null) throw new DownloadBroke("The film's download broke off.");
	const resume = { fromByte: received, etag: file.etag };
	const again = await doors.files.open(url, { resume, maxBytes: MAX_FILM_BYTES, signal });
	if (again.kind !== "open") throw new DownloadBroke("The film's download broke off and could not go on.", again);
	if (again.fromByte === received) return again;
	throw new DownloadBroke("The film changed while it was being downloaded.");
}

function checkLength(received: number, announced: number | null): void {
	if (announced === null || received === announced) return;
	throw new DownloadBroke(`The film is ${received} bytes long; ${announced} were announced.`);
}

/** Below two kilobytes a second a transfer only looks alive. */
async function* inTime({ clock }: Has<"clock">, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
	let sinceMs = clock.monotonicMs();
	let inWindow = 0;
	for await (const chunk of bytes) {
		yield chunk;
		inWindow += chunk.length;
		const nowMs = clock.monotonicMs();
		if (nowMs - sinceMs < SLOW_WINDOW_MS) continue;
		if (inWindow < SLOWEST_BYTES_PER_WINDOW) throw new DownloadBroke("The film arrived too slowly.");
		sinceMs = nowMs;
		inWindow = 0;
	}
}
