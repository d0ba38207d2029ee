export interface Film {
	/** Put together anew each time, so that ten thousand films share what they have in common. */
	readonly read: () => Buffer;
	readonly parts: readonly Uint8Array[];
	readonly size: number;
	readonly sha256: string;
	readonly width: number;
	readonly height: number;
	readonly seconds: number;
}
