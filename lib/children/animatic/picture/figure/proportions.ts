import type { Figure } from "@/lib/domain/animatic-plan/plan";
import type { Proportions } from "./skeleton";

const ADULT: Proportions = {
	thigh: 0.245,
	shin: 0.225,
	foot: 0.092,
	trunk: 0.305,
	neck: 0.04,
	head: 0.134,
	upperArm: 0.168,
	foreArm: 0.142,
	shoulders: 0.098,
	hips: 0.078,
};

export const PROPORTIONS: Readonly<Record<Figure["build"], Proportions>> = {
	woman: { ...ADULT, shoulders: 0.087, hips: 0.082, thigh: 0.25, trunk: 0.298, neck: 0.046, head: 0.13 },
	man: { ...ADULT, shoulders: 0.11, hips: 0.076 },
	anyone: ADULT,
	child: {
		thigh: 0.2,
		shin: 0.185,
		foot: 0.1,
		trunk: 0.31,
		neck: 0.03,
		head: 0.21,
		upperArm: 0.145,
		foreArm: 0.125,
		shoulders: 0.1,
		hips: 0.082,
	},
	astronaut: {
		...ADULT,
		thigh: 0.22,
		shin: 0.205,
		foot: 0.1,
		shoulders: 0.125,
		hips: 0.1,
		head: 0.19,
		neck: 0.004,
		trunk: 0.325,
	},
	robot: { ...ADULT, shoulders: 0.125, hips: 0.08, head: 0.135, neck: 0.045, trunk: 0.3, thigh: 0.235 },
};

/** A child is drawn to its own height; everything else about its body is in its proportions. */
export const STATURE: Readonly<Record<Figure["build"], number>> = {
	woman: 0.96,
	man: 1.02,
	anyone: 1,
	child: 0.64,
	astronaut: 1.06,
	robot: 1.06,
};
