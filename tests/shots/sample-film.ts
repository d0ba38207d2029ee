import { writeFile } from "node:fs/promises";
import { createCanvas } from "@napi-rs/canvas";
import { SAMPLE_DRAFT } from "@/components/playground/sample-draft";
import { lightFor } from "@/lib/children/animatic/picture/light/light";
import { css } from "@/lib/children/animatic/picture/paint/colour";
import { createSurface } from "@/lib/children/animatic/picture/paint/surface";
import { sceneShot } from "@/lib/children/animatic/picture/shot-picture";
import { makeSoundtrack } from "@/lib/children/animatic/sound/make-soundtrack";
import type { AnimaticPlan, PlannedShot } from "@/lib/domain/animatic-plan/plan";
import { planAnimatic } from "@/lib/domain/animatic-plan/plan-animatic";

/**
 * What the empty screen shows of its sample: a still of every shot, as the animatic draws it, and the outline of its
 * sound. `npm run sample`, after the sample's words or the animatic's looks have changed.
 */
const FOLDER = "public/samples/film";
const STILL = { width: 800, height: 450 } as const;
/** How far into each shot its still is taken: when everybody stands where they stand out. */
const STILLS_AT = [0.62, 0.62, 0.3] as const;
const BARS = 200;
const SOUND = { width: BARS * 3, height: 60 } as const;

function drawStill(plan: AnimaticPlan, shot: PlannedShot): Buffer {
	const surface = createSurface(plan.width, plan.height);
	surface.ctx.fillStyle = css(lightFor(shot).haze);
	surface.ctx.fillRect(0, 0, plan.width, plan.height);
	sceneShot(plan, shot).draw(surface.ctx, (shot.frames / plan.fps) * (STILLS_AT[shot.index] ?? 0.5));
	const still = createCanvas(STILL.width, STILL.height);
	still.getContext("2d").drawImage(surface.canvas, 0, 0, STILL.width, STILL.height);
	return still.toBuffer("image/jpeg", 80);
}

/** One bar for each of equal steps, as tall as its loudest moment; black, since the page uses it as a mask. */
function drawSound({ left }: { readonly left: Float32Array }): string {
	const step = left.length / BARS;
	const peaks = Array.from({ length: BARS }, (_, nth) =>
		left.subarray(nth * step, (nth + 1) * step).reduce((loudest, value) => Math.max(loudest, Math.abs(value)), 0),
	);
	const loudest = Math.max(...peaks);
	const path = peaks.map((peak, nth) => {
		const half = Math.max(0.5, ((peak / loudest) * SOUND.height) / 2);
		return `M${nth * 3 + 1} ${(SOUND.height / 2 - half).toFixed(1)}v${(half * 2).toFixed(1)}`;
	});
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SOUND.width} ${SOUND.height}" preserveAspectRatio="none"><title>The sound of the sample</title><path d="${path.join("")}" stroke="#000" stroke-width="2"/></svg>\n`;
}

const plan = planAnimatic(SAMPLE_DRAFT);
for (const shot of plan.shots) await writeFile(`${FOLDER}/shot-${shot.index + 1}.jpg`, drawStill(plan, shot));
await writeFile(`${FOLDER}/sound.svg`, drawSound(await makeSoundtrack(plan)));
