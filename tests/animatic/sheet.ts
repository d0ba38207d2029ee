import { writeFile } from "node:fs/promises";
import { createCanvas } from "@napi-rs/canvas";
import { createPainter } from "@/lib/children/animatic/picture/painter";
import { SCENE_BUILDERS } from "@/lib/children/animatic/picture/scenes/scene-builders";
import type { AnimaticPlan, PlannedShot, TimeOfDay } from "@/lib/domain/animatic-plan/plan";
import { planOf, RATIOS, small } from "./picture/film-of";

/**
 * Every scene at every hour in every ratio, as one picture to look at. Bundle it, then run it with the PNG's path:
 * npx esbuild tests/animatic/sheet.ts --bundle --platform=node --format=esm --packages=external --outfile=sheet.mjs
 */
const TIMES: readonly TimeOfDay[] = ["dawn", "day", "dusk", "night"];
const SHORT_SIDE = 216;
const GAP = 4;

function at(plan: AnimaticPlan, shot: Partial<PlannedShot>): AnimaticPlan {
	return { ...plan, shots: plan.shots.map((each) => ({ ...each, ...shot })) };
}

async function main(path: string): Promise<void> {
	const scenes = Object.keys(SCENE_BUILDERS).filter(
		(kind): kind is keyof typeof SCENE_BUILDERS => kind in SCENE_BUILDERS,
	);
	const widths = RATIOS.map((ratio) => small(planOf("", { ratio }), SHORT_SIDE).width);
	const rowWidth = TIMES.length * widths.reduce((sum, width) => sum + width + GAP, 0);
	const rowHeight = Math.max(...RATIOS.map((ratio) => small(planOf("", { ratio }), SHORT_SIDE).height));
	const sheet = createCanvas(rowWidth, scenes.length * (rowHeight + GAP));
	const ctx = sheet.getContext("2d");
	for (const [row, scene] of scenes.entries()) {
		let x = 0;
		for (const time of TIMES) {
			for (const ratio of RATIOS) {
				const plan = at(small(planOf("a woman in a red coat", { ratio }), SHORT_SIDE), {
					scene,
					time,
					caption: `${scene}, ${time}`,
				});
				const painter = await createPainter(plan, { image: null });
				ctx.drawImage(painter.draw(36), x, row * (rowHeight + GAP));
				x += plan.width + GAP;
			}
		}
	}
	await writeFile(path, sheet.toBuffer("image/png"));
}

const target = process.argv[2];
if (!target) throw new Error("Say where the PNG goes.");
await main(target);
