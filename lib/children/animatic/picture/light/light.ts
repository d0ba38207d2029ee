import type { PlannedShot, TimeOfDay, Weather } from "@/lib/domain/animatic-plan/plan";
import { greyed, mix, plus, type Rgb, rgb, scaled, times } from "../paint/colour";
import { type Palette, SCENE_LIGHT, TIMES } from "./palettes";

/** The light of a shot: what colours the world is seen in. */
export interface Light {
	readonly sky: readonly [Rgb, Rgb, Rgb, Rgb];
	readonly haze: Rgb;
	readonly glow: Rgb;
	readonly sun: Rgb;
	readonly rim: Rgb;
	readonly key: Rgb;
	readonly ambient: Rgb;
	readonly stars: number;
	/** 0 where cloud hides the sun or moon. */
	readonly clear: number;
	readonly night: boolean;
	/** -1 where the light comes from the left, 1 from the right. */
	readonly from: -1 | 1;
	/** How much of the distance the air swallows. */
	readonly air: number;
	readonly wet: boolean;
}

interface Sky {
	readonly veil: Rgb;
	readonly veiled: number;
	readonly key: number;
	readonly ambient: number;
	readonly grey: number;
	readonly air: number;
	readonly clear: number;
}

const CLEAR: Sky = { veil: [0, 0, 0], veiled: 0, key: 1, ambient: 1, grey: 0, air: 0.72, clear: 1 };
const SKIES: Readonly<Record<Weather, Sky>> = {
	clear: CLEAR,
	rain: { veil: rgb("#6d7f8c"), veiled: 0.55, key: 0.42, ambient: 0.9, grey: 0.45, air: 0.9, clear: 0.08 },
	storm: { veil: rgb("#4a5866"), veiled: 0.7, key: 0.3, ambient: 0.8, grey: 0.5, air: 0.9, clear: 0 },
	snow: { veil: rgb("#cdd6e0"), veiled: 0.66, key: 0.62, ambient: 1.08, grey: 0.62, air: 0.95, clear: 0.2 },
	fog: { veil: rgb("#c3c9c9"), veiled: 0.5, key: 0.5, ambient: 0.98, grey: 0.4, air: 1.25, clear: 0.3 },
	dust: { veil: rgb("#c79a63"), veiled: 0.66, key: 0.75, ambient: 0.95, grey: 0.1, air: 1.2, clear: 0.4 },
};

/** Cloud by night still glows a little, or nothing under it could be made out. */
const NIGHT_VEIL = 0.32;

/** Snow throws back what light there is. */
const NIGHT_AMBIENT: Readonly<Record<Weather, number>> = {
	clear: 1.05,
	rain: 1.25,
	storm: 1.5,
	snow: 1.7,
	fog: 1.2,
	dust: 1.1,
};

function lightOf(palette: Palette, weather: Weather, time: TimeOfDay): Omit<Light, "from" | "wet"> {
	const sky = SKIES[weather];
	const night = time === "night";
	// Under any cloud a low sun still colours the edge of the sky.
	const low = time === "dawn" || time === "dusk";
	const veil = night ? scaled(sky.veil, NIGHT_VEIL) : sky.veil;
	const veiled = (colour: string, share = 1): Rgb => mix(greyed(rgb(colour), sky.grey), veil, sky.veiled * share);
	return {
		sky: [
			veiled(palette.sky[0]),
			veiled(palette.sky[1]),
			veiled(palette.sky[2], low ? 0.7 : 1),
			veiled(palette.sky[3], low ? 0.4 : 0.8),
		],
		haze: veiled(palette.haze),
		glow: greyed(rgb(palette.glow), sky.grey * 0.7),
		sun: rgb(palette.sun),
		rim: greyed(rgb(palette.rim), sky.grey * 0.7),
		key: scaled(greyed(palette.key, sky.grey), sky.key),
		ambient: scaled(greyed(palette.ambient, sky.grey * 0.6), night ? NIGHT_AMBIENT[weather] : sky.ambient),
		stars: palette.stars * (sky.clear > 0.5 ? 1 : 0),
		clear: sky.clear,
		night,
		air: sky.air,
	};
}

/** A place named by its colour keeps it: moonlight, all blue, would turn red sand to mud. */
function showing(tint: PlannedShot["tint"], ambient: Rgb): Rgb {
	const grey = (ambient[0] + ambient[1] + ambient[2]) / 3;
	return tint ? mix(ambient, [grey * 1.35, grey * 1.2, grey * 1.2], 0.7) : ambient;
}

export function lightFor({ scene, time, weather, seed, mood, tint }: PlannedShot): Light {
	const palette: Palette = { ...TIMES[time], ...SCENE_LIGHT[scene]?.[time] };
	const plain = lightOf(palette, weather, time);
	const light = { ...plain, ambient: showing(tint, plain.ambient) };
	const moody = mood === "noir" || mood === "tense" ? { ...light, ambient: scaled(light.ambient, 0.86) } : light;
	return { ...moody, from: seed % 2 === 0 ? -1 : 1, wet: weather === "rain" || weather === "storm" };
}

/** A thing's own colour under the shot's light; `depth` 1 is right here, 0 where air has swallowed it. */
export function shade(light: Light, colour: Rgb, lit = 0.5, depth = 1): Rgb {
	const seen = times(colour, plus(light.ambient, light.key, lit));
	return mix(seen, light.haze, Math.min(0.97, (1 - depth) * light.air));
}
