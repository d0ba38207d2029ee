import { type Draft, NEW_DRAFT, type Ratio } from "./draft";
import type { ScriptShot } from "./grammar/format-shots";

/** A first frame that ships with the product; loading an example uploads it like any other picture. */
export interface SamplePicture {
	readonly key: "drifting-clouds" | "ocean-sunrise" | "noir-portrait";
	readonly alt: string;
	readonly ratio: Ratio;
}

export const SAMPLE_PICTURES = {
	"drifting-clouds": { key: "drifting-clouds", alt: "Clouds over a mountain valley", ratio: "16:9" },
	"ocean-sunrise": { key: "ocean-sunrise", alt: "Sunrise over the ocean", ratio: "16:9" },
	"noir-portrait": {
		key: "noir-portrait",
		alt: "Portrait of a woman in a red hat and coat, in the style of film noir",
		ratio: "9:16",
	},
} satisfies Record<SamplePicture["key"], SamplePicture>;

/** One line of the Examples menu. The draft stands without its picture, which `picture` names. */
export interface Example {
	readonly key: string;
	readonly label: string;
	readonly draft: Draft;
	readonly picture: SamplePicture | null;
}

export const EXAMPLES: readonly Example[] = [
	{
		key: "text-1080p",
		label: "Text to video, 1080p",
		draft: fromProse("A golden retriever running through a sunlit meadow, cinematic slow motion.", 5, {
			resolution: "1080p",
		}),
		picture: null,
	},
	{
		key: "portrait-720p",
		label: "Portrait, 720p",
		draft: fromProse("A corgi running on the beach, cinematic, golden-hour light", 5, { ratio: "9:16" }),
		picture: null,
	},
	{
		key: "first-frame",
		label: "First frame",
		draft: fromProse("cinematic slow push-in, gentle wind, drifting clouds", 5),
		picture: SAMPLE_PICTURES["drifting-clouds"],
	},
	{
		key: "first-frame-only",
		label: "First frame without a prompt",
		draft: fromProse("", 5),
		picture: SAMPLE_PICTURES["ocean-sunrise"],
	},
	{
		key: "storyboard",
		label: "Storyboard",
		draft: fromShots([
			{ seconds: 3, words: "a lone astronaut walks across a red desert at dawn" },
			{ seconds: 3, words: "the camera tilts up to reveal two pale moons" },
		]),
		picture: null,
	},
	{
		key: "noir-portrait",
		label: "Noir portrait",
		draft: fromProse(
			"The woman in the red hat leans toward the camera in a dim, rain-streaked office and says in a low, confident voice: Everyone's chasing the diamond — but only I know where it's hidden. She turns and strides into a neon-soaked alley; the scene then cuts to a glittering rooftop overlooking the night skyline, where she glances back over her shoulder with a sly smile and adds: Catch me if you can. The camera sweeps up from the street to the city lights.",
			10,
			{ resolution: "1080p", ratio: "9:16" },
		),
		picture: SAMPLE_PICTURES["noir-portrait"],
	},
];

function fromProse(text: string, seconds: number, settings: Partial<Pick<Draft, "resolution" | "ratio">> = {}): Draft {
	return { ...NEW_DRAFT, ...settings, composition: { mode: "one-shot", prose: { text, seconds }, shelvedShots: null } };
}

function fromShots(parts: readonly ScriptShot[]): Draft {
	const shots = parts.map((part, index) => ({ id: index + 1, ...part }));
	return { ...NEW_DRAFT, composition: { mode: "shots", shots, shelvedProse: { text: "", seconds: 5 } } };
}
