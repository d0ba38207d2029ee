import type { PlannedShot, SceneKind } from "@/lib/domain/animatic-plan/plan";
import type { Layer } from "../scenes/layer";
import type { Build } from "../scenes/set";
import { dustLayers } from "./dust";
import { fogLayers } from "./fog";
import { boltLayer, flashLayer } from "./lightning";
import { rainLayers } from "./rain";
import { snowLayers } from "./snow";

/** Behind these walls the weather is seen through the window only. */
const INDOORS: ReadonlySet<SceneKind> = new Set(["office", "room", "stage", "space", "underwater"]);

function isIndoors({ scene, source }: PlannedShot): boolean {
	return INDOORS.has(scene) && source === "scene";
}

/** What of the weather is in the sky, behind the land. */
export function skyWeather(build: Build): readonly Layer[] {
	return build.shot.weather === "storm" && !isIndoors(build.shot) ? [boltLayer(build)] : [];
}

/** What of the weather falls or drifts between us and the picture. */
export function weatherLayers(build: Build): readonly Layer[] {
	const { shot } = build;
	if (isIndoors(shot)) return [];
	switch (shot.weather) {
		case "clear":
			return [];
		case "rain":
			return rainLayers(build, 1);
		case "storm":
			return [...rainLayers(build, 1.6), flashLayer(build)];
		case "snow":
			return snowLayers(build);
		case "fog":
			return fogLayers(build);
		case "dust":
			return dustLayers(build);
	}
}
