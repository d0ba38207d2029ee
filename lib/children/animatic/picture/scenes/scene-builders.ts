import type { SceneKind } from "@/lib/domain/animatic-plan/plan";
import { abstract } from "./abstract";
import { alley } from "./alley";
import { beach } from "./beach";
import { city } from "./city";
import { desert } from "./desert";
import { forest } from "./forest";
import { meadow } from "./meadow";
import { mountain } from "./mountain";
import { ocean } from "./ocean";
import { office } from "./office";
import { rooftop } from "./rooftop";
import { room } from "./room";
import type { SceneBuilder } from "./set";
import { space } from "./space";
import { stageHall } from "./stage-hall";
import { street } from "./street";
import { underwater } from "./underwater";

export const SCENE_BUILDERS: Readonly<Record<SceneKind, SceneBuilder>> = {
	mountain,
	ocean,
	beach,
	city,
	street,
	alley,
	rooftop,
	forest,
	meadow,
	desert,
	space,
	office,
	room,
	stage: stageHall,
	underwater,
	abstract,
};
