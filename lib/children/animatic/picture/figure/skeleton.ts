/** A body in units of its standing height: x to its left, y up, z forward. */
export interface Joint {
	readonly x: number;
	readonly y: number;
	readonly z: number;
}

export interface LegPose {
	/** Degrees the thigh points forward of straight down, and the knee bends. */
	readonly thigh: number;
	readonly knee: number;
	/** Degrees the toes point up. */
	readonly foot: number;
	readonly splay: number;
}

export interface ArmPose {
	readonly swing: number;
	/** Degrees out to the side. */
	readonly out: number;
	readonly elbow: number;
}

export interface Pose {
	readonly left: LegPose;
	readonly right: LegPose;
	readonly leftArm: ArmPose;
	readonly rightArm: ArmPose;
	/** Degrees the trunk leans forward, and to its left. */
	readonly lean: number;
	readonly tilt: number;
	/** Degrees the shoulders turn against the hips. */
	readonly twist: number;
	readonly headTurn: number;
	readonly nod: number;
	/** How far both feet are off the ground, in heights. */
	readonly lift: number;
	/** Height of a seat, where one is sat on. */
	readonly seat: number | null;
	readonly breath: number;
}

export interface Proportions {
	readonly thigh: number;
	readonly shin: number;
	readonly foot: number;
	readonly trunk: number;
	readonly neck: number;
	readonly head: number;
	readonly upperArm: number;
	readonly foreArm: number;
	readonly shoulders: number;
	readonly hips: number;
}

export interface Skeleton {
	readonly hip: Joint;
	readonly chest: Joint;
	readonly neck: Joint;
	readonly head: Joint;
	readonly legs: readonly [Limb, Limb];
	readonly arms: readonly [Limb, Limb];
}

export interface Limb {
	readonly root: Joint;
	readonly middle: Joint;
	readonly end: Joint;
	readonly tip: Joint;
}

const rad = (degrees: number) => (degrees * Math.PI) / 180;

function legFrom(hip: Joint, side: number, pose: LegPose, p: Proportions): Limb {
	const root = { x: hip.x + side * p.hips * 0.52, y: hip.y, z: hip.z };
	const out = Math.sin(rad(pose.splay)) * side;
	const middle = {
		x: root.x + out * p.thigh,
		y: root.y - p.thigh * Math.cos(rad(pose.thigh)),
		z: root.z + p.thigh * Math.sin(rad(pose.thigh)),
	};
	const shin = pose.thigh - pose.knee;
	const end = {
		x: middle.x + out * p.shin * 0.3,
		y: middle.y - p.shin * Math.cos(rad(shin)),
		z: middle.z + p.shin * Math.sin(rad(shin)),
	};
	const tip = {
		x: end.x + side * p.foot * 0.16,
		y: end.y + p.foot * Math.sin(rad(pose.foot)) - 0.018,
		z: end.z + p.foot * Math.cos(rad(pose.foot)),
	};
	return { root, middle, end, tip };
}

/** A hanging arm turns in below the elbow, a raised one goes on up. */
function raised(out: number): number {
	const share = Math.max(0, Math.min(1, (out - rad(40)) / rad(75)));
	return share * share * (3 - 2 * share);
}

function armFrom(neck: Joint, side: number, pose: ArmPose, twist: number, p: Proportions): Limb {
	const turn = rad(twist);
	const root = {
		x: neck.x + side * p.shoulders * 0.93 * Math.cos(turn),
		y: neck.y - 0.036,
		z: neck.z - side * p.shoulders * Math.sin(turn),
	};
	const out = rad(pose.out);
	const swing = rad(pose.swing);
	const middle = {
		x: root.x + side * p.upperArm * Math.sin(out),
		y: root.y - p.upperArm * Math.cos(out) * Math.cos(swing),
		z: root.z + p.upperArm * Math.cos(out) * Math.sin(swing),
	};
	const bend = swing + rad(pose.elbow);
	const tuck = out * (0.35 + 0.72 * raised(out));
	const reach = (length: number, from: Joint): Joint => ({
		x: from.x + side * length * Math.sin(tuck),
		y: from.y - length * Math.cos(tuck) * Math.cos(bend),
		z: from.z + length * Math.cos(tuck) * Math.sin(bend),
	});
	const end = reach(p.foreArm, middle);
	return { root, middle, end, tip: reach(0.05, end) };
}

const SOLE = 0.028;

function lowest(limb: Limb): number {
	return Math.min(limb.end.y - SOLE - 0.012, limb.tip.y - SOLE * 0.35);
}

/** Stands the pose on the ground: hips come as high as the lower foot asks, which is what makes a walk bob. */
export function standUp(pose: Pose, p: Proportions): Skeleton {
	const start: Joint = { x: 0, y: 0, z: 0 };
	const reach = Math.min(lowest(legFrom(start, 1, pose.left, p)), lowest(legFrom(start, -1, pose.right, p)));
	const hip: Joint = { x: Math.sin(rad(pose.tilt)) * -0.02, y: pose.seat ?? -reach + pose.lift, z: 0 };
	const lean = rad(pose.lean);
	const tilt = rad(pose.tilt);
	const up = (length: number, from: Joint, bend = 1): Joint => ({
		x: from.x + length * Math.sin(tilt * bend),
		y: from.y + length * Math.cos(lean * bend) * Math.cos(tilt * bend),
		z: from.z + length * Math.sin(lean * bend),
	});
	const chest = up(p.trunk * 0.62, hip);
	const neck = up(p.trunk * (0.38 + pose.breath * 0.01), chest, 0.85);
	const nod = rad(pose.lean * 0.35 + pose.nod);
	const head: Joint = {
		x: neck.x + Math.sin(tilt * 0.4) * p.neck,
		y: neck.y + Math.cos(nod) * (p.neck + p.head * 0.5),
		z: neck.z + Math.sin(nod) * (p.neck + p.head * 0.5) + 0.012,
	};
	return {
		hip,
		chest,
		neck,
		head,
		legs: [legFrom(hip, 1, pose.left, p), legFrom(hip, -1, pose.right, p)],
		arms: [armFrom(neck, 1, pose.leftArm, pose.twist, p), armFrom(neck, -1, pose.rightArm, pose.twist, p)],
	};
}

/** Seen from the front at 0 degrees, from its left side facing right at 90, from behind at 180. */
export interface View {
	readonly x: (joint: Joint) => number;
	readonly y: (joint: Joint) => number;
	/** Towards the viewer. */
	readonly near: (joint: Joint) => number;
	readonly front: number;
	readonly side: number;
	readonly yaw: number;
}

/** The lens stands a little above the ground, so what is nearer is drawn a little lower. */
const LENS_DROP = 0.1;

export function viewFrom(yaw: number): View {
	const front = Math.cos(rad(yaw));
	const side = Math.sin(rad(yaw));
	const near = ({ x, z }: Joint) => z * front - x * side;
	return {
		x: ({ x, z }) => x * front + z * side,
		y: (joint) => -joint.y + near(joint) * LENS_DROP,
		near,
		front,
		side,
		yaw,
	};
}
