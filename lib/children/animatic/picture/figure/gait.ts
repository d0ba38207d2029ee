import { RUN_CYCLE_SECONDS, WALK_CYCLE_SECONDS } from "@/lib/domain/animatic-plan/gait-timing";
import type { FigureAction } from "@/lib/domain/animatic-plan/plan";
import type { ArmPose, LegPose, Pose } from "./skeleton";

const TURN = Math.PI * 2;
const wave = (phase: number) => Math.cos(TURN * phase);
const fraction = (value: number) => value - Math.floor(value);

/** A bump of height 1 around `centre` on the circle of phases. */
function bump(phase: number, centre: number, width: number): number {
	const distance = Math.abs(fraction(phase - centre + 0.5) - 0.5) / width;
	return distance >= 1 ? 0 : 0.5 + 0.5 * Math.cos(Math.PI * distance);
}

/** Straight lines between keys on the circle of phases. */
function along(keys: readonly (readonly [phase: number, value: number])[], phase: number): number {
	const at = fraction(phase);
	for (let nth = 0; nth + 1 < keys.length; nth++) {
		const [from, a] = keys[nth] ?? [0, 0];
		const [to, b] = keys[nth + 1] ?? [1, 0];
		if (at >= from && at <= to) return a + (b - a) * ((at - from) / (to - from || 1));
	}
	return keys.at(-1)?.[1] ?? 0;
}

const WALK_FOOT = [
	[0, 16],
	[0.09, 0],
	[0.38, 0],
	[0.58, -52],
	[0.7, -40],
	[0.86, 4],
	[1, 16],
] as const;

function walkLeg(phase: number): LegPose {
	return {
		thigh: 7 + 21 * wave(phase + 0.04),
		knee: 5 + 13 * bump(phase, 0.13, 0.14) + 54 * bump(phase, 0.71, 0.24),
		foot: along(WALK_FOOT, phase),
		splay: 0,
	};
}

const RUN_FOOT = [
	[0, 10],
	[0.08, 0],
	[0.2, 0],
	[0.38, -60],
	[0.6, -70],
	[0.85, -5],
	[1, 10],
] as const;

function runLeg(phase: number): LegPose {
	return {
		thigh: 15 + 40 * wave(phase + 0.1),
		knee: 22 + 18 * bump(phase, 0.14, 0.14) + 86 * bump(phase, 0.62, 0.3),
		foot: along(RUN_FOOT, phase),
		splay: 0,
	};
}

const STILL_LEG: LegPose = { thigh: 2, knee: 4, foot: 0, splay: 3 };
const STILL_ARM: ArmPose = { swing: 3, out: 9, elbow: 12 };

const STILL: Pose = {
	left: STILL_LEG,
	right: { ...STILL_LEG, thigh: -2 },
	leftArm: STILL_ARM,
	rightArm: STILL_ARM,
	lean: 1,
	tilt: 0,
	twist: 0,
	headTurn: 0,
	nod: 0,
	lift: 0,
	seat: null,
	breath: 0,
};

function walk(seconds: number, effort: number): Pose {
	const phase = seconds / (WALK_CYCLE_SECONDS / effort);
	return {
		...STILL,
		left: walkLeg(phase + 0.5),
		right: walkLeg(phase),
		leftArm: { swing: -2 - 19 * wave(phase + 0.5), out: 7, elbow: 16 - 9 * wave(phase + 0.5) },
		rightArm: { swing: -2 - 19 * wave(phase), out: 7, elbow: 16 - 9 * wave(phase) },
		lean: 4,
		tilt: 1.6 * Math.sin(TURN * phase),
		twist: 7 * wave(phase),
		nod: 1.2 * wave(phase * 2),
	};
}

function run(seconds: number): Pose {
	const phase = seconds / RUN_CYCLE_SECONDS;
	return {
		...STILL,
		left: runLeg(phase + 0.5),
		right: runLeg(phase),
		leftArm: { swing: -8 - 42 * wave(phase + 0.5), out: 12, elbow: 84 },
		rightArm: { swing: -8 - 42 * wave(phase), out: 12, elbow: 84 },
		lean: 13,
		tilt: 2 * Math.sin(TURN * phase),
		twist: 12 * wave(phase),
		lift: 0.028 * Math.max(0, -wave(phase * 2 - 0.16)),
	};
}

