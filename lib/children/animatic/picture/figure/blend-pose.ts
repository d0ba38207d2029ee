import type { ArmPose, LegPose, Pose } from "./skeleton";

const between = (a: number, b: number, share: number) => a + (b - a) * share;

function blendLeg(a: LegPose, b: LegPose, share: number): LegPose {
	return {
		thigh: between(a.thigh, b.thigh, share),
		knee: between(a.knee, b.knee, share),
		foot: between(a.foot, b.foot, share),
		splay: between(a.splay, b.splay, share),
	};
}

function blendArm(a: ArmPose, b: ArmPose, share: number): ArmPose {
	return {
		swing: between(a.swing, b.swing, share),
		out: between(a.out, b.out, share),
		elbow: between(a.elbow, b.elbow, share),
	};
}

export function blendPose(a: Pose, b: Pose, share: number): Pose {
	if (share <= 0) return a;
	if (share >= 1) return b;
	return {
		left: blendLeg(a.left, b.left, share),
		right: blendLeg(a.right, b.right, share),
		leftArm: blendArm(a.leftArm, b.leftArm, share),
		rightArm: blendArm(a.rightArm, b.rightArm, share),
		lean: between(a.lean, b.lean, share),
		tilt: between(a.tilt, b.tilt, share),
		twist: between(a.twist, b.twist, share),
		headTurn: between(a.headTurn, b.headTurn, share),
		nod: between(a.nod, b.nod, share),
		lift: between(a.lift, b.lift, share),
		seat: b.seat,
		breath: between(a.breath, b.breath, share),
	};
}
