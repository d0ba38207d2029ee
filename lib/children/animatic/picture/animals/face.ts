import type { Ctx } from "../paint/surface";

/** What an animal's face shows. */
export interface Mien {
	readonly running: boolean;
	readonly asleep: boolean;
	readonly seconds: number;
}

export function eye(ctx: Ctx, x: number, y: number, r: number, { asleep, seconds }: Mien): void {
	const blink = asleep || Math.sin(seconds * 1.3) > 0.985 ? 0.15 : 1;
	ctx.fillStyle = "#17110f";
	ctx.beginPath();
	ctx.ellipse(x, y, r, r * blink, 0, 0, Math.PI * 2);
	ctx.fill();
	ctx.fillStyle = "rgba(255,255,255,.85)";
	ctx.beginPath();
	ctx.arc(x + r * 0.3, y - r * 0.35, r * 0.3 * blink, 0, Math.PI * 2);
	ctx.fill();
}
