import type { SpokenLine } from "../prose/spoken-line";
import { spokenLines } from "../prose/spoken-lines";
import { affirmedWords } from "./affirmed-words";
import { findAll } from "./match";
import type { Animal, Figure, PlannedShot, Weather } from "./plan";
import { readAnimals } from "./read-animals";
import { readFigures } from "./read-figures";
import { readMood, readNamedTime, readTime, readWeather, usualMood, usualTime } from "./read-light";
import { timeLines } from "./read-lines";
import { readMove, withoutFilmTalk } from "./read-move";
import { readProps, readUndrawn, shownProps } from "./read-props";
import { namesPlace, readScene } from "./read-scene";
import { readSound } from "./read-sound";
import { seedOf } from "./seed";
import { CREATURES } from "./words/animals";
import { PEOPLE, PRONOUNS } from "./words/figures";
import { WEATHERS } from "./words/light";

/** One stretch of the film as the draft tells it. */
export interface ShotWords {
	readonly index: number;
	readonly text: string;
	readonly startFrame: number;
	readonly frames: number;
	readonly seconds: number;
}

/** What the film as a whole brings to each of its shots. */
export interface FilmContext {
	readonly avoid: string;
	readonly hasImage: boolean;
	readonly earlier: readonly PlannedShot[];
}

/** Ranges count code points, as people count signs. */
function withoutLines(text: string, lines: readonly SpokenLine[]): string {
	const points = [...text];
	for (const { around } of lines) points.fill(" ", around.start, around.end);
	return points.join("");
}

/** Whose name stood before a line that is spoken, and so is not in the caption. */
const LEFT_ALONE = /(?<=[.!?。！？]\s+)\p{Lu}[\p{L}'’-]*\s*$/u;

function captionOf(text: string, speaks: boolean): string {
	const caption = tidied(text);
	return speaks ? caption.replace(LEFT_ALONE, "").trim() : caption;
}

function tidied(text: string): string {
	return text
		.replace(/(?:,?\s+(?:and|then|who|as|while))?\s{4,}(?=\p{Lu})/gu, ". ")
		.replace(/\s+/gu, " ")
		.replace(/\s+([.,;:!?])/gu, "$1")
		.replace(/[,:;，：；]\s*(?=[.!?。]|$)/gu, "")
		.replace(/[,;\s]*(?<![\p{L}])(?:and|then|as|while|who|but)[\s.,;]*$/iu, "")
		.replace(/(?<=[.!?。！？]\s*)(?:she|he|they|it|her|his|她|他|它|他们|她们)[\s,，:：]*$/iu, "")
		.trim();
}

function entranceOf(text: string, index: number): PlannedShot["entrance"] {
	if (/(?<![\p{L}])(?:cross-?)?dissolv\w*|cross-?fade|溶|叠化/iu.test(text) && index > 0) return "dissolve";
	return /fades? (?:in|up|from|to)|fading in|淡入|渐显/iu.test(text) ? "fade" : "cut";
}

function avoided(weather: Weather | null, avoid: string): Weather | null {
	return weather && findAll(avoid, WEATHERS).some(({ kind }) => kind === weather) ? null : weather;
}

function namesSubject(text: string): boolean {
	return findAll(text, PEOPLE).length > 0 || findAll(text, PRONOUNS).length > 0 || findAll(text, CREATURES).length > 0;
}

/** Someone carried over from the shot before has stopped to look at what this one shows. */
function atRest(figure: Figure): Figure {
	return figure.action === "walk" || figure.action === "run" ? { ...figure, action: "look", facing: "away" } : figure;
}

function atEase(animal: Animal): Animal {
	return animal.action === "run" ? { ...animal, action: "stand" } : animal;
}

interface Place extends Pick<PlannedShot, "scene" | "time" | "weather" | "tint" | "mood" | "source"> {
	readonly continues: boolean;
}

function placeOf(text: string, lit: string, film: FilmContext): Place {
	const before = film.earlier.at(-1);
	const read = readScene(text);
	const continues =
		before !== undefined && (!read || !namesPlace(text) || (read.scene === before.scene && read.tint === null));
	const scene = continues ? before.scene : (read?.scene ?? "abstract");
	const time = readNamedTime(lit) ?? (continues ? before.time : null) ?? readTime(lit) ?? usualTime(scene);
	const weather = avoided(readWeather(lit), film.avoid) ?? (before && continues ? before.weather : "clear");
	const source =
		film.hasImage && (before === undefined || (continues && before.source === "photo")) ? "photo" : "scene";
	// A photograph is graded where the words ask for it, and otherwise left as it is.
	const usual = source === "photo" ? "neutral" : usualMood(scene, time, weather);
	const mood = readMood(lit) ?? (before && continues ? before.mood : usual);
	return { scene, time, weather, tint: continues ? before.tint : (read?.tint ?? null), mood, source, continues };
}

export function planShot(words: ShotWords, film: FilmContext): PlannedShot {
	const spoken = spokenLines(words.text);
	const told = withoutLines(words.text, spoken);
	const affirmed = affirmedWords(told);
	const seen = withoutFilmTalk(affirmed);
	const { continues, ...place } = placeOf(seen, affirmed, film);
	const before = continues ? film.earlier.at(-1) : undefined;
	const carried = before !== undefined && !namesSubject(seen);
	const known = film.earlier.flatMap(({ figures }) => figures);
	const figures = carried ? before.figures.map(atRest) : readFigures(seen, place.scene, known);
	const animals = carried ? before.animals.map(atEase) : readAnimals(seen);
	const avoid = readAnimals(film.avoid).map(({ kind }) => kind);
	const shown = {
		...place,
		move: readMove(affirmed, words.index),
		figures,
		animals: animals.filter(({ kind }) => !avoid.includes(kind)),
		props: shownProps(propsOf(seen, before), place.scene),
	};
	return {
		...shown,
		index: words.index,
		startFrame: words.startFrame,
		frames: words.frames,
		seed: seedOf(`${words.index}:${words.text}`),
		caption: captionOf(told, spoken.length > 0),
		undrawn: place.source === "photo" ? [] : readUndrawn(seen, readProps(seen), place.scene),
		entrance: entranceOf(affirmed, words.index),
		sound: readSound(seen, shown, words.seconds),
		lines: timeLines(spoken, figures, words.seconds),
	};
}

/** The place's own things stay while the place does; held and passing things do not. */
function propsOf(text: string, before: PlannedShot | undefined): PlannedShot["props"] {
	const own = readProps(text);
	const staying = (before?.props ?? []).filter(
		({ kind }) => kind !== "car" && kind !== "train" && kind !== "shooting-stars",
	);
	return [...own, ...staying.filter(({ kind }) => !own.some((prop) => prop.kind === kind))];
}
