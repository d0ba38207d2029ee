import type { Point } from "../paint/brush";
import type { Ctx } from "../paint/surface";
import type { Costume } from "./costume";
import type { Joint, Limb, Pose, Proportions, Skeleton, View } from "./skeleton";

export interface Dressed {
	readonly ctx: Ctx;
	readonly view: View;
	readonly bones: Skeleton;
	readonly pose: Pose;
	readonly size: Proportions;
	readonly costume: Costume;
	/** 0 shut to 1 wide. */
	readonly mouth: number;
	readonly seconds: number;
	/** Heights a second over the ground, for cloth that trails. */
	readonly speed: number;
}

export function spot(view: View, joint: Joint): Point {
	return [view.x(joint), view.y(joint)];
}

export function nearness(view: View, limb: Limb): number {
	return (view.near(limb.root) + view.near(limb.middle) + view.near(limb.end)) / 3;
}

export function halfWidth(view: View, across: number, deep: number): number {
	return Math.hypot(across * view.front, deep * view.side);
}
