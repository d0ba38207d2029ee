import type { Stereo } from "../sound/stereo";

export interface FilmShape {
	readonly width: number;
	readonly height: number;
	readonly fps: number;
	readonly frames: number;
	/** As long as the frames are. */
	readonly sound: Stereo;
	readonly path: string;
}

/** Writes one film. Frames come in order; the next is handed over when the one before was taken. */
export interface FilmEncoder {
	/** Opaque RGBA. The bytes may be overwritten as soon as it has returned its promise. */
	addFrame(rgba: Uint8Array): Promise<void>;
	/** The file is whole when it resolves. */
	finish(): Promise<void>;
}

export type OpenEncoder = (shape: FilmShape) => Promise<FilmEncoder>;

/** No encoder runs on this machine. */
export class NoEncoder extends Error {
	constructor(readonly causes: readonly unknown[]) {
		super("This machine can run neither of the film encoders.");
		this.name = "NoEncoder";
	}
}

export interface EncoderChoice {
	load(): Promise<OpenEncoder>;
}

/** The first that loads here. */
export async function loadEncoder(choices: readonly EncoderChoice[]): Promise<OpenEncoder> {
	const causes: unknown[] = [];
	for (const choice of choices) {
		try {
			return await choice.load();
		} catch (cause) {
			causes.push(cause);
		}
	}
	throw new NoEncoder(causes);
}
