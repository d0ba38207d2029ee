import type { PlannedLine, PlannedShot } from "@/lib/domain/animatic-plan/plan";
import type { Ctx } from "../paint/surface";
import { font } from "./fonts";
import { legible } from "./legible";
import { wrap } from "./wrap";

const MOST_LINES = 3;

/** Returns where the block begins, so that a subtitle can sit above it. */
export function paintCaption(
	ctx: Ctx,
	shot: PlannedShot,
	width: number,
	height: number,
	unit: number,
	margin: number,
): number {
	const size = 3.05 * unit;
	const room = Math.min(width - 2 * margin - 2 * unit, 118 * unit);
	const bottom = height - margin - 2.4 * unit;
	const { text, rightToLeft } = legible(shot.caption);
	const missing = shot.undrawn.length > 0 ? `Not drawn here: ${shot.undrawn.join(", ")}` : "";
	ctx.font = font(500, size);
	const lines = text === "" ? [] : wrap(ctx, text, room, missing ? MOST_LINES - 1 : MOST_LINES);
	const leading = size * 1.36;
	const note = missing ? size * 1.25 : 0;
	const top = bottom - note - lines.length * leading;
	ctx.textBaseline = "alphabetic";
	ctx.direction = rightToLeft ? "rtl" : "ltr";
	ctx.textAlign = rightToLeft ? "right" : "left";
	const x = rightToLeft ? width - margin - 1.6 * unit : margin + 1.6 * unit;
	shadowed(ctx, unit, () => {
		ctx.fillStyle = "#f6f3ec";
		lines.forEach((line, nth) => {
			ctx.fillText(line, x, top + leading * (nth + 0.78));
		});
		ctx.direction = "ltr";
		ctx.textAlign = "left";
		if (missing) {
			ctx.font = font(450, size * 0.8);
			ctx.fillStyle = "rgba(246,243,236,.66)";
			ctx.fillText(wrap(ctx, missing, room, 1)[0] ?? "", margin + 1.6 * unit, bottom - size * 0.28);
		}
	});
	if (lines.length > 0) {
		ctx.fillStyle = "#ffb86b";
		ctx.beginPath();
		ctx.roundRect(
			rightToLeft ? width - margin - 0.5 * unit : margin,
			top + size * 0.08,
			0.5 * unit,
			leading * lines.length - size * 0.2,
			0.25 * unit,
		);
		ctx.fill();
	}
	return top;
}

function shadowed(ctx: Ctx, unit: number, draw: () => void): void {
	ctx.save();
	ctx.shadowColor = "rgba(0,0,0,.7)";
	ctx.shadowBlur = 0.9 * unit;
	ctx.shadowOffsetY = 0.14 * unit;
	draw();
	ctx.restore();
}

/** A spoken line with its speaker, centred, its lowest row ending at `bottom`. */
export function paintSubtitle(ctx: Ctx, line: PlannedLine, width: number, bottom: number, unit: number): void {
	const size = 4.1 * unit;
	const { text, rightToLeft } = legible(line.text);
	ctx.font = font(600, size);
	const lines = wrap(ctx, text, Math.min(width * 0.86, 116 * unit), 2);
	const leading = size * 1.3;
	const top = bottom - lines.length * leading;
	ctx.textAlign = "center";
	ctx.textBaseline = "alphabetic";
	ctx.direction = rightToLeft ? "rtl" : "ltr";
	shadowed(ctx, unit * 1.4, () => {
		ctx.fillStyle = "#ffffff";
		lines.forEach((each, nth) => {
			ctx.fillText(each, width / 2, top + leading * (nth + 0.8));
		});
		if (!line.speaker) return;
		ctx.font = font(650, size * 0.5);
		ctx.letterSpacing = `${unit * 0.28}px`;
		ctx.fillStyle = "#ffc98c";
		const murmured = line.rendering === "murmur" ? " · stand-in voice" : "";
		ctx.fillText(legible(line.speaker).text.toUpperCase() + murmured, width / 2, top - size * 0.24);
		ctx.letterSpacing = "0px";
	});
	ctx.textAlign = "left";
	ctx.direction = "ltr";
}
