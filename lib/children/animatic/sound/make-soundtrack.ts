import type { AnimaticPlan } from "@/lib/domain/animatic-plan/plan";
import { placeAccents } from "./accents/place-accents";
import { playAmbience } from "./ambience/play-ambience";
import { playBed } from "./bed/play-bed";
import { duck } from "./mix/duck";
import { master } from "./mix/master";
import { mixInto, shape } from "./signal/shape";
import { sayLines } from "./speech/say-lines";
import type { Stereo } from "./stereo";

const EDGE_SECONDS = 0.04;

/** Everything that is heard, as long as the film to the sample. */
export async function makeSoundtrack(plan: AnimaticPlan): Promise<Stereo> {
	const sound = playAmbience(plan);
	const bed = playBed(plan);
	const accents = placeAccents(plan);
	mixInto(sound.left, [bed.left, 1], [accents.left, 1]);
	mixInto(sound.right, [bed.right, 1], [accents.right, 1]);
	const speech = await sayLines(plan);
	duck(sound, speech);
	mixInto(sound.left, [speech.samples, 1]);
	mixInto(sound.right, [speech.samples, 1]);
	for (const channel of [sound.left, sound.right]) {
		shape(channel, (t) => Math.min(1, t / EDGE_SECONDS, Math.max(0, plan.seconds - t) / EDGE_SECONDS));
	}
	master(sound);
	return sound;
}
