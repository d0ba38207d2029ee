import type { Animal, PlannedShot } from "@/lib/domain/animatic-plan/plan";
import type { Breed, FourLegged } from "../animals/breeds";
import { BREEDS, HEIGHTS } from "../animals/breeds-wild";
import { drawQuadruped } from "../animals/quadruped";
import { frameAt, paceOf } from "../animals/quadruped-gait";
import type { View2d } from "../camera/camera";
import type { Stage } from "../camera/stage";
import { CLOTH } from "../figure/costume";
import { mix, scaled } from "../paint/colour";
import type { Ctx } from "../paint/surface";
import type { Ground } from "../scenes/set";
import type { Casting } from "./casting";
import type { Actor } from "./figure-actor";
import { freeAnimal, isFree } from "./free-animal";
import { type Placed, type Reach, SpriteActor } from "./sprite-actor";
import { depthShare } from "./staging";

/** How high the drawing reaches, ears and antlers included, in heights at the withers. */
const TALLEST: Readonly<Record<Breed["shape"], number>> = {
	dog: 1.5,
	fox: 1.45,
	cat: 1.4,
	horse: 1.62,
	deer: 1.95,
	rabbit: 1.75,
	cattle: 1.5,
	elephant: 1.5,
};

function isFourLegged(kind: Animal["kind"]): kind is FourLegged {
	return kind in BREEDS;
}

function dyed(breed: Breed, coat: Animal["coat"]): Breed {
	if (!coat || (coat === "gold" && breed.tail === "plume")) return breed;
	const colour = mix(breed.coat, CLOTH[coat], 0.86);
	const white = coat === "white";
	return {
		...breed,
		coat: colour,
		under: mix(colour, [255, 250, 240], white ? 0.3 : 0.35),
		points: white ? scaled(colour, 0.8) : scaled(colour, 0.55),
	};
}

/** An animal alone fills the picture across no more than this. */
const WIDEST = 0.84;
const TAIL = 0.4;
const CROWDED: Readonly<Record<number, number>> = { 1: 1, 2: 0.88, 3: 0.76 };

export function withersOf({
	animal,
	stage,
	ground,
	withPeople,
	together,
}: Pick<Casting, "animal" | "stage" | "ground" | "withPeople" | "together">): number {
	if (!isFourLegged(animal.kind)) return ground.height;
	const { besidePerson, alone } = HEIGHTS[animal.kind];
	if (withPeople) return ground.height * besidePerson;
	const closeUp = (CROWDED[together] ?? 0.7) * Math.min(1.2, ground.height / (38 * stage.unit));
	const { length, neck, head, snout } = BREEDS[animal.kind];
	const fits = (WIDEST * stage.width) / (length + neck + head + snout + TAIL);
	return Math.min(fits, alone * stage.unit * closeUp * (stage.tall ? 0.85 : 1));
}

/** Frame pixels a second the ground passes under a running animal. */
export function animalPace(shot: PlannedShot, animal: Animal, stage: Stage, ground: Ground): number {
	if (!isFourLegged(animal.kind)) return 0;
	return (
		paceOf(animal.action) *
		withersOf({ animal, stage, ground, withPeople: shot.figures.length > 0, together: shot.animals.length })
	);
}

/** The room a four-legged animal needs, in heights at the withers. */
export function reachOf(breed: Breed, action: Animal["action"]): Reach {
	const large = Math.max(0, breed.head - BREEDS.dog.head) * 1.6;
	return {
		across: breed.length * 0.5 + Math.max(breed.neck + breed.head + breed.snout + 0.14, 0.66),
		up: TALLEST[breed.shape] + large + (action === "sit" ? 0.3 : 0),
		down: 0.12,
	};
}

function fourLegged(casting: Casting, kind: FourLegged): Actor {
	const { animal, nth, stage, ground, of } = casting;
	const breed = dyed(BREEDS[kind], animal.coat);
	const actor = new SpriteActor(reachOf(breed, animal.action));
	const height = withersOf(casting) * (1 - 0.06 * (nth % 2));
	const afloat = ground.traffic === "afloat";
	const indoors = ground.traffic !== "lateral" && !afloat;
	const pace = paceOf(animal.action) * height;
	const centred = nth === 0 && !casting.withPeople && stage.width < stage.height * 1.2;
	const place = centred ? 0.47 : animal.place;
	if (ground.traffic === "depth" && pace > 0 && casting.withPeople) return alongside(casting, breed, actor, height);
	return {
		place: animal.place,
		draw: (target: Ctx, view: View2d, seconds: number) => {
			const walked = indoors && pace > 0 ? Math.min(seconds, of) * pace : 0;
			const lane = ((nth % 3) - 0.5) * stage.unit * 1.6;
			const start = indoors && pace > 0 ? 0.12 * stage.width : place * stage.width;
			const loop = stage.width * 1.3;
			const x =
				indoors && pace > 0
					? start + (walked % loop)
					: start + stage.unit * 1.4 * Math.sin(seconds * 0.8 + nth * 2) * (pace > 0 ? 1 : 0);
			const placed: Placed = { x, y: ground.y + lane, height, roll: 0, grounded: afloat ? 0 : 1 };
			actor.draw(target, placed, view, ground, (ctx) => {
				drawQuadruped(ctx, breed, frameAt(breed, animal.action, seconds, nth + 1), {
					running: animal.action === "run",
					asleep: animal.action === "lie",
					seconds: seconds + nth * 3,
				});
			});
		},
	};
}

/** Keeps step with somebody who walks down the road, seen nearly from the front. */
function alongside(
	{ animal, nth, stage, ground, of }: Casting,
	breed: Breed,
	actor: SpriteActor,
	height: number,
): Actor {
	return {
		place: animal.place,
		draw: (target: Ctx, view: View2d, seconds: number) => {
			const near = depthShare(false, seconds, of, "walk");
			const placed: Placed = {
				x: stage.width / 2 + (0.13 + 0.08 * nth) * stage.unit * 100 * near,
				y: ground.horizon + (ground.y - ground.horizon) * near,
				height: height * near,
				roll: 0,
				grounded: 1,
				squash: 0.62,
			};
			actor.draw(target, placed, view, ground, (ctx) => {
				drawQuadruped(ctx, breed, frameAt(breed, "walk", seconds, nth + 1), {
					running: false,
					asleep: false,
					seconds: seconds + nth * 3,
				});
			});
		},
	};
}

export function animalActor(casting: Casting): Actor | null {
	const { kind } = casting.animal;
	if (isFourLegged(kind)) return fourLegged(casting, kind);
	return isFree(kind) ? freeAnimal(casting, kind) : null;
}
