import "server-only";
import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Sealed, Vault } from "@/lib/ports/vault";
import { decrypt, ENVELOPE_BYTES, encrypt } from "./envelope";
import { makeRingKey, RING_KEY_ID_BYTES, type RingKey } from "./key-ring";
import { sealedSchema } from "./sealed";

const DATA_KEY_BYTES = 32;
const WRAPPED_BYTES = ENVELOPE_BYTES + DATA_KEY_BYTES;
const PREFIX = "s1.";

/** The first secret seals and derives; the others still open what they sealed, until it is sealed anew. */
export function createVault(secrets: readonly [string, ...string[]]): Vault {
	const [current, ...earlier] = secrets;
	const newest = makeRingKey(current);
	const ring = [newest, ...earlier.map(makeRingKey)];
	return {
		seal: (plain, label) => seal(newest, plain, label),
		open: (sealed, label) => open(ring, sealed, label),
		isUpToDate: (sealed) => findRingKey([newest], sealed) !== null,
		derive: (purpose) => derive(newest, purpose),
		deriveAsBefore: (purpose) => ring.slice(1).map((ringKey) => derive(ringKey, purpose)),
		hasDerived: (token, purpose) => ring.some((ringKey) => isEqual(token, derive(ringKey, purpose))),
		hash: (token) => createHash("sha256").update(token).digest("hex"),
	};
}

/** `s1.` and `ring key | wrapped data key | envelope`: each secret under a data key of its own, which only the ring opens. */
function seal(ringKey: RingKey, plain: string, label: string): Sealed {
	const dataKey = randomBytes(DATA_KEY_BYTES);
	const wrapped = encrypt(ringKey.wrapping, dataKey, label);
	const envelope = encrypt(dataKey, Buffer.from(plain), label);
	return sealedSchema.parse(PREFIX + Buffer.concat([ringKey.id, wrapped, envelope]).toString("base64url"));
}

function open(ring: readonly RingKey[], sealed: Sealed, label: string): string | null {
	const ringKey = findRingKey(ring, sealed);
	if (!ringKey) return null;
	const bytes = bytesOf(sealed);
	const wrapped = bytes.subarray(RING_KEY_ID_BYTES, RING_KEY_ID_BYTES + WRAPPED_BYTES);
	const envelope = bytes.subarray(RING_KEY_ID_BYTES + WRAPPED_BYTES);
	try {
		return decrypt(decrypt(ringKey.wrapping, wrapped, label), envelope, label).toString();
	} catch {
		return null;
	}
}

function findRingKey(ring: readonly RingKey[], sealed: Sealed): RingKey | null {
	if (!sealed.startsWith(PREFIX)) return null;
	const id = bytesOf(sealed).subarray(0, RING_KEY_ID_BYTES);
	return ring.find((key) => key.id.equals(id)) ?? null;
}

function bytesOf(sealed: Sealed): Buffer {
	return Buffer.from(sealed.slice(PREFIX.length), "base64url");
}

function derive({ deriving }: RingKey, purpose: string): string {
	return createHmac("sha256", deriving).update(purpose).digest("base64url");
}

function isEqual(one: string, other: string): boolean {
	const [a, b] = [Buffer.from(one), Buffer.from(other)];
	return a.length === b.length && timingSafeEqual(a, b);
}
