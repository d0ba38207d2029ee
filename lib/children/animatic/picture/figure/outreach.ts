import type { Body } from "../actors/sprite-cut";
import type { Limb, Proportions, Skeleton, View } from "./skeleton";

/** Cloth and what a hand is wide. */
const AROUND_LIMBS = 0.085;
/** Hair, a hat's brim: in heads. */
const AROUND_HEAD = 1.05;

const jointsOf = ({ root, middle, end, tip }: Limb) => [root, middle, end, tip];

/** All that a person without things in hand covers in this pose, around the point it stands on. */
export function outreach(view: View, { hip, head, legs, arms }: Skeleton, size: Proportions): Body {
	const joints = [hip, ...[...legs, ...arms].flatMap(jointsOf)];
	const brim = size.head * AROUND_HEAD;
	const xs = joints.map((joint) => Math.abs(view.x(joint)));
	const ys = joints.map(view.y);
	return {
		across: Math.max(Math.abs(view.x(head)) + brim, Math.max(...xs) + AROUND_LIMBS),
		up: Math.max(brim - view.y(head), AROUND_LIMBS - Math.min(...ys)),
		down: Math.max(...ys) + AROUND_LIMBS,
	};
}
