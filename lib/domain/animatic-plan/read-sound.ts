import { footfalls, RUN_CYCLE_SECONDS, WALK_CYCLE_SECONDS } from "./gait-timing";
import { findAll } from "./match";
import type { AmbienceKind, PlannedShot, PlannedSound } from "./plan";
import { ACCENTS, HEARD, SCENE_AMBIENCE } from "./words/sounds";

type Heard = Pick<PlannedShot, "scene" | "time" | "weather" | "mood" | "figures" | "animals" | "props" | "move">;
type Level = readonly [kind: AmbienceKind, level: number];

const MOST_AMBIENCES = 4;
const WEATHER_AMBIENCE: Readonly<Record<PlannedShot["weather"], readonly Level[]>> = {
	clear: [],
	rain: [["rain", 0.7]],
	snow: [
		["snow", 0.5],
		["wind", 0.35],
	],
	fog: [["wind", 0.2]],
	storm: [
		["rain", 0.8],
		["thunder", 0.7],
		["wind", 0.5],
	],
	dust: [["wind", 0.7]],
};
const INDOORS: ReadonlySet<PlannedShot["scene"]> = new Set(["office", "room", "stage"]);
const HARD_GROUND: ReadonlySet<PlannedShot["scene"]> = new Set([
	"street",
	"alley",
	"rooftop",
	"office",
	"room",
	"stage",
	"city",
]);

function hourAmbience({ scene, time, weather }: Heard): readonly Level[] {
	const wild = scene === "forest" || scene === "meadow";
	if (!wild || weather === "storm" || weather === "snow") return [];
	return time === "night" ? [["crickets", 0.5]] : [["birds", time === "dawn" ? 0.6 : 0.4]];
}

function ambienceOf(text: string, shot: Heard): PlannedSound["ambience"] {
	const levels = new Map<AmbienceKind, number>();
	const weather = WEATHER_AMBIENCE[shot.weather].map(
		([kind, level]): Level => [kind, INDOORS.has(shot.scene) ? level * 0.6 : level],
	);
	const named = findAll(text, HEARD).map(({ kind }): Level => [kind, 0.55]);
	const fire: readonly Level[] = shot.props.some(({ kind }) => kind === "campfire") ? [["fire", 0.6]] : [];
	for (const [kind, level] of [...SCENE_AMBIENCE[shot.scene], ...weather, ...hourAmbience(shot), ...fire, ...named]) {
		levels.set(kind, Math.max(levels.get(kind) ?? 0, Math.round(level * 100) / 100));
	}
	return [...levels]
		.map(([kind, level]) => ({ kind, level }))
		.sort((a, b) => b.level - a.level)
		.slice(0, MOST_AMBIENCES);
}

function stepsOf(shot: Heard, seconds: number): PlannedSound["accents"] {
	const mover = shot.figures.find(({ action }) => action === "walk" || action === "run");
	if (!mover || shot.scene === "space" || shot.scene === "underwater") return [];
	const cycle = mover.action === "run" ? RUN_CYCLE_SECONDS : WALK_CYCLE_SECONDS;
	const level = HARD_GROUND.has(shot.scene) ? 0.5 : 0.25;
	return footfalls(cycle, seconds).map((atSeconds) => ({ kind: "footsteps", atSeconds, level }));
}

function namedAccents(text: string, seconds: number): PlannedSound["accents"] {
	const found = findAll(text, ACCENTS);
	const kinds = [...new Map(found.map((match) => [match.kind, match])).values()].slice(0, 3);
	return kinds.map((match) => {
		const share = 0.15 + 0.6 * (match.index / Math.max(1, text.length));
		return { kind: match.kind, atSeconds: Math.round(share * seconds * 100) / 100, level: 0.6 };
	});
}

/** What is heard: the place, the weather, the hour, and single sounds at their moments. */
export function readSound(text: string, shot: Heard, seconds: number): PlannedSound {
	const whoosh: PlannedSound["accents"] =
		shot.move.kind === "whip-pan" ? [{ kind: "whoosh", atSeconds: 0.1, level: 0.5 }] : [];
	const accents = [...stepsOf(shot, seconds), ...namedAccents(text, seconds), ...whoosh];
	return {
		ambience: ambienceOf(text, shot),
		bed: shot.mood,
		accents: accents.filter(({ atSeconds }) => atSeconds < seconds).sort((a, b) => a.atSeconds - b.atSeconds),
	};
}
