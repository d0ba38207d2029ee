import type { Ctx } from "../paint/surface";

const NO_START = /^[,.;:!?…)\]}»”’，。；：！？、）】》」』]/u;
const PIECES =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][，。；：！？、）】》」』]?|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+|\s+/gu;

function fitLong(ctx: Ctx, piece: string, width: number): string[] {
	if (ctx.measureText(piece).width <= width) return [piece];
	const parts: string[] = [];
	let part = "";
	for (const sign of piece) {
		if (part !== "" && ctx.measureText(part + sign).width > width) {
			parts.push(part);
			part = "";
		}
		part += sign;
	}
	return [...parts, part];
}

function fill(ctx: Ctx, pieces: readonly string[], width: number): string[] {
	const lines: string[] = [];
	let line = "";
	for (const piece of pieces) {
		if (line !== "" && !NO_START.test(piece) && ctx.measureText((line + piece).trimEnd()).width > width) {
			lines.push(line.trim());
			line = "";
		}
		line += line === "" ? piece.trimStart() : piece;
	}
	return line.trim() === "" ? lines : [...lines, line.trim()];
}

/** Lines of about equal length, at most `most` of them; what is left over ends in an ellipsis. */
export function wrap(ctx: Ctx, text: string, width: number, most: number): string[] {
	const pieces = (text.match(PIECES) ?? []).flatMap((piece) => fitLong(ctx, piece, width));
	const lines = fill(ctx, pieces, width);
	if (lines.length > most) {
		const kept = lines.slice(0, most);
		const last = kept[most - 1] ?? "";
		return [...kept.slice(0, -1), ellipsed(ctx, last, width)];
	}
	return lines.length > 1 ? balanced(ctx, pieces, width, lines.length) : lines;
}

function ellipsed(ctx: Ctx, line: string, width: number): string {
	let kept = line;
	while (kept !== "" && ctx.measureText(`${kept}…`).width > width) kept = kept.slice(0, -1);
	return `${kept.trimEnd()}…`;
}

function balanced(ctx: Ctx, pieces: readonly string[], width: number, count: number): string[] {
	let best = fill(ctx, pieces, width);
	for (let narrow = width * 0.96; narrow > width * 0.4; narrow *= 0.96) {
		const lines = fill(ctx, pieces, narrow);
		if (lines.length > count) break;
		best = lines;
	}
	return best;
}
