import { createRequire } from "node:module";
import { GlobalFonts } from "@napi-rs/canvas";
import { createSurface } from "../paint/surface";

const GEIST = ["latin", "latin-ext", "cyrillic", "cyrillic-ext", "vietnamese"] as const;

const families: string[] = [];
let stack = "sans-serif";
let knowsHan = false;

/** The faces of the product itself, so that a film looks the same on a machine without fonts. */
export function fontStack(): string {
	if (families.length > 0) return stack;
	for (const subset of GEIST)
		register(`@fontsource-variable/geist/files/geist-${subset}-wght-normal.woff2`, `Reel ${subset}`);
	return stack;
}

/** Thousands of signs, unpacked anew for every weight, also where none of them is drawn: not before it is needed. */
function learnHan(): void {
	if (knowsHan) return;
	knowsHan = true;
	fontStack();
	register("@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-500-normal.woff2", "Reel han");
}

function register(file: string, family: string): void {
	if (!GlobalFonts.registerFromPath(createRequire(import.meta.url).resolve(file), family)) return;
	families.push(family);
	stack = families.map((name) => `"${name}"`).join(", ");
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
	learnHan();
	missing ??= inked(NOWHERE);
	const drawn = inked(sign) !== missing;
	known.set(sign, drawn);
	return drawn;
}
