import type { Mood } from "@/lib/domain/animatic-plan/plan";
import { css, type Rgb, rgb } from "../paint/colour";
import { createSurface, type Surface } from "../paint/surface";

interface Grade {
	/** Laid on softly: shadows and lights lean to it, and keep their depth. */
	readonly tone: Rgb;
	readonly share: number;
	/** How much of its colour the picture loses. */
	readonly faded: number;
	/** How much darker it becomes. */
	readonly dim: number;
}

const GRADES: Readonly<Partial<Record<Mood, Grade>>> = {
	warm: { tone: rgb("#ffb45e"), share: 0.5, faded: 0, dim: 0 },
	tense: { tone: rgb("#0f5560"), share: 0.5, faded: 0.25, dim: 0.14 },
	melancholy: { tone: rgb("#3f6596"), share: 0.45, faded: 0.42, dim: 0.08 },
	joyful: { tone: rgb("#ffd76e"), share: 0.45, faded: 0, dim: 0 },
	noir: { tone: rgb("#20264a"), share: 0.55, faded: 0.8, dim: 0.24 },
	dreamy: { tone: rgb("#d8b0ff"), share: 0.5, faded: 0.12, dim: 0 },
	epic: { tone: rgb("#1d5d92"), share: 0.4, faded: 0, dim: 0.06 },
};

/** The photograph in the mood's colours, made once for a shot. */
export function graded(photo: Surface, mood: Mood): Surface {
	const grade = GRADES[mood];
	if (!grade) return photo;
	const { canvas, ctx, width, height } = createSurface(photo.width, photo.height);
	ctx.drawImage(photo.canvas, 0, 0);
	const wash = (blend: "saturation" | "soft-light" | "multiply", colour: string) => {
		ctx.globalCompositeOperation = blend;
		ctx.fillStyle = colour;
		ctx.fillRect(0, 0, width, height);
	};
	if (grade.faded > 0) wash("saturation", css([128, 128, 128], grade.faded));
	wash("soft-light", css(grade.tone, grade.share));
	if (grade.dim > 0) wash("multiply", css([0, 0, 0], grade.dim));
	ctx.globalCompositeOperation = "source-over";
	return { canvas, ctx, width, height };
}
