import type { Light } from "../../light/light";
import type { Point } from "../../paint/brush";
import { between, type Chance } from "../../paint/chance";
import { css, mix } from "../../paint/colour";
import type { Ctx } from "../../paint/surface";

interface Puff {
	readonly x: number;
	readonly y: number;
	readonly r: number;
}

const ALONG = 9;
const TOWERS = 6;

function puffsOf(chance: Chance, [x, foot]: Point, wide: number): Puff[] {
	const low = Array.from({ length: ALONG }, (_, nth): Puff => {
		const along = (nth / (ALONG - 1)) * 2 - 1;
		const r = wide * (0.07 + 0.09 * (1 - along * along)) * between(chance, 0.8, 1.15);
		return { x: x + along * wide * 0.5, y: foot - r * 0.5, r };
	});
	const high = Array.from({ length: TOWERS }, (): Puff => {
		const along = (chance() + chance() - 1) * 0.8;
		const room = wide * 0.2 * (1 - along * along);
		return {
			x: x + along * wide * 0.42,
			y: foot - room * between(chance, 0.5, 1.1),
			r: wide * between(chance, 0.08, 0.14),
		};
	});
	return [...low, ...high];
}

function trace(ctx: Ctx, puffs: readonly Puff[], dx: number, dy: number, share: number): void {
	ctx.beginPath();
	for (const { x, y, r } of puffs) {
		ctx.moveTo(x + dx * r + r * share, y + dy * r);
		ctx.arc(x + dx * r, y + dy * r, r * share, 0, Math.PI * 2);
	}
}

/** A heaped cloud: a flat foot that melts into the air, round heads lit from the sun's side. */
export function paintHeap(ctx: Ctx, chance: Chance, light: Light, at: Point, wide: number, solid: number): void {
	const [x, foot] = at;
	const puffs = puffsOf(chance, at, wide);
	const top = Math.min(...puffs.map(({ y, r }) => y - r));
	const [, high, low, edge] = light.sky;
	const shadow = light.night ? mix(high, low, 0.6) : mix(mix(high, low, 0.6), edge, 0.25);
	const lit = light.night ? mix(low, light.glow, 0.18) : mix(light.sun, edge, 0.15);
	const fade = (alpha: number, colour = shadow, base = 0) => {
		const gradient = ctx.createLinearGradient(0, top, 0, foot);
		gradient.addColorStop(0, css(colour, alpha * solid));
		gradient.addColorStop(0.55, css(colour, alpha * solid * 0.95));
		gradient.addColorStop(1, css(colour, base * solid));
		return gradient;
	};
	ctx.save();
	ctx.beginPath();
	ctx.rect(x - wide, foot - wide, wide * 2, wide);
	ctx.clip();
	trace(ctx, puffs, 0, 0, 1);
	ctx.fillStyle = fade(0.95, mix(shadow, lit, 0.35), 0.12);
	ctx.fill();
	ctx.clip();
	for (const [shift, share, tone] of [
		[0.16, 0.9, mix(shadow, lit, 0.72)],
		[0.34, 0.72, lit],
	] as const) {
		trace(ctx, puffs, light.from * shift * 0.8, -shift, share);
		ctx.fillStyle = fade(0.8, tone, 0);
		ctx.fill();
	}
	ctx.restore();
}
