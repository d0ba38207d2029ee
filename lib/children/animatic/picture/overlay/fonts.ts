import { createRequire } from "node:module";
import { GlobalFonts } from "@napi-rs/canvas";
import { createSurface } from "../paint/surface";

const GEIST = ["latin", "latin-ext", "cyrillic", "cyrillic-ext", "vietnamese"] as const;
const HAN = ["chinese-simplified"] as const;

const families: string[] = [];
let stack = "sans-serif";

/** The faces of the product itself, so that a film looks the same on a machine without fonts. */
export function fontStack(): string {
	if (families.length > 0) return stack;
	const here = createRequire(import.meta.url);
	for (const subset of GEIST)
		register(here.resolve(`@fontsource-variable/geist/files/geist-${subset}-wght-normal.woff2`), `Reel ${subset}`);
	for (const subset of HAN)
		register(here.resolve(`@fontsource/noto-sans-sc/files/noto-sans-sc-${subset}-500-normal.woff2`), "Reel han");
	stack = families.map((name) => `"${name}"`).join(", ");
	return stack;
}

function register(path: string, family: string): void {
	if (GlobalFonts.registerFromPath(path, family)) families.push(family);
}

export function font(weight: number, size: number): string {
	return `${weight} ${size.toFixed(2)}px ${fontStack()}`;
}

const PROBE = 24;
/** In no font: what it draws is the box that stands for a missing sign. */
const NOWHERE = "\u{10fff0}";
const known = new Map<string, boolean>();
let missing: string | null = null;

function inked(sign: string): string {
	const { canvas, ctx } = createSurface(PROBE * 2, PROBE * 2);
	ctx.font = font(500, PROBE);
	ctx.fillText(sign, 4, PROBE * 1.4);
	return canvas.data().toString("latin1");
}

export function canDraw(sign: string): boolean {
	if (/[\u0020-\u024f\u2010-\u2027]/u.test(sign)) return true;
	const before = known.get(sign);
	if (before !== undefined) return before;
	missing ??= inked(NOWHERE);
	const drawn = inked(sign) !== missing;
	known.set(sign, drawn);
	return drawn;
}
