import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod/mini";
import { createSurface } from "@/lib/children/animatic/picture/paint/surface";
import { sceneShot } from "@/lib/children/animatic/picture/shot-picture";
import { type Ratio, ratioSchema } from "@/lib/domain/draft";
import { planOf, small } from "./picture/film-of";

/**
 * Stills without a word on them, for somebody else to name: place, hour, weather, who is there.
 * node lib/cli/run-entry.mjs tests/animatic/blind-set.ts tests/animatic/blind/first.json <folder>
 */
const setSchema = z.array(z.object({ words: z.string(), ratio: z.optional(ratioSchema) }));
const WIDTH = 640;
const SECONDS_IN = 1.6;

function still(words: string, ratio: Ratio): Buffer {
	const plan = planOf(words, { ratio });
	const { width, height } = small(plan, WIDTH * Math.min(1, plan.height / plan.width));
	const { canvas, ctx } = createSurface(width, height, true);
	for (const shot of plan.shots) sceneShot({ ...plan, width, height }, shot).draw(ctx, SECONDS_IN);
	return canvas.toBuffer("image/png");
}

const [set, folder] = process.argv.slice(2);
if (!set || !folder) throw new Error("Say which set, and into which folder.");
await mkdir(folder, { recursive: true });
const wishes = setSchema.parse(JSON.parse(await readFile(set, "utf8")));
for (const [nth, { words, ratio }] of wishes.entries()) {
	await writeFile(join(folder, `${String(nth + 1).padStart(2, "0")}.png`), still(words, ratio ?? "16:9"));
}
