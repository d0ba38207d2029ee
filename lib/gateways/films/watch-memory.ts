import "server-only";
import type { ChildProcess } from "node:child_process";
import { readFile } from "node:fs/promises";

const LOOK_EVERY_MS = 200;
const PAGE_BYTES = 4096;

/**
 * Calls `onTooLarge` once when the child holds more than `maxBytes`. Looked at from outside, since a child that is
 * filling its memory has no time to look itself. Only Linux tells; elsewhere the cap on its heap must do.
 */
export function watchMemory({ pid }: ChildProcess, maxBytes: number, onTooLarge: () => void): () => void {
	if (process.platform !== "linux" || pid === undefined) return () => {};
	const timer = setInterval(async () => {
		const held = await residentBytes(pid);
		if (held <= maxBytes) return;
		clearInterval(timer);
		onTooLarge();
	}, LOOK_EVERY_MS);
	return () => clearInterval(timer);
}

async function residentBytes(pid: number): Promise<number> {
	const statm = await readFile(`/proc/${pid}/statm`, "latin1").catch(() => "");
	return Number(statm.split(" ")[1] ?? 0) * PAGE_BYTES;
}
