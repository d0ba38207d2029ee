import type { Figure } from "@/lib/domain/animatic-plan/plan";
import type { Stage } from "../camera/stage";
import { blendPose } from "../figure/blend-pose";
import { poseOf, RUN_SPEED, WALK_SPEED } from "../figure/gait";
import type { Pose } from "../figure/skeleton";
import type { Ground } from "../scenes/set";

/** Where an actor is at a moment, which way it looks and how it holds itself. */
export interface Standing {
	readonly x: number;
	readonly y: number;
	readonly height: number;
	readonly yaw: number;
	readonly pose: Pose;
	/** Heights a second, for cloth that trails. */
	readonly speed: number;
	readonly roll: number;
}

export interface Cast {
	readonly figure: Figure;
	readonly seed: number;
	readonly stature: number;
}

const YAW: Readonly<Record<Figure["facing"], number>> = { right: 80, left: -80, camera: 14, away: 168 };
/** Straight from the front a lap is not to be seen. */
const SEATED_YAW = 42;
const ease = (t: number) => {
	const s = Math.max(0, Math.min(1, t));
	return s * s * (3 - 2 * s);
};

export function isMoving({ action }: { readonly action: string }): boolean {
	return action === "walk" || action === "run";
}

export function speedOf(action: Figure["action"]): number {
	return action === "run" ? RUN_SPEED : action === "walk" ? WALK_SPEED : 0;
}

function atRest(cast: Cast, stage: Stage, ground: Ground, seconds: number, share: number): Standing {
	const { figure, seed, stature } = cast;
	const turnShare = figure.action === "turn" ? ease((share - 0.18) / 0.34) : 0;
	const seated = figure.action === "sit" && figure.facing === "camera";
	const yaw = figure.action === "turn" ? 158 - 128 * turnShare : seated ? SEATED_YAW : YAW[figure.facing];
	const pose = poseOf(figure.action, seconds, seed);
	const lead = figure.action === "turn" ? -34 * Math.sin(Math.PI * ease((share - 0.12) / 0.4)) : 0;
	return {
		x: figure.place * stage.width,
		y: ground.y,
		height: ground.height * stature,
		yaw,
		pose: lead === 0 ? pose : { ...pose, headTurn: pose.headTurn + lead },
		speed: 0,
		roll: 0,
	};
}

/** Steps across a room: as far as the room goes, then a stop. */
const ROOM_SHARE = 0.42;
const SETTLE_SECONDS = 0.45;
function acrossRoom(cast: Cast, stage: Stage, ground: Ground, seconds: number, of: number): Standing {
	const { figure, seed } = cast;
	const height = ground.height * cast.stature;
	const pace = speedOf(figure.action) * height;
	const side = figure.facing === "left" ? -1 : 1;
	const walking = Math.min(of * 0.8, (stage.width * ROOM_SHARE) / pace);
	const settle = ease((seconds - walking + SETTLE_SECONDS) / SETTLE_SECONDS);
	const travelled = Math.min(seconds, walking - SETTLE_SECONDS * 0.5);
	const start = figure.place * stage.width - side * pace * walking * 0.7;
	return {
		x: start + side * pace * Math.max(0, travelled),
		y: ground.y,
		height,
		yaw: side * (82 - 62 * settle),
		pose: blendPose(poseOf(figure.action, seconds, seed), poseOf("stand", seconds, seed), settle),
		speed: speedOf(figure.action) * (1 - settle),
		roll: 0,
	};
}

/** A walk towards us or away, on a road that runs to the horizon. */
const NEAREST = 4.2;
/** How near somebody on the road is, 1 at the usual mark. */
export function depthShare(away: boolean, seconds: number, of: number, action: Figure["action"]): number {
	const pace = speedOf(action) * (action === "run" ? 0.75 : 1);
	const path = Math.min(pace * of, NEAREST * 1.6);
	const gone = (path / of) * seconds;
	return NEAREST / (away ? NEAREST * 1.08 + gone : NEAREST + path - gone);
}

function intoDepth(cast: Cast, stage: Stage, ground: Ground, seconds: number, of: number): Standing {
	const { figure, seed, stature } = cast;
	const away = figure.facing === "away";
	const near = depthShare(away, seconds, of, figure.action);
	return {
		x: stage.width / 2 + (figure.place - 0.5) * stage.width * 0.8 * near,
		y: ground.horizon + (ground.y - ground.horizon) * near,
		height: ground.height * stature * near,
		yaw: away ? 176 : 6,
		pose: poseOf(figure.action, seconds, seed),
		speed: speedOf(figure.action),
		roll: 0,
	};
}

function alongTrack(cast: Cast, stage: Stage, ground: Ground, seconds: number): Standing {
	const { figure, seed, stature } = cast;
	const side = figure.facing === "left" ? -1 : 1;
	return {
		x: figure.place * stage.width + Math.sin(seconds * 0.5 + seed) * stage.unit * 0.8,
		y: ground.y,
		height: ground.height * stature,
		yaw: figure.facing === "camera" ? 30 : figure.facing === "away" ? 150 : side * 82,
		pose: poseOf(figure.action, seconds, seed),
		speed: speedOf(figure.action),
		roll: 0,
	};
}

function afloat(cast: Cast, stage: Stage, ground: Ground, seconds: number): Standing {
	const { figure, seed, stature } = cast;
	const calm = poseOf(figure.action === "wave" ? "wave" : "stand", seconds, seed);
	const sway = Math.sin(seconds * 0.6 + seed);
	const leg = { thigh: 22 + 6 * sway, knee: 34 + 8 * sway, foot: -28, splay: 8 };
	return {
		x: figure.place * stage.width + stage.unit * (1.6 * Math.sin(seconds * 0.42 + seed) + seconds * 0.7),
		y: ground.y + stage.unit * 1.4 * Math.sin(seconds * 0.55 + seed),
		height: ground.height * stature,
		yaw: 38 + 22 * Math.sin(seconds * 0.22 + seed),
		pose: {
			...calm,
			left: leg,
			right: { ...leg, thigh: 6 - 6 * sway, knee: 42 },
			leftArm: figure.action === "wave" ? calm.leftArm : { swing: 34 + 8 * sway, out: 42, elbow: 38 },
			rightArm: { swing: 22 - 8 * sway, out: 48, elbow: 30 },
		},
		speed: 0.2,
		roll: -0.16 + 0.1 * Math.sin(seconds * 0.3 + seed),
	};
}

export function standingAt(cast: Cast, stage: Stage, ground: Ground, seconds: number, of: number): Standing {
	if (ground.traffic === "afloat") return afloat(cast, stage, ground, seconds);
	if (!isMoving(cast.figure)) return atRest(cast, stage, ground, seconds, seconds / of);
	if (ground.traffic === "indoors") return acrossRoom(cast, stage, ground, seconds, of);
	if (ground.traffic === "depth") return intoDepth(cast, stage, ground, seconds, of);
	return alongTrack(cast, stage, ground, seconds);
}
