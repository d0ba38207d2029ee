import { css, rgb, scaled } from "../paint/colour";
import type { Seat } from "../scenes/set";
import type { Dressed } from "./dressed";

const WOOD = rgb("#5b4030");
const STONE = rgb("#6a6a6c");
const SOFA = rgb("#8a5046");

/** Under and behind a seated body; the seat's top is where the hips are. */
export function drawSeat({ ctx, bones, view }: Dressed, seat: Seat): void {
	const top = -bones.hip.y + 0.045;
	ctx.fillStyle = css(seat === "rock" ? STONE : WOOD);
	if (seat === "rock") boulder(ctx, top);
	else if (seat === "log") log(ctx, top);
	else if (seat === "crate") crate(ctx, top);
	else if (seat === "bench") bench(ctx, top);
	else if (seat === "sofa") sofa(ctx, top);
	else stool(ctx, top, seat === "chair" ? view : null);
}

function stool(ctx: Dressed["ctx"], top: number, back: Dressed["view"] | null): void {
	ctx.beginPath();
	ctx.roundRect(-0.13, top, 0.26, 0.03, 0.012);
	for (const x of [-0.115, 0.095]) ctx.rect(x, top + 0.02, 0.02, -top - 0.02);
	if (back) {
		const broad = Math.abs(back.front);
		ctx.roundRect(-back.side * 0.13 - 0.12 * broad - 0.014, top - 0.3, 0.028 + 0.24 * broad, 0.31, 0.02);
	}
	ctx.fill();
}

function boulder(ctx: Dressed["ctx"], top: number): void {
	ctx.beginPath();
	ctx.moveTo(-0.3, 0.01);
	ctx.bezierCurveTo(-0.3, top * 0.7, -0.18, top - 0.01, -0.02, top);
	ctx.bezierCurveTo(0.16, top - 0.01, 0.24, top * 0.6, 0.28, 0.01);
	ctx.fill();
}

/** Lying across, its sawn end towards us. */
function log(ctx: Dressed["ctx"], top: number): void {
	const r = -top / 2;
	const tones = [scaled(WOOD, 1.05), scaled(WOOD, 0.62)] as const;
	const bark = ctx.createLinearGradient(0, top, 0, 0);
	bark.addColorStop(0, css(tones[0]));
	bark.addColorStop(1, css(tones[1]));
	ctx.fillStyle = bark;
	ctx.beginPath();
	ctx.roundRect(-0.44, top, 0.82, -top, r);
	ctx.fill();
	ctx.strokeStyle = css(scaled(WOOD, 0.5));
	ctx.lineWidth = 0.008;
	ctx.beginPath();
	for (const [x, y, long] of [
		[-0.34, 0.3, 0.3],
		[-0.1, 0.55, 0.34],
		[-0.36, 0.75, 0.2],
	] as const) {
		ctx.moveTo(x, top * (1 - y));
		ctx.lineTo(x + long, top * (1 - y));
	}
	ctx.stroke();
	for (const [share, tone] of [
		[1, 1.7],
		[0.66, 1.45],
		[0.34, 1.7],
	] as const) {
		ctx.fillStyle = css(scaled(WOOD, tone));
		ctx.beginPath();
		ctx.ellipse(0.36, top / 2, r * 0.55 * share, r * share, 0, 0, Math.PI * 2);
		ctx.fill();
	}
}

function crate(ctx: Dressed["ctx"], top: number): void {
	ctx.fillStyle = css(scaled(WOOD, 0.75));
	ctx.fillRect(-0.2, top, 0.4, -top);
	ctx.fillStyle = css(scaled(WOOD, 1.15));
	for (const share of [0.02, 0.36, 0.7]) ctx.fillRect(-0.2, top * (1 - share), 0.4, -top * 0.27);
	ctx.fillStyle = css(scaled(WOOD, 0.9));
	for (const x of [-0.2, 0.16]) ctx.fillRect(x, top, 0.04, -top);
}

function bench(ctx: Dressed["ctx"], top: number): void {
	ctx.beginPath();
	for (const rise of [0.22, 0.12, 0]) ctx.roundRect(-0.42, top - rise, 0.84, rise ? 0.05 : 0.03, 0.012);
	for (const x of [-0.38, 0.36]) ctx.rect(x, top - 0.2, 0.022, -top + 0.2);
	ctx.fill();
}

function sofa(ctx: Dressed["ctx"], top: number): void {
	const part = (
		tone: number,
		...boxes: (readonly [x: number, y: number, width: number, tall: number, round: number])[]
	) => {
		ctx.fillStyle = css(scaled(SOFA, tone));
		ctx.beginPath();
		for (const [x, y, width, tall, round] of boxes) ctx.roundRect(x, y, width, tall, round);
		ctx.fill();
	};
	part(0.4, [-0.46, -0.05, 0.03, 0.05, 0.005], [0.43, -0.05, 0.03, 0.05, 0.005]);
	part(0.7, [-0.47, top - 0.27, 0.94, 0.34, 0.06]);
	part(0.92, [-0.42, top - 0.23, 0.415, 0.28, 0.04], [0.005, top - 0.23, 0.415, 0.28, 0.04]);
	part(0.62, [-0.47, top + 0.05, 0.94, -top - 0.08, 0.03]);
	part(1.08, [-0.42, top - 0.004, 0.415, 0.085, 0.03], [0.005, top - 0.004, 0.415, 0.085, 0.03]);
	part(0.8, [-0.53, top - 0.12, 0.12, -top + 0.09, 0.05], [0.41, top - 0.12, 0.12, -top + 0.09, 0.05]);
}
