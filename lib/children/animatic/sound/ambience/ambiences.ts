import type { AmbienceKind } from "@/lib/domain/animatic-plan/plan";
import type { Ambience } from "./ambience";
import { birds, crickets, forest } from "./creatures";
import { machines, space } from "./made-things";
import { city, crowd, room, stage } from "./people";
import { ocean, water } from "./water";
import { fire, rain, snow, thunder, wind } from "./weather";

/** `trimDb`: quiet things are not to be as loud as rain. */
export const AMBIENCES: Readonly<Record<AmbienceKind, { readonly make: Ambience; readonly trimDb: number }>> = {
	rain: { make: rain, trimDb: 0 },
	wind: { make: wind, trimDb: 0 },
	ocean: { make: ocean, trimDb: 0 },
	city: { make: city, trimDb: -2 },
	forest: { make: forest, trimDb: -3 },
	birds: { make: birds, trimDb: -4 },
	crickets: { make: crickets, trimDb: -5 },
	fire: { make: fire, trimDb: -1 },
	room: { make: room, trimDb: -10 },
	crowd: { make: crowd, trimDb: -3 },
	machines: { make: machines, trimDb: -3 },
	space: { make: space, trimDb: -4 },
	thunder: { make: thunder, trimDb: 1 },
	water: { make: water, trimDb: -1 },
	snow: { make: snow, trimDb: -6 },
	stage: { make: stage, trimDb: -8 },
};
