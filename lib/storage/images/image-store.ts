import "server-only";
import { and, desc, eq, inArray, lt, sql } from "drizzle-orm";
import { imageRefSchema } from "@/lib/domain/draft";
import { imageIdSchema } from "@/lib/domain/ids";
import type { ImageStore } from "@/lib/ports/image-store";
import { ensureBrowser } from "../browsers/counter";
import { attempt } from "../database/attempt";
import type { Database } from "../database/database";
import type { RequireSpace } from "../free-space";
import { imageRefs } from "../schema/images";
import { takes } from "../schema/takes";

export function createImageStore(db: Database, requireSpace: RequireSpace): ImageStore {
	return {
		async remember(browserId, image, atMs) {
			await requireSpace();
			await attempt(db, async (tx) => {
				await ensureBrowser(tx, browserId);
				await tx
					.insert(imageRefs)
					.values({ browserId, imageId: image.id, ref: image, usedAtMs: atMs })
					.onConflictDoUpdate({
						target: [imageRefs.browserId, imageRefs.imageId],
						set: { usedAtMs: sql`greatest(${imageRefs.usedAtMs}, excluded.used_at)` },
					});
			});
		},

		async list(browserId, limit) {
			const rows = await db
				.select({ ref: imageRefs.ref })
				.from(imageRefs)
				.where(eq(imageRefs.browserId, browserId))
				.orderBy(desc(imageRefs.usedAtMs), desc(imageRefs.imageId))
				.limit(limit);
			return rows.map((row) => imageRefSchema.parse(row.ref));
		},

		async find(browserId, id) {
			const [row] = await db
				.select({ ref: imageRefs.ref })
				.from(imageRefs)
				.where(and(eq(imageRefs.browserId, browserId), eq(imageRefs.imageId, id)));
			return row ? imageRefSchema.parse(row.ref) : null;
		},

		async purge(usedBeforeMs) {
			const gone = await db
				.delete(imageRefs)
				.where(lt(imageRefs.usedAtMs, usedBeforeMs))
				.returning({ imageId: imageRefs.imageId });
			return gone.length;
		},

		async referenced(ids) {
			const wanted = [...ids];
			const uploaded = db.select({ id: imageRefs.imageId }).from(imageRefs).where(inArray(imageRefs.imageId, wanted));
			const drafted = db
				.select({ id: sql<string>`${takes.imageId}` })
				.from(takes)
				.where(inArray(takes.imageId, wanted));
			const rows = await uploaded.union(drafted);
			return new Set(rows.map((row) => imageIdSchema.parse(row.id)));
		},
	};
}
