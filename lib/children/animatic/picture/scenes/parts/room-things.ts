import { inRoom, type RoomLight } from "../../light/rooms";
import { blob, flatGlow, glow } from "../../paint/brush";
import { between, type Chance, pick } from "../../paint/chance";
import { css, mix, type Rgb, rgb, scaled } from "../../paint/colour";
import type { Ctx } from "../../paint/surface";

export const OAK = rgb("#9a6d47");

const BOOKS = ["#8a4438", "#3f5f6a", "#b08a4c", "#6a3f52", "#4a6a4c", "#c9b48c"] as const;

const LEAF = rgb("#4a7a4a");

export function curtain(ctx: Ctx, room: RoomLight, x: number, y: number, width: number, tall: number, tone: Rgb): void {
	const folds = 5;
	for (let nth = 0; nth < folds; nth++) {
		const at = x + (width * nth) / folds;
		const fold = ctx.createLinearGradient(at, 0, at + width / folds, 0);
		fold.addColorStop(0, css(inRoom(room, tone, 0.66)));
		fold.addColorStop(0.45, css(inRoom(room, tone, 1.06)));
		fold.addColorStop(1, css(inRoom(room, tone, 0.6)));
		ctx.fillStyle = fold;
		ctx.fillRect(at, y, width / folds + 1, tall);
	}
}

export function shelves(ctx: Ctx, room: RoomLight, chance: Chance, x: number, floor: number, unit: number): void {
	const [wide, tall, rows] = [34 * unit, 66 * unit, 5];
	ctx.fillStyle = css(inRoom(room, OAK, 0.42));
	ctx.fillRect(x, floor - tall, wide, tall);
	for (let row = 0; row < rows; row++) {
		const foot = floor - tall + ((row + 1) * tall) / rows - unit;
		for (let at = x + 1.5 * unit; at < x + wide - 3 * unit; ) {
			if (chance() < 0.14) {
				at += unit * between(chance, 3, 6);
				continue;
			}
			const [w, h] = [unit * between(chance, 1, 2.2), unit * between(chance, 6.4, 10)];
			ctx.fillStyle = css(inRoom(room, rgb(pick(chance, BOOKS)), between(chance, 0.7, 1)));
			ctx.fillRect(at, foot - h, w, h);
			at += w + 0.15 * unit;
		}
		ctx.fillStyle = css(inRoom(room, OAK, 0.95));
		ctx.fillRect(x, foot, wide, 1.1 * unit);
	}
	for (const side of [x - 0.8 * unit, x + wide - 0.6 * unit])
		ctx.fillRect(side, floor - tall - unit, 1.4 * unit, tall + unit);
	ctx.fillRect(x - 0.8 * unit, floor - tall - 1.4 * unit, wide + 1.6 * unit, 1.6 * unit);
}

export function pictures(ctx: Ctx, room: RoomLight, chance: Chance, x: number, y: number, unit: number): void {
	for (const [dx, dy, w, h] of [
		[0, 0, 10, 13],
		[12.4, 3, 8, 8],
		[12.4, -7, 8, 8],
	] as const) {
		ctx.fillStyle = css(inRoom(room, scaled(OAK, 0.5)));
		ctx.fillRect(x + dx * unit, y + dy * unit, w * unit, h * unit);
		ctx.fillStyle = css(inRoom(room, rgb("#e4dac4")));
		ctx.fillRect(x + (dx + 0.8) * unit, y + (dy + 0.8) * unit, (w - 1.6) * unit, (h - 1.6) * unit);
		ctx.fillStyle = css(inRoom(room, rgb(pick(chance, BOOKS))));
		ctx.beginPath();
		ctx.arc(x + (dx + w / 2) * unit, y + (dy + h * 0.56) * unit, w * 0.24 * unit, 0, Math.PI * 2);
		ctx.fill();
	}
}

export function plant(ctx: Ctx, room: RoomLight, chance: Chance, x: number, base: number, unit: number): void {
	for (let nth = 0; nth < 13; nth++) {
		const turn = -Math.PI * (0.12 + 0.76 * (nth / 12));
		const reach = unit * between(chance, 20, 32);
		const [tipX, tipY] = [x + Math.cos(turn) * reach, base - 12 * unit + Math.sin(turn) * reach];
		const bend = between(chance, -4, 4) * unit;
		ctx.fillStyle = css(inRoom(room, LEAF, between(chance, 0.6, 1.1)));
		blob(ctx, [
			[x, base - 11 * unit],
			[(x + tipX) / 2 - 3 * unit + bend, (base - 12 * unit + tipY) / 2],
			[tipX, tipY],
			[(x + tipX) / 2 + 3 * unit + bend, (base - 9 * unit + tipY) / 2],
		]);
		ctx.fill();
	}
	ctx.fillStyle = css(inRoom(room, rgb("#b8623f")));
	ctx.beginPath();
	ctx.moveTo(x - 7 * unit, base - 12 * unit);
	ctx.lineTo(x + 7 * unit, base - 12 * unit);
	ctx.lineTo(x + 5 * unit, base);
	ctx.lineTo(x - 5 * unit, base);
	ctx.fill();
}

export function standingLamp(ctx: Ctx, room: RoomLight, x: number, base: number, unit: number): void {
	const head = base - 52 * unit;
	if (room.lamps > 0.2) {
		glow(ctx, x, head + 3 * unit, 62 * unit, room.lamp, 0.55 * room.lamps);
		flatGlow(ctx, x, base, 34 * unit, 0.22, room.lamp, 0.4 * room.lamps);
	}
	ctx.fillStyle = css(inRoom(room, rgb("#3a3030")));
	ctx.fillRect(x - 0.45 * unit, head, 0.9 * unit, 52 * unit);
	ctx.beginPath();
	ctx.ellipse(x, base, 5 * unit, 1.2 * unit, 0, 0, Math.PI * 2);
	ctx.fill();
	ctx.fillStyle = room.lamps > 0.2 ? css(mix(room.lamp, [255, 250, 235], 0.5)) : css(inRoom(room, rgb("#e8dcc4")));
	ctx.beginPath();
	ctx.moveTo(x - 4.6 * unit, head - 6 * unit);
	ctx.lineTo(x + 4.6 * unit, head - 6 * unit);
	ctx.lineTo(x + 8 * unit, head + 5 * unit);
	ctx.lineTo(x - 8 * unit, head + 5 * unit);
	ctx.fill();
}
