import type { Stage } from "../../camera/stage";
import { fillDown, type Stops } from "../../paint/brush";
import type { Noise } from "../../paint/chance";
import type { Ctx } from "../../paint/surface";

const STEP = 3;

/** The skyline of a piece of land as a function of x, the same at both ends so that it can repeat. */
export function ridgeLine(stage: Stage, noise: Noise, base: number, height: number): (x: number) => number {
	return (x) => base - height * noise((x - stage.left) / stage.fullWidth);
}

export function pathUnder(ctx: Ctx, stage: Stage, line: (x: number) => number, bottom: number): void {
	ctx.beginPath();
	ctx.moveTo(stage.left - 3, bottom);
	for (let x = stage.left - 3; x <= stage.right + 3 + STEP; x += STEP) ctx.lineTo(x, line(x));
	ctx.lineTo(stage.right + 3 + STEP, bottom);
	ctx.closePath();
}

export function fillUnder(
	ctx: Ctx,
	stage: Stage,
	line: (x: number) => number,
	top: number,
	bottom: number,
	stops: Stops,
): void {
	ctx.save();
	pathUnder(ctx, stage, line, bottom);
	ctx.clip();
	fillDown(ctx, stage.left - 4, top, stage.fullWidth + 10, bottom - top, stops);
	ctx.restore();
}
