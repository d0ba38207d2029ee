import type { Colour, Cut, Figure } from "@/lib/domain/animatic-plan/plan";
import { seedOf } from "@/lib/domain/animatic-plan/seed";
import { chanceFrom, pick } from "../paint/chance";
import { type Rgb, rgb, scaled } from "../paint/colour";

export type HairStyle = "short" | "crop" | "long" | "bob" | "bun";
export type HatStyle = "fedora" | "brim" | "beanie" | "cap";

export interface Costume {
	readonly skin: Rgb;
	readonly hair: Rgb;
	readonly hairStyle: HairStyle;
	readonly hat: { readonly style: HatStyle; readonly colour: Rgb } | null;
	readonly top: Rgb;
	readonly legs: Rgb;
	readonly shoes: Rgb;
	readonly accent: Rgb;
	/** How far down the coat or dress reaches, as a share of the leg; 0 is a jacket. */
	readonly skirt: number;
	/** A dress has no front opening and bare legs below. */
	readonly dress: boolean;
	readonly tie: Rgb | null;
}

export const CLOTH: Readonly<Record<Colour, Rgb>> = {
	red: rgb("#c0282f"),
	orange: rgb("#d9772b"),
	yellow: rgb("#e3b62f"),
	green: rgb("#3f7d4c"),
	teal: rgb("#2b8a8c"),
	blue: rgb("#2f5fa8"),
	purple: rgb("#6d4794"),
	pink: rgb("#d97c9c"),
	white: rgb("#e9e5dc"),
	grey: rgb("#80858c"),
	black: rgb("#24252b"),
	brown: rgb("#7d5a3f"),
	gold: rgb("#d0a24a"),
};

const HAIR: Readonly<Record<Colour, Rgb>> = {
	...CLOTH,
	red: rgb("#9c3a22"),
	orange: rgb("#b8562a"),
	brown: rgb("#5a3a27"),
	black: rgb("#231d20"),
	gold: rgb("#cfa45c"),
	grey: rgb("#b3b3b4"),
};

const SKINS = ["#f0c9ab", "#dfa982", "#c48a62", "#99643f", "#6d4530"] as const;
const HAIRS = ["#2a2024", "#4a2f22", "#6b452c", "#231d20", "#8a5a34"] as const;
const TOPS = ["#a4533c", "#35627c", "#8b7440", "#54684c", "#6a4a66", "#b0863f", "#3f4f6b", "#9a4a52"] as const;
const LEGS = ["#2f3440", "#3c3a3d", "#4a4238", "#27303f"] as const;
const SHELLS = ["#c3c9d0", "#b9c4cf", "#d0b476", "#9fb0bf"] as const;
const CHILD_TOPS = ["#d8a12f", "#c94f43", "#3f8f93", "#5d7fc2"] as const;

/** How far down each cut reaches, as a share of the leg. */
const HEM: Readonly<Record<Cut, number>> = { coat: 0.56, jacket: 0, suit: 0, dress: 0.5, gown: 0.93, robe: 0.86 };

function cutOf(figure: Figure, girl: boolean, lot: number): Cut {
	if (figure.cut) return figure.cut;
	if (girl) return "dress";
	if (figure.build === "child") return lot < 0.15 ? "coat" : "jacket";
	if (figure.coat !== null || figure.hat !== null) return "coat";
	if (figure.build === "woman" && lot > 0.62) return "dress";
	return lot < 0.3 ? "coat" : "jacket";
}

function topsFor({ build }: Figure, cut: Cut): readonly [string, ...string[]] {
	if (build === "robot") return SHELLS;
	if (build === "child") return CHILD_TOPS;
	return cut === "suit" ? SUITS : TOPS;
}

const SUITS = ["#2c313c", "#3a3f4a", "#2b2f45"] as const;

/** Whoever is called the same looks the same, in this shot and the next. */
export function costumeOf(figure: Figure): Costume {
	const chance = chanceFrom(seedOf(figure.identity));
	const skin = rgb(pick(chance, SKINS));
	const hair = figure.hair ? HAIR[figure.hair] : rgb(pick(chance, HAIRS));
	const woman = figure.build === "woman";
	const child = figure.build === "child";
	const girl = child && /girl|女孩|daughter/iu.test(figure.identity);
	const cut = cutOf(figure, girl, chance());
	const dress = cut === "dress" || cut === "gown";
	const own = pick(chance, topsFor(figure, cut));
	const plain = figure.hat !== null && woman ? "#8e2b30" : own;
	const top = figure.coat ? CLOTH[figure.coat] : rgb(plain);
	return {
		skin,
		hair,
		hairStyle:
			woman || girl
				? pick(chance, ["long", "bob", "bun", "long"])
				: child
					? pick(chance, ["short", "bob"])
					: pick(chance, ["short", "crop"]),
		hat: figure.hat ? { style: hatStyle(figure), colour: CLOTH[figure.hat] } : null,
		top,
		legs: cut === "suit" ? scaled(top, 0.92) : rgb(pick(chance, LEGS)),
		shoes: rgb(dress ? "#5a3434" : "#241f20"),
		accent: rgb(cut === "suit" ? "#ece8e0" : pick(chance, ["#e4dccb", "#d8c7a2", "#cfd6dc", "#e2b7a0"])),
		skirt: child ? HEM[cut] * 0.8 : HEM[cut],
		dress,
		tie: cut === "suit" ? rgb(pick(chance, ["#7c2530", "#2f4a72", "#6a6f38"])) : null,
	};
}

function hatStyle({ build }: Figure): HatStyle {
	if (build === "child") return "beanie";
	return build === "woman" ? "brim" : "fedora";
}
