import "server-only";
import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { type FileHandle, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { ByteRange, MediaKey, MediaKind, MediaStore, StoredObject } from "@/lib/ports/media-store";
import { hasCode } from "../error-code";
import type { RequireSpace } from "../free-space";
import { fsyncPath } from "../fsync-tree";
import { measureSource } from "./measured-source";
import { MEDIA_KINDS, readMediaKey, requireMediaKey, resolveRange } from "./media-key";

const UNFINISHED = "unfinished";
const CHUNK_BYTES = 512 * 1024;

export interface MediaFiles extends MediaStore {
	/** Removes what writers that died left behind, if nobody wrote to it since. Returns how many. */
	sweepUnfinished(writtenBeforeMs: number): Promise<number>;
}

export function openMediaFiles(root: string, requireSpace: RequireSpace): MediaFiles {
	for (const folder of [...MEDIA_KINDS, UNFINISHED]) mkdirSync(join(root, folder), { recursive: true });
	fsyncPath(root);
	fsyncPath(dirname(root));
	const pathOf = (key: MediaKey) => join(root, requireMediaKey(key));

	return {
		async put(key, source, limits) {
			const path = pathOf(key);
			await requireSpace();
			const unfinished = join(root, UNFINISHED, randomUUID());
			const { chunks, measured } = measureSource(source, limits);
			try {
				await writeDurably(unfinished, chunks);
				await rename(unfinished, path);
				await syncFolder(dirname(path));
				return measured();
			} catch (error) {
				await rm(unfinished, { force: true });
				throw error;
			}
		},

		async read(key, range) {
			const path = pathOf(key);
			const found = await statOrNull(path);
			return found && readChunks(path, resolveRange(range, found.size));
		},

		path: pathOf,

		async head(key) {
			const found = await statOrNull(pathOf(key));
			return found && { key, bytes: found.size, storedAtMs: Math.floor(found.mtimeMs) };
		},

		async delete(key) {
			const path = pathOf(key);
			await rm(path, { force: true });
			await syncFolder(dirname(path));
		},

		list: (kind, page) => listFolder(root, kind, page),
		sweepUnfinished: (writtenBeforeMs) => sweepFolder(join(root, UNFINISHED), writtenBeforeMs),
	};
}

async function statOrNull(path: string) {
	try {
		return await stat(path);
	} catch (error) {
		if (hasCode(error, "ENOENT")) return null;
		throw error;
	}
}

async function writeDurably(path: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
	const file = await open(path, "wx", 0o600);
	try {
		for await (const chunk of chunks) await file.writeFile(chunk);
		await file.sync();
	} finally {
		await file.close();
	}
}

async function syncFolder(path: string): Promise<void> {
	const folder = await open(path, "r");
	try {
		await folder.sync();
	} finally {
		await folder.close();
	}
}

/** Opens on the first pull, so that a reader who never begins holds nothing. */
async function* readChunks(path: string, range: ByteRange | null): AsyncGenerator<Uint8Array> {
	if (range === null) return;
	const file = await open(path, "r");
	try {
		for (let position = range.start; position <= range.end; ) {
			const chunk = await readAt(file, position, Math.min(CHUNK_BYTES, range.end - position + 1));
			position += chunk.byteLength;
			yield chunk;
		}
	} finally {
		await file.close();
	}
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Uint8Array> {
	const { bytesRead, buffer } = await file.read(Buffer.allocUnsafeSlow(length), 0, length, position);
	if (bytesRead === 0) throw new Error("A stored file is shorter than it was.");
	return buffer.subarray(0, bytesRead);
}

async function listFolder(
	root: string,
	kind: MediaKind,
	page: Parameters<MediaStore["list"]>[1],
): Promise<readonly StoredObject[]> {
	const keys = (await readdir(join(root, kind))).flatMap((name) => readMediaKey(kind, name) ?? []).sort();
	const rest = page.after === null ? keys : keys.filter((key) => page.after !== null && key > page.after);
	const objects: StoredObject[] = [];
	for (const key of rest) {
		if (objects.length === page.limit) break;
		const found = await statOrNull(join(root, key));
		if (found) objects.push({ key, bytes: found.size, storedAtMs: Math.floor(found.mtimeMs) });
	}
	return objects;
}

async function sweepFolder(folder: string, writtenBeforeMs: number): Promise<number> {
	let removed = 0;
	for (const name of await readdir(folder)) {
		const path = join(folder, name);
		const found = await statOrNull(path);
		if (!found || found.mtimeMs >= writtenBeforeMs) continue;
		await rm(path, { force: true });
		removed += 1;
	}
	return removed;
}
