import { findAll, findHeaviest, heaviest } from "./match";
import type { Mood, SceneKind, TimeOfDay, Weather } from "./plan";
import { MOODS, TIMES, WEATHERS } from "./words/light";

/** An hour that is named, where a moon or a neon sign only hints at one. */
const NAMED_HOUR = 2;

export function readTime(text: string): TimeOfDay | null {
	return findHeaviest(text, TIMES);
}

export function readNamedTime(text: string): TimeOfDay | null {
	return heaviest(findAll(text, TIMES).filter(({ weight }) => weight >= NAMED_HOUR))?.kind ?? null;
}

export function readWeather(text: string): Weather | null {
	return findHeaviest(text, WEATHERS);
}

export function readMood(text: string): Mood | null {
	return findHeaviest(text, MOODS);
}

/** The hour at which each place looks most like itself. */
const USUAL_TIME: Readonly<Record<SceneKind, TimeOfDay>> = {
	mountain: "day",
	ocean: "day",
	beach: "day",
	city: "dusk",
	street: "day",
	alley: "night",
	rooftop: "dusk",
	forest: "day",
	meadow: "day",
	desert: "day",
	space: "night",
	office: "day",
	room: "dusk",
	stage: "night",
	underwater: "day",
	abstract: "dusk",
};

export function usualTime(scene: SceneKind): TimeOfDay {
	return USUAL_TIME[scene];
}

export function usualMood(scene: SceneKind, time: TimeOfDay, weather: Weather): Mood {
	if (weather === "storm") return "tense";
	if (scene === "alley") return "noir";
	if (scene === "space" || scene === "abstract" || scene === "underwater") return "dreamy";
	if (weather === "rain" || weather === "fog") return "melancholy";
	if (time === "dusk" || time === "dawn") return "warm";
	return scene === "mountain" || scene === "desert" ? "epic" : "neutral";
}
