import "server-only";
import { imageIdSchema, mediaIdSchema } from "@/lib/domain/ids";
import type { ByteRange, MediaKey, MediaKind } from "@/lib/ports/media-store";

export const MEDIA_KINDS = ["film", "poster", "peaks", "last-frame", "image"] as const satisfies readonly MediaKind[];

/** `null` for what is not ours: another program's file, a half-written name. */
export function readMediaKey(kind: MediaKind, name: string): MediaKey | null {
	if (kind === "image") {
		const id = imageIdSchema.safeParse(name);
		return id.success ? `image/${id.data}` : null;
	}
	const id = mediaIdSchema.safeParse(name);
	return id.success ? `${kind}/${id.data}` : null;
}

/** A key becomes a path and an address; what does not parse must never get that far. */
export function requireMediaKey(key: MediaKey): MediaKey {
	const [kind, name, ...rest] = key.split("/");
	const known = MEDIA_KINDS.find((each) => each === kind);
	if (known === undefined || name === undefined || rest.length > 0 || readMediaKey(known, name) !== key) {
		throw new Error("A media key must be a kind and an id.");
	}
	return key;
}

/** `null` stands for the whole object; an empty object has no range at all. */
export function resolveRange(range: ByteRange | null, bytes: number): ByteRange | null {
	if (range === null) return bytes === 0 ? null : { start: 0, end: bytes - 1 };
	const isWithin = range.start >= 0 && range.start <= range.end && range.end < bytes;
	if (!isWithin) throw new RangeError(`Bytes ${range.start} to ${range.end} do not lie within ${bytes} bytes.`);
	return range;
}
