import { mkdirSync, mkdtempSync } from "node:fs";
import { join } from "node:path";
import { afterAll } from "vitest";
import type { ImageRefiner } from "@/lib/ports/image-refiner";
import { createImageRefiner } from "@/lib/storage/images/image-refiner";
import { bundleEntries } from "../../../lib/cli/bundle.mjs";
import { removeDir } from "../../support/temp-dir";

export interface BuiltRefiner {
	readonly refiner: ImageRefiner;
	readonly script: string;
}

/** The decoding process as the build makes it; ended and removed with the test file. */
export async function buildRefiner(): Promise<BuiltRefiner> {
	const cache = join(process.cwd(), "node_modules", ".cache", "storyreel");
	mkdirSync(cache, { recursive: true });
	const directory = mkdtempSync(join(cache, "images-"));
	await bundleEntries({ images: join(process.cwd(), "lib/children/images.ts") }, directory);
	const script = join(directory, "images.mjs");
	const refiner = createImageRefiner(script);
	afterAll(async () => {
		await refiner.close();
		removeDir(directory);
	});
	return { refiner, script };
}
