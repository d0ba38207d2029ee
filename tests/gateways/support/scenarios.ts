import type { Draft } from "@/lib/domain/draft";
import { EXAMPLES, type Example } from "@/lib/domain/examples";
import type { ComposedRequest, ImageBytes, PreparedImage } from "@/lib/ports/gateway";
import { paintFrame } from "./frames";
import { jobFor, prepareImage, type Stage } from "./stage";

export type ScenarioKey =
	| "text-1080p"
	| "portrait-720p"
	| "first-frame"
	| "first-frame-only"
	| "storyboard"
	| "noir-portrait";

export const SCENARIOS: readonly ScenarioKey[] = [
	"text-1080p",
	"portrait-720p",
	"first-frame",
	"first-frame-only",
	"storyboard",
	"noir-portrait",
];

export interface Scenario {
	readonly draft: Draft;
	readonly frame: ImageBytes | null;
}

const SIZES = {
	"16:9": { width: 640, height: 360 },
	"9:16": { width: 360, height: 640 },
	"1:1": { width: 400, height: 400 },
};

/** One of the product's own examples, its picture painted. */
export function scenario(key: ScenarioKey): Scenario {
	const { draft, picture } = find(key);
	const frame = picture ? paintFrame(SIZES[picture.ratio]) : null;
	return { draft: frame ? { ...draft, image: frame.ref } : draft, frame };
}

/** What a scenario says in prose. */
export function prose(key: ScenarioKey): string {
	const { composition } = find(key).draft;
	if (composition.mode !== "one-shot") throw new Error(`${key} is told in shots.`);
	return composition.prose.text;
}

export const STORYBOARD_SCRIPT =
	"shot 1, 3, a lone astronaut walks across a red desert at dawn; shot 2, 3, the camera tilts up to reveal two pale moons;";

function find(key: ScenarioKey): Example {
	const example = EXAMPLES.find((candidate) => candidate.key === key);
	if (!example) throw new Error(`There is no example ${key}.`);
	return example;
}

/** The paid request of a scenario, its picture taken there first. */
export async function composeScenario(
	stage: Stage,
	key: ScenarioKey,
): Promise<{ readonly request: ComposedRequest; readonly image: PreparedImage | null }> {
	const { draft, frame } = scenario(key);
	const image = frame ? await prepareImage(stage, frame) : null;
	const job = jobFor(draft, { image, account: stage.access.account });
	return { request: stage.gateway.compose(job), image };
}
