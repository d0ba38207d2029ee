import type { MoveKind } from "../animatic-plan/plan";

export interface CameraChip {
	readonly kind: MoveKind;
	readonly label: string;
	readonly words: string;
}

export const CAMERA_CHIPS: readonly CameraChip[] = [
	{ kind: "push-in", label: "Push in", words: "slow push-in" },
	{ kind: "pull-out", label: "Pull out", words: "slow pull-out" },
	{ kind: "pan-left", label: "Pan left", words: "the camera pans left" },
	{ kind: "pan-right", label: "Pan right", words: "the camera pans right" },
	{ kind: "tilt-up", label: "Tilt up", words: "the camera tilts up" },
	{ kind: "tilt-down", label: "Tilt down", words: "the camera tilts down" },
	{ kind: "orbit", label: "Orbit", words: "slow orbit around the subject" },
	{ kind: "crane-up", label: "Crane up", words: "the camera cranes up" },
	{ kind: "crane-down", label: "Crane down", words: "the camera cranes down" },
	{ kind: "dolly", label: "Follow", words: "tracking shot" },
	{ kind: "truck-left", label: "Truck left", words: "the camera trucks left" },
	{ kind: "truck-right", label: "Truck right", words: "the camera trucks right" },
	{ kind: "whip-pan", label: "Whip pan", words: "fast whip pan" },
	{ kind: "aerial", label: "Aerial", words: "aerial drone shot" },
	{ kind: "handheld", label: "Handheld", words: "handheld camera" },
	{ kind: "locked-off", label: "Locked off", words: "static shot, no camera movement" },
];
