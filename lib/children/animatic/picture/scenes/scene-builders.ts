import type { SceneKind } from "@/lib/domain/animatic-plan/plan";
import { desert } from "./desert";
import type { SceneBuilder } from "./set";

export const SCENE_BUILDERS: Readonly<Record<SceneKind, SceneBuilder>> = {
	mountain: desert,
	ocean: desert,
	beach: desert,
	city: desert,
	street: desert,
	alley: desert,
	rooftop: desert,
	forest: desert,
	meadow: desert,
	desert,
	space: desert,
	office: desert,
	room: desert,
	stage: desert,
	underwater: desert,
	abstract: desert,
};
