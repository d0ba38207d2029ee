import type { Animal } from "@/lib/domain/animatic-plan/plan";
import type { Stage } from "../camera/stage";
import type { Ground } from "../scenes/set";
import type { Actor } from "./figure-actor";

export function animalActor(_animal: Animal, _nth: number, _stage: Stage, _ground: Ground): Actor | null {
	return null;
}
