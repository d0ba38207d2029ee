import type { PGlite } from "@electric-sql/pglite";
import type { Notifier } from "@/lib/ports/notifier";

/** In-process, so that nothing can be missed. */
export function createEmbeddedNotifier(pglite: Pick<PGlite, "listen">): Notifier {
	return {
		async listen(channel, heard) {
			let isStopped = false;
			const stop = await pglite.listen(`"${channel}"`, (text) => {
				if (!isStopped) heard({ kind: "told", text });
			});
			return async () => {
				if (isStopped) return;
				isStopped = true;
				await stop();
			};
		},
	};
}
