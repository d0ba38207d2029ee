import type { Figure, PlannedShot } from "@/lib/domain/animatic-plan/plan";
import { seedOf } from "@/lib/domain/animatic-plan/seed";
import type { View2d } from "../camera/camera";
import type { Stage } from "../camera/stage";
import { drawAstronaut } from "../figure/astronaut";
import { drawPerson } from "../figure/body";
import { CLOTH, costumeOf } from "../figure/costume";
import type { Dressed } from "../figure/dressed";
import { outreach } from "../figure/outreach";
import { PROPORTIONS, STATURE } from "../figure/proportions";
import { drawRobot } from "../figure/robot";
import { drawSeat } from "../figure/seat";
import { standUp, viewFrom } from "../figure/skeleton";
import { drawUmbrella, HOLDING } from "../figure/umbrella";
import type { Ctx } from "../paint/surface";
import type { Ground } from "../scenes/set";
import { mouthAt } from "./mouth";
import { SpriteActor } from "./sprite-actor";
import { standingAt } from "./staging";

export interface Actor {
	readonly place: number;
	draw(target: Ctx, view: View2d, seconds: number): void;
}

/** How much room a body takes while doing it; what is drawn outside is cut. */
const ACROSS: Readonly<Record<Figure["action"], number>> = {
	stand: 0.34,
	look: 0.34,
	turn: 0.34,
	speak: 0.38,
	walk: 0.4,
	sit: 0.5,
	run: 0.56,
	dance: 0.56,
	wave: 0.5,
};

const DRAWINGS = { astronaut: drawAstronaut, robot: drawRobot } as const;

export function figureActor(shot: PlannedShot, index: number, stage: Stage, ground: Ground, of: number): Actor | null {
	const figure = shot.figures[index];
	if (!figure) return null;
	const seed = seedOf(figure.identity) % 97;
	const size = PROPORTIONS[figure.build];
	const costume = costumeOf(figure);
	const cast = { figure, seed, stature: STATURE[figure.build] };
	const umbrella = index === 0 ? shot.props.find(({ kind }) => kind === "umbrella") : undefined;
	const roomy = ground.traffic === "afloat" ? 0.56 : ACROSS[figure.action];
	const actor = new SpriteActor({
		across: roomy,
		up: umbrella ? 1.34 : figure.action === "wave" || figure.action === "dance" ? 1.24 : 1.1,
		down: 0.1,
	});
	const drawBody = figure.build === "astronaut" || figure.build === "robot" ? DRAWINGS[figure.build] : drawPerson;
	const draw = (target: Ctx, camera: View2d, seconds: number) => {
		const standing = standingAt(cast, stage, ground, seconds, of);
		const lean = figure.action === "stand" && /lean/iu.test(shot.caption) ? 7 : 0;
		const pose = {
			...standing.pose,
			lean: standing.pose.lean + lean,
			rightArm: umbrella ? HOLDING : standing.pose.rightArm,
		};
		const grounded = ground.traffic === "afloat" ? 0 : 1;
		const view = viewFrom(standing.yaw);
		const bones = standUp(pose, size);
		const bare = drawBody === drawPerson && !umbrella && pose.seat === null;
		const body = bare ? { body: outreach(view, bones, size) } : {};
		actor.draw(target, { ...standing, ...body, grounded }, camera, ground, (ctx) => {
			const dressed: Dressed = {
				ctx,
				view,
				bones,
				pose,
				size,
				costume,
				mouth: mouthAt(shot.lines, index, seconds),
				seconds: seconds + seed,
				speed: standing.speed,
			};
			if (pose.seat !== null) drawSeat(dressed, ground.seat);
			drawBody(dressed);
			if (umbrella) drawUmbrella(dressed, umbrella.colour ? CLOTH[umbrella.colour] : null);
		});
	};
	return { place: figure.place, draw };
}
