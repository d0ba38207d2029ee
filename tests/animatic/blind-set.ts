import { writeFile } from "node:fs/promises";
import { createCanvas } from "@napi-rs/canvas";
import { chanceFrom, pick } from "@/lib/children/animatic/picture/paint/chance";
import { createSurface } from "@/lib/children/animatic/picture/paint/surface";
import { sceneShot } from "@/lib/children/animatic/picture/shot-picture";
import { planOf, small } from "./picture/film-of";

/**
 * Stills without a word on them, for somebody else to name: place, hour, weather, who is there. Bundle like the sheet,
 * then run with the PNG's path and a number to draw lots by; the answers are printed.
 */
const PLACES = [
	"a mountain",
	"the open ocean",
	"a beach",
	"a city riverside",
	"a street",
	"a narrow alley",
	"a rooftop",
	"a forest",
	"a meadow",
	"a desert",
	"an office",
	"a living room",
	"a theatre stage",
] as const;
const HOURS = ["at dawn", "by day", "at dusk", "at night"] as const;
const WEATHERS = ["", "", "", "in the rain", "in falling snow", "in fog", "in a thunderstorm"] as const;
const SUBJECTS = [
	"a woman in a red hat walks",
	"a man in a grey coat stands",
	"two people talk",
	"a child runs",
	"an astronaut walks",
	"a robot waves",
	"a dog runs",
	"a cat sits",
	"a horse gallops",
	"a deer stands",
	"a fox walks",
	"a girl dances",
	"an old man sits",
	"a corgi runs",
	"a woman with an umbrella walks",
	"nobody",
] as const;
const COUNT = 32;
const COLUMNS = 4;
const SHORT_SIDE = 300;

const [path, lots] = process.argv.slice(2);
if (!path) throw new Error("Say where the PNG goes.");
const chance = chanceFrom(Number(lots ?? 1));
const cell = Math.round((SHORT_SIDE * 16) / 9);
const sheet = createCanvas(COLUMNS * cell, (COUNT / COLUMNS) * cell);
for (let nth = 0; nth < COUNT; nth++) {
	const words = [pick(chance, SUBJECTS), pick(chance, PLACES), pick(chance, HOURS), pick(chance, WEATHERS)]
		.join(", ")
		.replace("nobody, ", "");
	const ratio = nth % 4 === 3 ? pick(chance, ["9:16", "1:1"] as const) : "16:9";
	const plan = small(planOf(words, { ratio }), SHORT_SIDE);
	const { canvas, ctx } = createSurface(plan.width, plan.height, true);
	for (const shot of plan.shots) sceneShot(plan, shot).draw(ctx, 1.4);
	sheet.getContext("2d").drawImage(canvas, (nth % COLUMNS) * cell, Math.floor(nth / COLUMNS) * cell);
	process.stdout.write(`${nth + 1}. ${words}\n`);
}
await writeFile(path, sheet.toBuffer("image/png"));
