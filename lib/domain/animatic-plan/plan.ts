import type { Ratio } from "../draft";
import type { ImageId } from "../ids";

/** Everything the renderer draws and sounds, decided before the first frame. Same draft, same plan. */
export interface AnimaticPlan {
	readonly width: number;
	readonly height: number;
	readonly fps: 24;
	readonly frames: number;
	readonly seconds: number;
	/** `null` when the film follows the image. */
	readonly ratio: Ratio | null;
	readonly image: { readonly id: ImageId; readonly width: number; readonly height: number } | null;
	/** The only source of chance in a film. */
	readonly seed: number;
	readonly shots: readonly PlannedShot[];
}

export interface PlannedShot {
	readonly index: number;
	readonly startFrame: number;
	readonly frames: number;
	readonly seed: number;
	/** Shown at the bottom; spoken lines are taken out of it. */
	readonly caption: string;
	/** What the words ask for and the renderer cannot draw, said in the caption. */
	readonly undrawn: readonly string[];
	/** `photo` draws the film's image, `scene` the designed scene. */
	readonly source: "photo" | "scene";
	readonly scene: SceneKind;
	readonly time: TimeOfDay;
	readonly weather: Weather;
	readonly mood: Mood;
	/** A colour the words give the place itself: "red desert". */
	readonly tint: Colour | null;
	readonly move: PlannedMove;
	readonly entrance: "cut" | "dissolve" | "fade";
	readonly figures: readonly Figure[];
	readonly animals: readonly Animal[];
	/** Named things with a drawing of their own: two moons, a lantern, a car. */
	readonly props: readonly Prop[];
	readonly sound: PlannedSound;
	readonly lines: readonly PlannedLine[];
}

export type SceneKind =
	| "mountain"
	| "ocean"
	| "beach"
	| "city"
	| "street"
	| "alley"
	| "rooftop"
	| "forest"
	| "meadow"
	| "desert"
	| "space"
	| "office"
	| "room"
	| "stage"
	| "underwater"
	| "abstract";
export type TimeOfDay = "dawn" | "day" | "dusk" | "night";
export type Weather = "clear" | "rain" | "snow" | "fog" | "storm" | "dust";
export type Mood = "neutral" | "warm" | "tense" | "melancholy" | "joyful" | "noir" | "dreamy" | "epic";

export type MoveKind =
	| "push-in"
	| "pull-out"
	| "pan-left"
	| "pan-right"
	| "tilt-up"
	| "tilt-down"
	| "orbit"
	| "crane-up"
	| "crane-down"
	| "dolly"
	| "truck-left"
	| "truck-right"
	| "whip-pan"
	| "aerial"
	| "handheld"
	| "locked-off"
	| "drift";

/** `asked` is false where the words name no move and a quiet one was chosen. */
export interface PlannedMove {
	readonly kind: MoveKind;
	readonly asked: boolean;
	/** 1 is the kind's usual size and pace; "slow" is less, "fast" more. */
	readonly strength: number;
}

export type Colour =
	| "red"
	| "orange"
	| "yellow"
	| "green"
	| "teal"
	| "blue"
	| "purple"
	| "pink"
	| "white"
	| "grey"
	| "black"
	| "brown"
	| "gold";

export type FigureAction = "stand" | "walk" | "run" | "sit" | "turn" | "speak" | "dance" | "wave" | "look";

/** How a garment hangs; its colour is told apart from its cut. */
export type Cut = "coat" | "jacket" | "suit" | "dress" | "gown" | "robe";

export interface Figure {
	readonly build: "woman" | "man" | "child" | "astronaut" | "robot" | "anyone";
	readonly action: FigureAction;
	readonly hat: Colour | null;
	readonly coat: Colour | null;
	readonly cut: Cut | null;
	readonly hair: Colour | null;
	/** Where they stand, 0 left to 1 right, and which way they face. */
	readonly place: number;
	readonly facing: "left" | "right" | "camera" | "away";
	/** Same figure in another shot: same look. */
	readonly identity: string;
}

export type AnimalKind =
	| "dog"
	| "corgi"
	| "retriever"
	| "cat"
	| "horse"
	| "bird"
	| "fish"
	| "whale"
	| "deer"
	| "fox"
	| "wolf"
	| "bear"
	| "panda"
	| "lion"
	| "tiger"
	| "zebra"
	| "elephant"
	| "cow"
	| "sheep"
	| "rabbit"
	| "butterfly";

export interface Animal {
	readonly kind: AnimalKind;
	readonly action: "stand" | "walk" | "run" | "sit" | "lie" | "fly" | "swim";
	readonly coat: Colour | null;
	readonly place: number;
}

export type PropKind =
	| "moon"
	| "lake"
	| "neon"
	| "lantern"
	| "umbrella"
	| "car"
	| "boat"
	| "balloon"
	| "campfire"
	| "flowers"
	| "fireflies"
	| "fireworks"
	| "petals"
	| "leaves"
	| "aurora"
	| "rainbow"
	| "lighthouse"
	| "train"
	| "clouds"
	| "shooting-stars"
	| "bubbles";

export interface Prop {
	readonly kind: PropKind;
	readonly count: number;
	readonly colour: Colour | null;
}

export type AmbienceKind =
	| "rain"
	| "wind"
	| "ocean"
	| "city"
	| "forest"
	| "birds"
	| "crickets"
	| "fire"
	| "room"
	| "crowd"
	| "machines"
	| "space"
	| "thunder"
	| "water"
	| "snow"
	| "stage";

export type AccentKind =
	| "footsteps"
	| "door"
	| "splash"
	| "bark"
	| "meow"
	| "neigh"
	| "horn"
	| "whoosh"
	| "heartbeat"
	| "bell"
	| "glass"
	| "engine"
	| "applause"
	| "thunder-clap"
	| "bird-call";

export interface PlannedSound {
	readonly ambience: readonly { readonly kind: AmbienceKind; readonly level: number }[];
	readonly bed: Mood;
	/** `atSeconds` counts from the start of the shot. */
	readonly accents: readonly { readonly kind: AccentKind; readonly atSeconds: number; readonly level: number }[];
}

/** `voice` is stable for a speaker through the film. `murmur` stands in for a language the voice lacks, and says so. */
export interface PlannedLine {
	readonly speaker: string | null;
	/** Whose mouth moves, as an index into the shot's figures. */
	readonly figure: number | null;
	readonly voice: "slt" | "rms" | "awb" | "kal16";
	readonly text: string;
	readonly rendering: "speech" | "murmur";
	/** Seconds from the start of the shot. */
	readonly startSeconds: number;
	readonly seconds: number;
	/** Faster than 1.45 is not done: the line is then cut short by the shot and a warning says so. */
	readonly speed: number;
	readonly overflows: boolean;
}
