import type { AnimaticPlan, PlannedShot } from "@/lib/domain/animatic-plan/plan";
import { between, chanceFrom } from "../../picture/paint/chance";
import { reverberate } from "../signal/reverb";
import { addPanned } from "../signal/scatter";
import { mixInto, peak, scale } from "../signal/shape";
import { type Stereo, silence, toSamples } from "../stereo";
import { ACCENTS } from "./accents";

/** Of full scale, before the whole is brought to its loudness. */
const LOUDEST = 0.22;
const ROOM = { seconds: 0.7, damping: 0.35 };
const ROOM_SHARE = 0.18;

function walkerPan({ figures }: PlannedShot): number {
	const walker = figures.find(({ action }) => action === "walk" || action === "run");
	return walker ? (walker.place - 0.5) * 0.8 : 0;
}

/** Every single sound at its moment and on its side, in a little room. */
export function placeAccents(plan: AnimaticPlan): Stereo {
	const dry = silence(toSamples(plan.seconds));
	for (const shot of plan.shots) {
		const chance = chanceFrom(shot.seed ^ 0x2c1b3c6d);
		const shotSeconds = shot.startFrame / plan.fps;
		for (const { kind, atSeconds, level } of shot.sound.accents) {
			const sound = ACCENTS[kind](chance);
			const pan = kind === "footsteps" ? walkerPan(shot) : between(chance, -0.4, 0.4);
			const softer = kind === "footsteps" ? between(chance, 0.75, 1) : 1;
			scale(sound, (LOUDEST * level * softer) / Math.max(peak(sound), 1e-6));
			addPanned(dry, sound, toSamples(shotSeconds + atSeconds), pan);
		}
	}
	const sent = mixInto(dry.left.slice(), [dry.right, 1]);
	const wet = reverberate(sent, ROOM);
	return { left: mixInto(dry.left, [wet.left, ROOM_SHARE]), right: mixInto(dry.right, [wet.right, ROOM_SHARE]) };
}
