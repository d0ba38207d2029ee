import type { Prop, SceneKind } from "@/lib/domain/animatic-plan/plan";
import { CLOTH } from "../figure/costume";
import type { Layer } from "../scenes/layer";
import type { Build, SceneSet } from "../scenes/set";
import { boatLayer, lighthouseLayer } from "./afloat";
import { balloonLayer } from "./balloon";
import { campfireLayer } from "./campfire";
import { lanternLayer } from "./lanterns";
import { bubbleLayer, firefliesLayer, leafLayers, petalLayers } from "./particles";
import { fireworksLayer, shootingStarsLayer } from "./sky-shows";
import { carLayer, trainLayer } from "./vehicles";

export interface PropLayers {
	/** Far off, among the scenery. */
	readonly far: readonly Layer[];
	/** Just behind the figures. */
	readonly behind: readonly Layer[];
	readonly before: readonly Layer[];
}

const INDOORS: ReadonlySet<SceneKind> = new Set(["office", "room", "stage", "underwater", "space"]);

function farOf(prop: Prop, build: Build, set: SceneSet): readonly Layer[] {
	const { horizon } = set.ground;
	const colour = prop.colour ? CLOTH[prop.colour] : null;
	if (INDOORS.has(build.shot.scene)) return [];
	switch (prop.kind) {
		case "fireworks":
			return [fireworksLayer(build, horizon)];
		case "shooting-stars":
			return [shootingStarsLayer(build, horizon)];
		case "balloon":
			return [balloonLayer(build, prop.count, colour)];
		case "lighthouse":
			return [lighthouseLayer(build, horizon)];
		default:
			return [];
	}
}

function behindOf(prop: Prop, build: Build, set: SceneSet): readonly Layer[] {
	const colour = prop.colour ? CLOTH[prop.colour] : null;
	switch (prop.kind) {
		case "boat":
			return [boatLayer(build, set.ground.horizon, prop.count, colour)];
		case "car":
			return [carLayer(build, set.ground, prop.count, colour)];
		case "train":
			return [trainLayer(build, set.ground, colour)];
		case "lantern":
			return [lanternLayer(build, colour ?? CLOTH.red, prop.count, INDOORS.has(build.shot.scene))];
		default:
			return [];
	}
}

function beforeOf(prop: Prop, build: Build, set: SceneSet): readonly Layer[] {
	switch (prop.kind) {
		case "campfire":
			return set.ground.traffic === "afloat" ? [] : [campfireLayer(build, set.ground)];
		case "fireflies":
			return [firefliesLayer(build)];
		case "petals":
			return petalLayers(build);
		case "leaves":
			return leafLayers(build);
		case "bubbles":
			return [bubbleLayer(build)];
		default:
			return [];
	}
}

export function propLayers(build: Build, set: SceneSet): PropLayers {
	const { props } = build.shot;
	return {
		far: props.flatMap((prop) => farOf(prop, build, set)),
		behind: props.flatMap((prop) => behindOf(prop, build, set)),
		before: props.flatMap((prop) => beforeOf(prop, build, set)),
	};
}
