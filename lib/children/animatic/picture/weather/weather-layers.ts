import type { SceneKind } from "@/lib/domain/animatic-plan/plan";
import type { Layer } from "../scenes/layer";
import type { Build } from "../scenes/set";
import { dustLayers } from "./dust";
import { fogLayers } from "./fog";
import { lightningLayer, rainLayers } from "./rain";
import { snowLayers } from "./snow";

/** Behind these walls the weather is seen through the window only. */
const INDOORS: ReadonlySet<SceneKind> = new Set(["office", "room", "stage", "space", "underwater"]);

export function weatherLayers(build: Build): readonly Layer[] {
	const { shot } = build;
	if (INDOORS.has(shot.scene) && shot.source === "scene") return [];
	switch (shot.weather) {
		case "clear":
			return [];
		case "rain":
			return rainLayers(build, 1);
		case "storm":
			return [...rainLayers(build, 1.6), lightningLayer(build)];
		case "snow":
			return snowLayers(build);
		case "fog":
			return fogLayers(build);
		case "dust":
			return dustLayers(build);
	}
}