function stand(seconds: number, seed: number): Pose {
	const breath = Math.sin(seconds * 1.6 + seed);
	const shift = Math.sin(seconds * 0.42 + seed * 2);
	return {
		...STILL,
		left: { ...STILL_LEG, splay: 3 + shift },
		leftArm: { swing: 4 + shift * 2, out: 9 + breath, elbow: 14 },
		rightArm: { swing: 2 - shift * 2, out: 9 + breath, elbow: 12 },
		tilt: shift * 1.2,
		nod: 2 * Math.sin(seconds * 0.7 + seed),
		headTurn: 7 * Math.sin(seconds * 0.5 + seed * 3),
		breath,
	};
}

function speak(seconds: number, seed: number): Pose {
	const calm = stand(seconds, seed);
	const beat = Math.max(0, Math.sin(seconds * 2.3 + seed)) ** 2;
	const other = Math.max(0, Math.sin(seconds * 1.4 + seed + 2)) ** 2;
	return {
		...calm,
		leftArm: { swing: 12 + 14 * beat, out: 12 + 4 * beat, elbow: 46 + 42 * beat },
		rightArm: { swing: 6 + 8 * other, out: 10, elbow: 22 + 40 * other },
		nod: 3 + 3 * Math.sin(seconds * 3.1 + seed),
		lean: 3,
	};
}

function sit(seconds: number, seed: number): Pose {
	const calm = stand(seconds, seed);
	const leg: LegPose = { thigh: 86, knee: 88, foot: 0, splay: 6 };
	return {
		...calm,
		left: leg,
		right: { ...leg, thigh: 83, knee: 80 },
		leftArm: { swing: 26, out: 10, elbow: 58 },
		rightArm: { swing: 22, out: 10, elbow: 64 },
		lean: 4,
		tilt: 0,
		seat: 0.285,
	};
}

function dance(seconds: number, seed: number): Pose {
	const beat = seconds * 1.05 + seed * 0.37;
	const [a, b] = [Math.sin(TURN * beat), Math.sin(Math.PI * beat)];
	return {
		...STILL,
		left: { thigh: 10 + 26 * Math.max(0, b), knee: 14 + 46 * Math.max(0, b), foot: -12 * Math.max(0, b), splay: 8 },
		right: { thigh: 10 + 26 * Math.max(0, -b), knee: 14 + 46 * Math.max(0, -b), foot: -12 * Math.max(0, -b), splay: 8 },
		leftArm: { swing: 20 + 30 * a, out: 108 + 40 * b, elbow: 34 + 20 * a },
		rightArm: { swing: 20 - 30 * a, out: 108 - 40 * b, elbow: 34 - 20 * a },
		lean: 2,
		tilt: 7 * b,
		twist: 16 * a,
		headTurn: 14 * b,
		lift: 0.018 * Math.abs(a),
	};
}

function greet(seconds: number, seed: number): Pose {
	return { ...stand(seconds, seed), leftArm: { swing: 4, out: 152 + 13 * Math.sin(seconds * 7), elbow: 20 }, nod: -2 };
}

function look(seconds: number, seed: number): Pose {
	const calm = stand(seconds, seed);
	return { ...calm, leftArm: { swing: 3, out: 8, elbow: 8 }, nod: -7, headTurn: 5 * Math.sin(seconds * 0.4 + seed) };
}

export function poseOf(action: FigureAction, seconds: number, seed: number, effort = 1): Pose {
	switch (action) {
		case "walk":
			return walk(seconds, effort);
		case "run":
			return run(seconds);
		case "sit":
			return sit(seconds, seed);
		case "speak":
			return speak(seconds, seed);
		case "dance":
			return dance(seconds, seed);
		case "wave":
			return greet(seconds, seed);
		case "look":
			return look(seconds, seed);
		case "turn":
		case "stand":
			return stand(seconds, seed);
	}
}

/** Heights travelled in a second, so that the foot on the ground stays where it is. */
export const WALK_SPEED = 0.65;
export const RUN_SPEED = 1.5;
