import { join } from "node:path";
import type { ImageRefiner } from "@/lib/ports/image-refiner";
import type { RemoteFiles } from "@/lib/ports/remote-files";
import { openLimiter } from "@/lib/runtime/limits";
import type { Has } from "@/lib/services/doors";
import { openMediaFiles } from "@/lib/storage/media/media-files";
import { START_MS } from "../../engine/support/engine";
import { TestClock } from "../../engine/support/test-clock";
import type { Bench } from "../../storage/support/bench";
import { testDir } from "../../support/test-dir";

export type Darkroom = Has<"images" | "media" | "refiner" | "files" | "limiter"> & { readonly clock: TestClock };

const NOWHERE: RemoteFiles = {
	async open() {
		return { kind: "refused", sentence: "No address is fetched here." };
	},
};

/** What the image services work with: real stores and the real decoder. */
export function openDarkroom(bench: Bench, refiner: ImageRefiner, files: RemoteFiles = NOWHERE): Darkroom {
	const media = openMediaFiles(join(testDir(), "media"), async () => {});
	const limiter = openLimiter({ scale: 1, databaseUrl: null, onProblem: () => {} });
	return { images: bench.stores.images, media, refiner, files, limiter, clock: new TestClock(START_MS) };
}
