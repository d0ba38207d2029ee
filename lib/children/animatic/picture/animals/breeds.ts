import type { AnimalKind } from "@/lib/domain/animatic-plan/plan";
import { type Rgb, rgb } from "../paint/colour";

export type HeadShape = "dog" | "fox" | "cat" | "horse" | "deer" | "rabbit" | "cattle" | "elephant";
export type TailShape = "plume" | "stub" | "whip" | "brush" | "mane" | "flag" | "puff" | "tuft";
export type EarShape = "drop" | "prick" | "tall" | "leaf" | "long" | "round";

/** A four-legged body in units of its height at the withers. */
export interface Breed {
	readonly length: number;
	readonly chest: number;
	readonly waist: number;
	readonly legWidth: number;
	readonly neck: number;
	/** Degrees the neck rises from level. */
	readonly neckUp: number;
	readonly neckWidth: number;
	readonly head: number;
	readonly snout: number;
	readonly shape: HeadShape;
	readonly ears: EarShape;
	readonly tail: TailShape;
	readonly coat: Rgb;
	readonly under: Rgb;
	/** Legs from the knee down, ears, tip of the tail. */
	readonly points: Rgb;
	/** Shaggy along chest, belly and legs. */
	readonly feathered: boolean;
	readonly marks?: "patches" | "stripes" | "wool";
	/** A mane right round the face. */
	readonly ruff?: Rgb;
	/** Where the legs have a colour of their own from the hip down. */
	readonly legs?: Rgb;
}

export const DOG: Breed = {
	length: 1.05,
	chest: 0.46,
	waist: 0.3,
	legWidth: 0.075,
	neck: 0.36,
	neckUp: 50,
	neckWidth: 0.15,
	head: 0.19,
	snout: 0.2,
	shape: "dog",
	ears: "drop",
	tail: "whip",
	coat: rgb("#8a6242"),
	under: rgb("#b08a62"),
	points: rgb("#5a3e2c"),
	feathered: false,
};

/** Those of farm and wilderness, in breeds-wild. */
export type Wild = Extract<AnimalKind, "bear" | "panda" | "lion" | "tiger" | "zebra" | "elephant" | "cow" | "sheep">;
export type FourLegged = Exclude<AnimalKind, "bird" | "fish" | "whale" | "butterfly">;

export function isHoofed({ shape }: Breed): boolean {
	return shape === "horse" || shape === "deer" || shape === "cattle" || shape === "elephant";
}

export const TAME: Readonly<Record<Exclude<FourLegged, Wild>, Breed>> = {
	dog: DOG,
	retriever: {
		...DOG,
		length: 1.1,
		chest: 0.48,
		waist: 0.36,
		legWidth: 0.085,
		neckWidth: 0.17,
		tail: "plume",
		coat: rgb("#d99a4e"),
		under: rgb("#f0c98a"),
		points: rgb("#c07c38"),
		feathered: true,
	},
	corgi: {
		...DOG,
		length: 1.72,
		chest: 0.66,
		waist: 0.52,
		legWidth: 0.12,
		neck: 0.36,
		neckUp: 56,
		neckWidth: 0.25,
		head: 0.32,
		snout: 0.26,
		ears: "prick",
		tail: "stub",
		coat: rgb("#d98a45"),
		under: rgb("#f6ead8"),
		points: rgb("#f6ead8"),
		feathered: true,
	},
	fox: {
		...DOG,
		length: 1.38,
		chest: 0.46,
		waist: 0.34,
		legWidth: 0.065,
		neck: 0.32,
		neckUp: 30,
		neckWidth: 0.17,
		head: 0.22,
		snout: 0.24,
		shape: "fox",
		ears: "prick",
		tail: "brush",
		coat: rgb("#cf6a2c"),
		under: rgb("#f4e6d4"),
		points: rgb("#2e211d"),
		feathered: true,
	},
	wolf: {
		...DOG,
		length: 1.08,
		chest: 0.47,
		legWidth: 0.08,
		neck: 0.32,
		neckUp: 34,
		neckWidth: 0.21,
		head: 0.2,
		snout: 0.22,
		ears: "prick",
		tail: "brush",
		coat: rgb("#6f747c"),
		under: rgb("#c3c6c8"),
		points: rgb("#4c5058"),
		feathered: true,
	},
	cat: {
		length: 1.25,
		chest: 0.46,
		waist: 0.46,
		legWidth: 0.075,
		neck: 0.15,
		neckUp: 44,
		neckWidth: 0.2,
		head: 0.27,
		snout: 0.08,
		shape: "cat",
		ears: "prick",
		tail: "whip",
		coat: rgb("#6b6460"),
		under: rgb("#cfc4b6"),
		points: rgb("#4a4440"),
		feathered: false,
	},
	horse: {
		length: 1.1,
		chest: 0.5,
		waist: 0.44,
		legWidth: 0.066,
		neck: 0.5,
		neckUp: 48,
		neckWidth: 0.2,
		head: 0.17,
		snout: 0.27,
		shape: "horse",
		ears: "leaf",
		tail: "mane",
		coat: rgb("#7a4a2e"),
		under: rgb("#8a5a3a"),
		points: rgb("#2a1d18"),
		feathered: false,
	},
	deer: {
		length: 1.06,
		chest: 0.42,
		waist: 0.34,
		legWidth: 0.046,
		neck: 0.46,
		neckUp: 60,
		neckWidth: 0.1,
		head: 0.13,
		snout: 0.19,
		shape: "deer",
		ears: "leaf",
		tail: "flag",
		coat: rgb("#a06a3e"),
		under: rgb("#e4d2b4"),
		points: rgb("#6a4630"),
		feathered: false,
	},
	rabbit: {
		length: 1.3,
		chest: 0.5,
		waist: 0.62,
		legWidth: 0.1,
		neck: 0.16,
		neckUp: 40,
		neckWidth: 0.18,
		head: 0.27,
		snout: 0.13,
		shape: "rabbit",
		ears: "long",
		tail: "puff",
		coat: rgb("#a08468"),
		under: rgb("#e6dac8"),
		points: rgb("#8a6f58"),
		feathered: false,
	},
};
