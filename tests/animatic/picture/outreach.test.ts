import { createCanvas } from "@napi-rs/canvas";
import { expect, test } from "vitest";
import { standingAt } from "@/lib/children/animatic/picture/actors/staging";
import { stageOf } from "@/lib/children/animatic/picture/camera/stage";
import { drawPerson } from "@/lib/children/animatic/picture/figure/body";
import { costumeOf } from "@/lib/children/animatic/picture/figure/costume";
import { outreach } from "@/lib/children/animatic/picture/figure/outreach";
import { PROPORTIONS, STATURE } from "@/lib/children/animatic/picture/figure/proportions";
import { standUp, viewFrom } from "@/lib/children/animatic/picture/figure/skeleton";
import { lightFor } from "@/lib/children/animatic/picture/light/light";
import { SCENE_BUILDERS } from "@/lib/children/animatic/picture/scenes/scene-builders";
import { planOf } from "./film-of";

const [SIDE, HEIGHT] = [400, 200];
const [FOOT_X, FOOT_Y] = [200, 300];

/** Pixels painted outside of what the body is said to cover. */
function strayInk(words: string, seconds: number): number {
	const [shot] = planOf(words).shots;
	const figure = shot?.figures[0];
	if (!shot || !figure) throw new Error(`Nobody is seen in: ${words}`);
	const stage = stageOf(160, 90);
	const { ground } = SCENE_BUILDERS[shot.scene]({ stage, light: lightFor(shot), shot, seed: shot.seed });
	const { pose, yaw, speed } = standingAt(
		{ figure, seed: 5, stature: STATURE[figure.build] },
		stage,
		ground,
		seconds,
		5,
	);
	const size = PROPORTIONS[figure.build];
	const [view, bones] = [viewFrom(yaw), standUp(pose, size)];
	const canvas = createCanvas(SIDE, SIDE);
	const ctx = canvas.getContext("2d");
	ctx.setTransform(HEIGHT, 0, 0, HEIGHT, FOOT_X, FOOT_Y);
	drawPerson({ ctx, view, bones, pose, size, costume: costumeOf(figure), mouth: 1, seconds, speed });
	const { across, up, down } = outreach(view, bones, size);
	ctx.clearRect(-across, -up, 2 * across, up + down);
	return canvas.data().reduce((sum, value) => sum + (value > 0 ? 1 : 0), 0);
}

test.each([
	"a woman in a red coat walks along a street",
	"a man in a fedora runs on a beach",
	"a woman in a long dress and a sun hat dances on a stage",
	"a child in a beanie waves on a rooftop",
	"a girl with long hair turns in a forest",
	'an old man says: "Good evening."',
])("nothing of a person is drawn outside its outreach: %s", (words) => {
	for (const seconds of [0.2, 0.9, 1.7, 2.6, 3.9]) expect(strayInk(words, seconds), `at ${seconds} s`).toBe(0);
});
