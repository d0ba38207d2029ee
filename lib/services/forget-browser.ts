import "server-only";
import type { BrowserId } from "@/lib/domain/ids";
import { deleteFilm } from "@/lib/services/delete-film";
import type { Has } from "@/lib/services/doors";

type ForgetDoors = Has<"browsers" | "takes" | "media" | "log">;

/** Everything of one browser: rows first, so that nothing leads to the films any more, then the films. */
export async function forgetBrowser(doors: ForgetDoors, browserId: BrowserId): Promise<void> {
	const takes = [...(await doors.takes.list(browserId)), ...(await doors.takes.listLeft(browserId))];
	await doors.browsers.forget(browserId);
	for (const { id, state } of takes) {
		if (state.kind !== "ready") continue;
		await deleteFilm(doors, state.media.mediaId).catch((problem: unknown) => {
			doors.log.error("film-left-to-the-sweep", { take: id }, problem);
		});
	}
}
