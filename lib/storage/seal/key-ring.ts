import "server-only";
import { createHash, hkdfSync } from "node:crypto";

export interface RingKey {
	/** Stands in what it sealed, so that opening knows which key to take. Not secret. */
	readonly id: Buffer;
	readonly wrapping: Buffer;
	readonly deriving: Buffer;
}

export const RING_KEY_ID_BYTES = 4;

const MIN_SECRET_CHARS = 16;

function derive(secret: string, use: string): Buffer {
	return Buffer.from(hkdfSync("sha256", secret, "storyreel", use, 32));
}

/** Separate keys for separate uses, so that a token derived for a callback tells nothing about a sealed key. */
export function makeRingKey(secret: string): RingKey {
	if (secret.length < MIN_SECRET_CHARS) throw new Error(`A secret key needs at least ${MIN_SECRET_CHARS} characters.`);
	return {
		id: createHash("sha256").update(derive(secret, "name")).digest().subarray(0, RING_KEY_ID_BYTES),
		wrapping: derive(secret, "wrap"),
		deriving: derive(secret, "derive"),
	};
}
