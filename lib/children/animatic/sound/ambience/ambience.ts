import type { Chance } from "../../picture/paint/chance";
import type { Stereo } from "../stereo";

/** A stretch of background, of any loudness: whoever mixes it brings it to its level. */
export type Ambience = (chance: Chance, samples: number) => Stereo;

/** The same recipe twice, by other chance: as wide as the world. */
export function wide(recipe: (chance: Chance, samples: number) => Float32Array): Ambience {
	return (chance, samples) => ({ left: recipe(chance, samples), right: recipe(chance, samples) });
}
