import "server-only";
import { existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { NodeFS } from "@electric-sql/pglite/nodefs";
import { fsyncPath, fsyncTree } from "../fsync-tree";

/** A cluster can be opened only by the major version that made it. */
export const CLUSTER_MAJOR = "18";

/** All or nothing: initdb killed half-way would leave a cluster that neither opens nor may be made anew. */
export async function ensureCluster(cluster: string): Promise<void> {
	if (existsSync(cluster)) return requireReadable(cluster);
	const unfinished = `${cluster}.new`;
	rmSync(unfinished, { recursive: true, force: true });
	const pglite = await PGlite.create({ fs: new NodeFS(unfinished) });
	await pglite.close();
	fsyncTree(unfinished);
	renameSync(unfinished, cluster);
	fsyncPath(dirname(cluster));
}

export class ClusterVersionMismatch extends Error {
	constructor(cluster: string, found: string) {
		super(
			`The database in ${cluster} was written by PostgreSQL ${found}, and this version of Storyreel reads PostgreSQL ${CLUSTER_MAJOR}. ` +
				"Start the version that wrote it and copy the data out with pg_dump, or set DATA_DIR to a new directory.",
		);
		this.name = "ClusterVersionMismatch";
	}
}

function requireReadable(cluster: string): void {
	const versionFile = join(cluster, "PG_VERSION");
	const found = existsSync(versionFile) ? readFileSync(versionFile, "utf8").trim() : "of an unknown version";
	if (found !== CLUSTER_MAJOR) throw new ClusterVersionMismatch(cluster, found);
}
