import { createHash } from "node:crypto";
import { imageIdSchema } from "@/lib/domain/ids";
import type { Storage } from "@/lib/storage/open-storage";
import { collect, inChunks, makeBytes, measure } from "../storage/contract/bytes";
import type { Subject } from "./subject";

const OBJECTS = 12;

function keyOf(number: number) {
	const name = createHash("sha256")
		.update(`object ${number % OBJECTS}`)
		.digest("hex");
	return `image/${imageIdSchema.parse(name)}` as const;
}

/** A few objects that are written again and again, each whole, or as before, or gone. */
export function mediaSubject({ media }: Storage): Subject {
	const limits = { maxBytes: 10_000_000, signal: new AbortController().signal };
	let seed = Date.now();
	return {
		store: "media on disk",
		async write(commit) {
			seed += 1;
			const key = keyOf(seed);
			const bytes = makeBytes(1 + ((seed * 7_919) % 150_000), seed);
			await commit(key, JSON.stringify(measure(bytes)), () => media.put(key, inChunks(bytes, 64_000), limits));
			if (seed % 5 === 0) await commit(key, null, () => media.delete(key));
		},
		async read(text) {
			const key = Array.from({ length: OBJECTS }, (_, number) => keyOf(number)).find((each) => each === text);
			const found = key ? await collect(await media.read(key, null)) : null;
			return found && JSON.stringify(found);
		},
	};
}
