import type { AnimalKind } from "@/lib/domain/animatic-plan/plan";
import { type Rgb, rgb } from "../paint/colour";

export type HeadShape = "dog" | "fox" | "cat" | "horse" | "deer" | "rabbit";
export type TailShape = "plume" | "stub" | "whip" | "brush" | "mane" | "flag" | "puff";
export type EarShape = "drop" | "prick" | "tall" | "leaf" | "long";

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
}

const DOG: Breed = {
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

export type FourLegged = Exclude<AnimalKind, "bird" | "fish" | "whale" | "butterfly">;

export function isHoofed({ shape }: Breed): boolean {
	return shape === "horse" || shape === "deer";
}

export const BREEDS: Readonly<Record<FourLegged, Breed>> = {
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
		length: 1.08,
		chest: 0.42,
		waist: 0.36,
		legWidth: 0.062,
		neck: 0.52,
		neckUp: 46,
		neckWidth: 0.15,
		head: 0.15,
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
		length: 1.04,
		chest: 0.36,
		waist: 0.29,
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

/** Height at the withers: beside a grown person, and when the picture is about the animal alone (in units of the frame). */
export const HEIGHTS: Readonly<Record<FourLegged, { readonly besidePerson: number; readonly alone: number }>> = {
	dog: { besidePerson: 0.38, alone: 29 },
	retriever: { besidePerson: 0.4, alone: 30 },
	corgi: { besidePerson: 0.24, alone: 21 },
	fox: { besidePerson: 0.28, alone: 25 },
	wolf: { besidePerson: 0.46, alone: 32 },
	cat: { besidePerson: 0.2, alone: 24 },
	horse: { besidePerson: 0.94, alone: 38 },
	deer: { besidePerson: 0.62, alone: 34 },
	rabbit: { besidePerson: 0.17, alone: 20 },
};
