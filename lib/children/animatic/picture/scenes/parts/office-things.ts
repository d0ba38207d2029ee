import { inRoom, type RoomLight } from "../../light/rooms";
import { flatGlow, glow } from "../../paint/brush";
import { between } from "../../paint/chance";
import { css, mix, rgb, scaled } from "../../paint/colour";
import type { Ctx } from "../../paint/surface";
import type { Build } from "../set";
import type { Pane } from "./window";

export const WOOD = rgb("#6a4a36");

const STEEL = rgb("#6f7a78");

export const PAPER = rgb("#e6dcc6");

export function cabinets(
	ctx: Ctx,
	{ stage, light }: Build,
	room: RoomLight,
	chance: () => number,
	floor: number,
): void {
	const { unit } = stage;
	const side = light.from < 0 ? stage.width * (stage.tall ? 0.78 : 0.82) : stage.width * (stage.tall ? 0.02 : 0.04);
	for (let nth = 0; nth < 2; nth++) {
		const [x, tall, wide] = [side + nth * 14.6 * unit, (nth ? 40 : 48) * unit, 14 * unit];
		ctx.fillStyle = css(inRoom(room, scaled(STEEL, nth ? 0.75 : 0.85)));
		ctx.fillRect(x, floor + 2 * unit - tall, wide, tall);
		for (let drawer = 0; drawer < 4; drawer++) {
			const y = floor + 2 * unit - tall + (drawer * tall) / 4;
			ctx.fillStyle = css(inRoom(room, scaled(STEEL, 0.5)));
			ctx.fillRect(x, y, wide, 0.4 * unit);
			ctx.fillStyle = css(inRoom(room, PAPER, 0.8));
			ctx.fillRect(x + wide * 0.36, y + tall * 0.05, wide * 0.28, 1.7 * unit);
			ctx.fillStyle = css(inRoom(room, scaled(STEEL, 1.3)));
			ctx.fillRect(x + wide * 0.38, y + tall * 0.125, wide * 0.24, 0.6 * unit);
		}
		for (let book = 0; book < 5; book++) {
			ctx.fillStyle = css(inRoom(room, rgb(["#7a3a34", "#39556a", "#8a7348", "#4a5a44"][book % 4] ?? "#777777")));
			ctx.fillRect(
				x + unit * (1.4 + book * 2.1),
				floor + 2 * unit - tall - unit * between(chance, 4, 6.6),
				1.8 * unit,
				7 * unit,
			);
		}
		ctx.fillStyle = css(inRoom(room, scaled(STEEL, nth ? 0.75 : 0.85)));
		ctx.fillRect(x, floor + 2 * unit - tall, wide, 1.2 * unit);
	}
}

/** Notes and photographs joined by thread. */
export function board(ctx: Ctx, { stage, light }: Build, room: RoomLight, chance: () => number, pane: Pane): void {
	const { unit } = stage;
	const [wide, tall] = [30 * unit, 22 * unit];
	const x = light.from < 0 ? pane.x + pane.width + 7 * unit : pane.x - 7 * unit - wide;
	const y = pane.y + 5 * unit;
	ctx.fillStyle = css(inRoom(room, rgb("#8a6a48")));
	ctx.fillRect(x, y, wide, tall);
	const pins = Array.from(
		{ length: 8 },
		() => [x + unit * between(chance, 2, 26), y + unit * between(chance, 1.5, 16)] as const,
	);
	for (const [px, py] of pins) {
		ctx.fillStyle = css(inRoom(room, scaled(PAPER, between(chance, 0.6, 1))));
		ctx.fillRect(px, py, 3.6 * unit, 4.2 * unit);
	}
	ctx.strokeStyle = css(inRoom(room, rgb("#c03a34")), 0.85);
	ctx.lineWidth = 0.26 * unit;
	ctx.beginPath();
	for (const [px, py] of pins) ctx.lineTo(px + 1.8 * unit, py + 0.6 * unit);
	ctx.stroke();
	ctx.strokeStyle = css(inRoom(room, scaled(WOOD, 0.6)));
	ctx.lineWidth = unit;
	ctx.strokeRect(x, y, wide, tall);
}

export function phone(ctx: Ctx, room: RoomLight, x: number, y: number, unit: number): void {
	ctx.fillStyle = css(inRoom(room, rgb("#26262c")));
	ctx.beginPath();
	ctx.moveTo(x - 6 * unit, y + 2 * unit);
	ctx.quadraticCurveTo(x - 5 * unit, y - 4 * unit, x - 2 * unit, y - 4.6 * unit);
	ctx.lineTo(x + 2 * unit, y - 4.6 * unit);
	ctx.quadraticCurveTo(x + 5 * unit, y - 4 * unit, x + 6 * unit, y + 2 * unit);
	ctx.fill();
	ctx.beginPath();
	ctx.roundRect(x - 6.6 * unit, y - 7 * unit, 13.2 * unit, 2.4 * unit, 1.2 * unit);
	ctx.fill();
}

export function lamp(ctx: Ctx, room: RoomLight, x: number, y: number, unit: number): void {
	const metal = css(inRoom(room, rgb("#2f5a48"), 1.1));
	if (room.lamps > 0.2) {
		flatGlow(ctx, x, y + unit, 44 * unit, 0.22, room.lamp, 0.6 * room.lamps);
		glow(ctx, x, y - 17 * unit, 34 * unit, room.lamp, 0.5 * room.lamps);
	}
	ctx.fillStyle = css(inRoom(room, rgb("#c79a4a")));
	ctx.fillRect(x - 0.6 * unit, y - 20 * unit, 1.2 * unit, 20 * unit);
	ctx.beginPath();
	ctx.ellipse(x, y, 5.6 * unit, 1.5 * unit, 0, 0, Math.PI * 2);
	ctx.fill();
	if (room.lamps > 0.2) {
		ctx.fillStyle = css(mix(room.lamp, [255, 255, 255], 0.6));
		ctx.fillRect(x - 8 * unit, y - 16.6 * unit, 16 * unit, 1.6 * unit);
	}
	ctx.fillStyle = metal;
	ctx.beginPath();
	ctx.moveTo(x - 9 * unit, y - 16 * unit);
	ctx.bezierCurveTo(x - 9 * unit, y - 22 * unit, x + 9 * unit, y - 22 * unit, x + 9 * unit, y - 16 * unit);
	ctx.closePath();
	ctx.fill();
}
