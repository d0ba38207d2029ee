import "server-only";
import { fdatasyncSync, fsyncSync } from "node:fs";
import { PGlite } from "@electric-sql/pglite";
import { NodeFS } from "@electric-sql/pglite/nodefs";

interface NodeFsModule {
	stream_ops: { fsync?: (stream: { readonly nfd: number; readonly path: string }) => number };
}

/** Segments of the log have their full size from the start, so that what a commit waits for is data alone. */
const LOG_SEGMENT = /\/pg_wal\/[0-9A-F]{24}$/;

/** `-F` would switch fsync off, and PostgreSQL's own default, fdatasync, does nothing under Emscripten. */
export const DURABLE_START_PARAMS: readonly string[] = [
	...PGlite.defaultStartParams.filter((param) => param !== "-F"),
	"-c",
	"wal_sync_method=fsync",
	"-c",
	"max_wal_size=64MB",
	"-c",
	"min_wal_size=32MB",
	"-c",
	"shared_buffers=32MB",
];

/** PGlite's NodeFS has no fsync at all: a commit would be safe from kill -9, but not from a power cut. */
export class DurableNodeFS extends NodeFS {
	syncs = 0;

	override async init(...args: Parameters<NodeFS["init"]>): ReturnType<NodeFS["init"]> {
		const prepared = await super.init(...args);
		prepared.emscriptenOpts.preRun?.push((mod) => this.#addFsync(mod.NODEFS));
		return prepared;
	}

	#addFsync(nodeFs: NodeFsModule): void {
		nodeFs.stream_ops.fsync = ({ nfd, path }) => {
			if (LOG_SEGMENT.test(path)) fdatasyncSync(nfd);
			else fsyncSync(nfd);
			this.syncs += 1;
			return 0;
		};
	}
}
