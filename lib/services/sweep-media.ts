import "server-only";
import { imageIdSchema, type MediaId, mediaIdSchema } from "@/lib/domain/ids";
import type { MediaKey, MediaKind, StoredObject } from "@/lib/ports/media-store";
import type { Has } from "@/lib/services/doors";

type SweepDoors = Has<"media" | "takes" | "images" | "clock">;

const PAGE = 200;
/** What is being written or about to be named is younger than this. */
const YOUNG_MS = 3_600_000;
const FILM_KINDS = ["film", "poster", "peaks", "last-frame"] as const satisfies readonly MediaKind[];

/** Deletes stored bytes nobody names any more: of takes that are gone, and of work that a crash cut short. */
export async function sweepMedia(doors: SweepDoors): Promise<number> {
	let deleted = 0;
	for (const kind of FILM_KINDS) {
		deleted += await sweepKind(doors, kind, async (objects) => {
			const named = await doors.takes.referencedMedia(objects.map(mediaIdOf));
			return objects.filter((object) => !named.has(mediaIdOf(object)));
		});
	}
	deleted += await sweepKind(doors, "image", async (objects) => {
		const named = await doors.images.referenced(objects.map(imageIdOf));
		return objects.filter((object) => !named.has(imageIdOf(object)));
	});
	return deleted;
}

type FindGarbage = (objects: readonly StoredObject[]) => Promise<readonly StoredObject[]>;

async function sweepKind(doors: SweepDoors, kind: MediaKind, findGarbage: FindGarbage): Promise<number> {
	let deleted = 0;
	let after: MediaKey | null = null;
	for (;;) {
		const page: readonly StoredObject[] = await doors.media.list(kind, { after, limit: PAGE });
		const old = page.filter((object) => doors.clock.nowMs() - object.storedAtMs > YOUNG_MS);
		const garbage = old.length > 0 ? await findGarbage(old) : [];
		for (const { key } of garbage) await doors.media.delete(key);
		deleted += garbage.length;
		after = page.at(-1)?.key ?? null;
		if (page.length < PAGE || after === null) return deleted;
	}
}

function nameOf({ key }: StoredObject): string {
	return key.slice(key.indexOf("/") + 1);
}

function mediaIdOf(object: StoredObject): MediaId {
	return mediaIdSchema.parse(nameOf(object));
}

function imageIdOf(object: StoredObject) {
	return imageIdSchema.parse(nameOf(object));
}
