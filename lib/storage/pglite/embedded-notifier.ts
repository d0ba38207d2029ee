import "server-only";
import type { PGlite } from "@electric-sql/pglite";
import type { Notifier } from "@/lib/ports/notifier";

/** In-process, so that nothing can be missed. */
export function createEmbeddedNotifier(pglite: Pick<PGlite, "listen" | "unlisten">): Notifier {
	return {
		async listen(channel, heard) {
			// The function that `listen` returns forgets the quotes, without which a name may hold no dash.
			const name = `"${channel}"`;
			let isStopped = false;
			const tell = (text: string) => {
				if (!isStopped) heard({ kind: "told", text });
			};
			await pglite.listen(name, tell);
			return async () => {
				if (isStopped) return;
				isStopped = true;
				await pglite.unlisten(name, tell);
			};
		},
	};
}
