import "server-only";
import { closeSync, fsyncSync, openSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Also for directories: only then do the names in it survive a power cut. */
export function fsyncPath(path: string): void {
	const handle = openSync(path, "r");
	try {
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
}

export function fsyncTree(root: string): void {
	for (const entry of readdirSync(root, { withFileTypes: true })) {
		const path = join(root, entry.name);
		if (entry.isDirectory()) fsyncTree(path);
		else if (entry.isFile()) fsyncPath(path);
	}
	fsyncPath(root);
}
