import { mkdirSync, mkdtempSync } from "node:fs";
import { join } from "node:path";
import { afterAll } from "vitest";
import type { ImageRefiner, RefineAnswer, RefineAsk } from "@/lib/ports/image-refiner";
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

export async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
	yield bytes;
}

/** What the refiner answers, and what it gave to keep. */
export async function refineBytes(
	refiner: ImageRefiner,
	bytes: Buffer,
	ask: Partial<RefineAsk> & Pick<RefineAsk, "format">,
): Promise<{ readonly answer: RefineAnswer; readonly kept: Buffer }> {
	let kept: Buffer = Buffer.alloc(0);
	const whole = { backing: "#ffffff", crop: null, signal: new AbortController().signal, ...ask };
	const answer = await refiner.refine(inOnePiece(bytes), whole, async (_, refined) => {
		kept = await readAll(refined);
	});
	return { answer, kept };
}

export async function readAll(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
	const chunks: Uint8Array[] = [];
	for await (const chunk of source) chunks.push(chunk);
	return Buffer.concat(chunks);
}
