import "server-only";
import { statfs } from "node:fs/promises";
import { NoSpaceLeft } from "@/lib/ports/no-space-left";

export const MIN_FREE_BYTES = 1_000_000_000;

/** Rejects with `NoSpaceLeft` when new work must not begin. Work that was accepted goes on. */
export type RequireSpace = () => Promise<void>;

/** A full disk makes the embedded database spin and freeze the process: stop accepting long before. */
export function guardFreeSpace(directory: string, minFreeBytes: number = MIN_FREE_BYTES): RequireSpace {
	return async () => {
		const { bavail, bsize } = await statfs(directory);
		const freeBytes = bavail * bsize;
		if (freeBytes < minFreeBytes) throw new NoSpaceLeft(directory, freeBytes);
	};
}
