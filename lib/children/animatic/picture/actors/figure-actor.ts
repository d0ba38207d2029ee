import type { PlannedShot } from "@/lib/domain/animatic-plan/plan";
import { seedOf } from "@/lib/domain/animatic-plan/seed";
import type { View2d } from "../camera/camera";
import type { Stage } from "../camera/stage";
import { drawAstronaut } from "../figure/astronaut";
import { type Dressed, drawPerson } from "../figure/body";
import { costumeOf } from "../figure/costume";
import { PROPORTIONS, STATURE } from "../figure/proportions";
import { drawRobot } from "../figure/robot";
import { drawSeat } from "../figure/seat";
import { standUp, viewFrom } from "../figure/skeleton";
import { drawUmbrella } from "../figure/umbrella";
import type { Ctx } from "../paint/surface";
import type { Ground } from "../scenes/set";
import { mouthAt } from "./mouth";
import { SpriteActor } from "./sprite-actor";
import { standingAt } from "./staging";

export interface Actor {
	readonly place: number;
	draw(target: Ctx, view: View2d, seconds: number): void;
}

const REACH = { across: 0.62, up: 1.3, down: 0.16 };

const DRAWINGS = { astronaut: drawAstronaut, robot: drawRobot } as const;

export function figureActor(shot: PlannedShot, index: number, stage: Stage, ground: Ground, of: number): Actor | null {
	const figure = shot.figures[index];
	if (!figure) return null;
	const seed = seedOf(figure.identity) % 97;
	const size = PROPORTIONS[figure.build];
	const costume = costumeOf(figure);
	const cast = { figure, seed, stature: STATURE[figure.build] };
	const actor = new SpriteActor(REACH);
	const hasUmbrella = index === 0 && shot.props.some(({ kind }) => kind === "umbrella");
	const drawBody = figure.build === "astronaut" || figure.build === "robot" ? DRAWINGS[figure.build] : drawPerson;
	const draw = (target: Ctx, view: View2d, seconds: number) => {
		const standing = standingAt(cast, stage, ground, seconds, of);
		const lean = figure.action === "stand" && /lean/iu.test(shot.caption) ? 7 : 0;
		const pose = lean ? { ...standing.pose, lean: standing.pose.lean + lean } : standing.pose;
		const grounded = ground.traffic === "afloat" ? 0 : 1;
		actor.draw(target, { ...standing, grounded }, view, ground, (ctx) => {
			const dressed: Dressed = {
				ctx,
				view: viewFrom(standing.yaw),
				bones: standUp(pose, size),
				pose,
				size,
				costume,
				mouth: mouthAt(shot.lines, index, seconds),
				seconds: seconds + seed,
				speed: standing.speed,
			};
			if (pose.seat !== null) drawSeat(dressed, ground.seat);
			drawBody(dressed);
			if (hasUmbrella) drawUmbrella(dressed);
		});
	};
	return { place: figure.place, draw };
}
