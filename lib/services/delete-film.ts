import "server-only";
import type { MediaId } from "@/lib/domain/ids";
import type { Has } from "@/lib/services/doors";

/** A film and all that was made from it. What a crash leaves behind, the sweep finds. */
export async function deleteFilm({ media }: Has<"media">, id: MediaId): Promise<void> {
	await Promise.all(
		([`film/${id}`, `poster/${id}`, `peaks/${id}`, `last-frame/${id}`] as const).map((key) => media.delete(key)),
	);
}
