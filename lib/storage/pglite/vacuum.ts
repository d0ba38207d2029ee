import "server-only";
import type { PGlite } from "@electric-sql/pglite";

/** The embedded engine has no autovacuum: rows that are updated often would grow their table without end. */
export function startVacuum(
	pglite: Pick<PGlite, "exec">,
	everyMs: number,
	onProblem: (problem: unknown) => void,
): () => void {
	const timer = setInterval(() => {
		pglite.exec("VACUUM (ANALYZE)").catch(onProblem);
	}, everyMs);
	timer.unref();
	return () => clearInterval(timer);
}
