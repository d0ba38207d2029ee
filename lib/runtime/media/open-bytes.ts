import "server-only";
import type { MediaKey, MediaStore } from "@/lib/ports/media-store";
import { give } from "@/lib/runtime/media/give";
import { type OpenBytes, openFile } from "@/lib/runtime/media/open-file";

/** `null` where nothing is stored under the key. */
export async function openBytes(media: MediaStore, key: MediaKey): Promise<OpenBytes | null> {
	const path = media.path(key);
	return path === null ? openObject(media, key) : openFile(path);
}

async function openObject(media: MediaStore, key: MediaKey): Promise<OpenBytes | null> {
	const stored = await media.head(key);
	if (!stored) return null;
	return {
		size: stored.bytes,
		async send(range, response) {
			const chunks = await media.read(key, range);
			if (!chunks) throw new Error("A stored object vanished between two looks.");
			for await (const chunk of chunks) if (!(await give(response, chunk))) return;
			response.end();
		},
		close() {},
	};
}
