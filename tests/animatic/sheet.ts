import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Canvas, createCanvas } from "@napi-rs/canvas";
import { createSurface } from "@/lib/children/animatic/picture/paint/surface";
import { SCENE_BUILDERS } from "@/lib/children/animatic/picture/scenes/scene-builders";
import { sceneShot } from "@/lib/children/animatic/picture/shot-picture";
import type { PlannedShot, SceneKind, TimeOfDay } from "@/lib/domain/animatic-plan/plan";
import type { Ratio } from "@/lib/domain/draft";
import { planOf, RATIOS, small } from "./picture/film-of";

/**
 * The scenes of the animatic to look at. `npm run scenes` makes the README's picture; `npm run scenes <folder>` every
 * scene at every hour, a sheet for each ratio.
 */
const TIMES: readonly TimeOfDay[] = ["dawn", "day", "dusk", "night"];
const SCENES = Object.keys(SCENE_BUILDERS).filter((kind): kind is SceneKind => kind in SCENE_BUILDERS);
const SHORT_SIDE = 216;
const SECONDS_IN = 1.5;
const GAP = 6;

/** One for each scene, every hour and every weather among them. */
const SHOWN = [
	"a hiker in a red jacket stands on a mountain at dawn",
	"a sailboat on the ocean at sunset",
	"a corgi runs on the beach at noon",
	"a man in a grey coat and hat looks at the city at night",
	"a woman with a yellow umbrella stands in the street in the rain by day",
	"a woman in a red coat walks in an alley at night",
	"two friends talk on a rooftop at sunset",
	"a deer stands in a misty forest at dawn",
	"a horse gallops through a meadow at noon",
	"an astronaut walks across a red desert at sunset",
	"an astronaut drifts in space",
	"a detective sits in an office at night, rain",
	"a cat sleeps in the living room in the evening",
	"a ballerina dances on stage",
	"a whale in the deep sea",
	"a bear walks in a snowy forest by day, snow falling",
	"a storm over the ocean at night, lightning, a lighthouse",
	"three lions in the savannah at dusk",
] as const;
const SHOWN_COLUMNS = 3;
const SHOWN_SHORT_SIDE = 228;

function still(words: string, ratio: Ratio, shortSide: number, change: Partial<PlannedShot> = {}): Canvas {
	const plan = small(planOf(words, { ratio }), shortSide);
	const { canvas, ctx } = createSurface(plan.width, plan.height, true);
	for (const shot of plan.shots) sceneShot(plan, { ...shot, ...change }).draw(ctx, SECONDS_IN);
	return canvas;
}

function together(stills: readonly Canvas[], columns: number): Canvas {
	const [{ width, height } = { width: 0, height: 0 }] = stills;
	const rows = Math.ceil(stills.length / columns);
	const sheet = createCanvas(columns * (width + GAP) - GAP, rows * (height + GAP) - GAP);
	const ctx = sheet.getContext("2d");
	ctx.fillStyle = "#0b0c10";
	ctx.fillRect(0, 0, sheet.width, sheet.height);
	for (const [nth, picture] of stills.entries())
		ctx.drawImage(picture, (nth % columns) * (width + GAP), Math.floor(nth / columns) * (height + GAP));
	return sheet;
}

function everyHour(ratio: Ratio): Canvas {
	const stills = SCENES.flatMap((scene) =>
		TIMES.map((time) => still("a woman in a red coat walks", ratio, SHORT_SIDE, { scene, time })),
	);
	return together(stills, TIMES.length * (ratio === "9:16" ? 4 : 2));
}

const folder = process.argv[2];
if (folder) {
	await mkdir(folder, { recursive: true });
	for (const ratio of RATIOS) {
		const path = join(folder, `scenes-${ratio.replace(":", "x")}.png`);
		await writeFile(path, everyHour(ratio).toBuffer("image/png"));
	}
} else {
	const stills = SHOWN.map((words) => still(words, "16:9", SHOWN_SHORT_SIDE));
	await writeFile("public/readme/scenes.jpg", together(stills, SHOWN_COLUMNS).toBuffer("image/jpeg", 84));
}
