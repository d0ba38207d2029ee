import type { Light } from "../../light/light";
import { between, type Chance, pick } from "../../paint/chance";
import { css, mix, type Rgb, rgb, scaled } from "../../paint/colour";
import type { Ctx } from "../../paint/surface";

const WARM = [rgb("#ffd79a"), rgb("#ffc06e"), rgb("#fff0d0"), rgb("#9fdcff")] as const;

export interface Tower {
	readonly x: number;
	readonly base: number;
	readonly width: number;
	readonly tall: number;
	readonly body: Rgb;
	readonly side: Rgb;
	/** Share of the windows with a light on. */
	readonly lit: number;
	readonly pane: number;
}

/** A tower with a lit and a shaded face, a crown of its own, and windows in ordered floors. */
export function paintTower(ctx: Ctx, chance: Chance, light: Light, tower: Tower): void {
	const { x, base, width, tall, body, side } = tower;
	const top = base - tall;
	const turn = x + width * between(chance, 0.58, 0.78);
	const style = Math.floor(chance() * 9);
	ctx.fillStyle = css(light.from < 0 ? body : side);
	ctx.fillRect(x, top, width, tall + 4);
	ctx.fillStyle = css(light.from < 0 ? side : body);
	ctx.fillRect(turn, top, x + width - turn, tall + 4);
	paintCrown(ctx, chance, tower, style);
	paintWindows(ctx, chance, light, tower, turn);
}

function paintCrown(ctx: Ctx, chance: Chance, { x, base, width, tall, body, side }: Tower, style: number): void {
	const top = base - tall;
	ctx.fillStyle = css(mix(body, side, 0.5));
	if (style === 0) {
		ctx.fillRect(x + width * 0.16, top - tall * 0.05, width * 0.68, tall * 0.06);
		ctx.fillRect(x + width * 0.3, top - tall * 0.09, width * 0.4, tall * 0.06);
		ctx.fillRect(x + width * 0.485, top - tall * 0.2, width * 0.03, tall * 0.13);
	} else if (style === 1) {
		ctx.beginPath();
		ctx.moveTo(x, top + 1);
		ctx.lineTo(x + width, top - width * between(chance, 0.2, 0.5));
		ctx.lineTo(x + width, top + 1);
		ctx.fill();
	} else if (style === 2) {
		ctx.beginPath();
		ctx.moveTo(x + width * 0.1, top + 1);
		ctx.lineTo(x + width * 0.5, top - width * 0.62);
		ctx.lineTo(x + width * 0.9, top + 1);
		ctx.fill();
	} else if (style === 3) {
		ctx.fillRect(x + width * 0.2, top - width * 0.16, width * 0.26, width * 0.18);
		ctx.fillRect(x + width * 0.74, top - width * 0.34, width * 0.022, width * 0.35);
	}
}

function paintWindows(ctx: Ctx, chance: Chance, light: Light, tower: Tower, turn: number): void {
	const { x, base, width, tall, pane, lit, body } = tower;
	const [across, down] = [pane * 1.75, pane * 2.1];
	const day = !light.night && light.key[0] > 0.5 && light.key[2] > 0.3;
	const off = day ? mix(body, light.sky[2], 0.4) : scaled(body, 0.72);
	for (let y = base - tall + down; y < base - pane; y += down) {
		const floorLit = chance() < 0.12 ? 0.9 : lit;
		for (let at = x + pane * 0.8; at < x + width - pane; at += across) {
			if (Math.abs(at + pane / 2 - turn) < pane * 0.7) continue;
			const on = chance() < floorLit;
			ctx.fillStyle = on ? css(pick(chance, WARM), between(chance, 0.45, 0.95)) : css(off, 0.75);
			ctx.fillRect(at, y, pane, pane * 1.3);
		}
	}
}

export interface Skyline {
	readonly base: number;
	readonly low: number;
	readonly high: number;
	readonly broad: readonly [number, number];
	readonly gap: number;
	/** Taller towards this share of the frame's width. */
	readonly peak: number;
}

/** Fills a strip with towers, edge to edge. */
export function rowOf(
	chance: Chance,
	left: number,
	right: number,
	unit: number,
	skyline: Skyline,
): { x: number; width: number; tall: number }[] {
	const row: { x: number; width: number; tall: number }[] = [];
	const span = right - left;
	for (let x = left; x < right - unit * 2; ) {
		const width = Math.min(right - x, unit * between(chance, ...skyline.broad));
		const rise = Math.exp(-(((x + width / 2 - left) / span - skyline.peak) ** 2) * 14);
		row.push({
			x,
			width,
			tall: unit * (skyline.low + (skyline.high - skyline.low) * (0.25 + 0.75 * rise) * between(chance, 0.55, 1)),
		});
		x += width + unit * skyline.gap * chance();
	}
	return row;
}
