import type { Layer } from "../scenes/layer";
import type { Build, SceneSet } from "../scenes/set";

export interface PropLayers {
	readonly behind: readonly Layer[];
	readonly before: readonly Layer[];
}

export function propLayers(_build: Build, _set: SceneSet): PropLayers {
	return { behind: [], before: [] };
}
