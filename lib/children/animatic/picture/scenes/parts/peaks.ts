import { type Light, shade } from "../../light/light";
import type { Point } from "../../paint/brush";
import { polygon } from "../../paint/brush";
import { between, type Chance } from "../../paint/chance";
import { css, mix, type Rgb, scaled } from "../../paint/colour";
import type { Ctx } from "../../paint/surface";

export interface Peak {
	readonly x: number;
	readonly tall: number;
	readonly half: number;
	/** The share of the height that is white. */
	readonly snow: number;
}

/** A broken line from the foot to the top; each stretch breaks again, less and less. */
function brokenLine(chance: Chance, from: Point, to: Point, rough: number, depth: number): Point[] {
	if (depth === 0) return [from];
	const middle: Point = [
		(from[0] + to[0]) / 2 + rough * (chance() - 0.5),
		(from[1] + to[1]) / 2 + rough * (chance() - 0.5) * 0.8,
	];
	return [
		...brokenLine(chance, from, middle, rough * 0.52, depth - 1),
		...brokenLine(chance, middle, to, rough * 0.52, depth - 1),
	];
}

/** Two faces divided by a spine that wanders down from the summit, lit from one side, with snow that follows the gullies. */
export function paintPeak(
	ctx: Ctx,
	chance: Chance,
	light: Light,
	peak: Peak,
	base: number,
	rock: Rgb,
	snow: Rgb,
	near: number,
): void {
	const top: Point = [peak.x, base - peak.tall];
	const left: Point = [peak.x - peak.half, base + 2];
	const right: Point = [peak.x + peak.half, base + 2];
	const rough = peak.tall * 0.2;
	const up = brokenLine(chance, left, top, rough, 5);
	const down = brokenLine(chance, top, right, rough, 5);
	const spine = brokenLine(chance, top, [peak.x + light.from * peak.half * -0.16, base + 2], peak.tall * 0.3, 5);
	const body = [...up, ...down, right];
	const lit = shade(light, rock, 0.95, near);
	const dark = shade(light, scaled(rock, 0.6), 0.05, near);
	ctx.save();
	polygon(ctx, body);
	ctx.fillStyle = css(lit);
	ctx.fill();
	ctx.clip();
	const shadeSide = light.from < 0 ? right : left;
	const far: Point = [shadeSide[0] - light.from * peak.half, base - peak.tall * 1.3];
	const away: Point[] = [
		...spine,
		[spine.at(-1)?.[0] ?? peak.x, base + 4],
		[far[0], base + 4],
		far,
		[top[0], base - peak.tall * 1.3],
	];
	polygon(ctx, away);
	ctx.fillStyle = css(dark);
	ctx.fill();
	if (peak.snow > 0) paintSnow(ctx, chance, light, peak, base, snow, near, away);
	paintGullies(ctx, chance, peak, base, dark, lit);
	hazeFoot(ctx, light, peak, base, near);
	ctx.restore();
}

function snowLine(chance: Chance, peak: Peak, base: number): Point[] {
	const line = base - peak.tall * (1 - peak.snow);
	const points: Point[] = [];
	let low = false;
	for (let x = peak.x - peak.half; x <= peak.x + peak.half; x += peak.half * between(chance, 0.035, 0.12)) {
		const out = Math.abs(x - peak.x) / peak.half;
		points.push([
			x,
			line +
				peak.tall *
					((low ? between(chance, 0.05, 0.26) : between(chance, -0.07, 0.04)) * (0.5 + peak.snow) - 0.1 * out),
		]);
		low = !low;
	}
	return [...points, [peak.x + peak.half, line]];
}

function paintSnow(
	ctx: Ctx,
	chance: Chance,
	light: Light,
	peak: Peak,
	base: number,
	snow: Rgb,
	near: number,
	away: readonly Point[],
): void {
	const line = snowLine(chance, peak, base);
	const above = base - peak.tall * 1.3;
	ctx.save();
	polygon(ctx, [[peak.x - peak.half, above], [peak.x + peak.half, above], ...[...line].reverse()]);
	ctx.clip();
	ctx.fillStyle = css(mix(shade(light, snow, 1, Math.min(1, near + 0.22)), light.glow, 0.12));
	ctx.fillRect(peak.x - peak.half, above, peak.half * 2, peak.tall * 1.4);
	polygon(ctx, away);
	ctx.fillStyle = css(shade(light, mix(snow, light.sky[1], 0.35), 0.05, Math.min(1, near + 0.1)));
	ctx.fill();
	ctx.restore();
}

function paintGullies(ctx: Ctx, chance: Chance, peak: Peak, base: number, dark: Rgb, lit: Rgb): void {
	for (let nth = 0; nth < 16; nth++) {
		const out = between(chance, -0.8, 0.8);
		const y = base - peak.tall * (1 - Math.abs(out)) * between(chance, 0.35, 0.92);
		const x = peak.x + out * peak.half * 0.86;
		const long = peak.tall * between(chance, 0.07, 0.2);
		const lean = Math.sign(out) * long * 0.45;
		polygon(ctx, [
			[x, y],
			[x + lean + long * 0.16, y + long],
			[x + lean - long * 0.1, y + long * 0.9],
		]);
		ctx.fillStyle = css(nth % 3 === 0 ? lit : dark, 0.5);
		ctx.fill();
	}
}

function hazeFoot(ctx: Ctx, light: Light, peak: Peak, base: number, near: number): void {
	const gradient = ctx.createLinearGradient(0, base - peak.tall * 0.7, 0, base);
	gradient.addColorStop(0, css(light.haze, 0));
	gradient.addColorStop(1, css(light.haze, 0.75 * (1 - near * 0.6) * Math.min(1.2, light.air)));
	ctx.fillStyle = gradient;
	ctx.fillRect(peak.x - peak.half, base - peak.tall, peak.half * 2, peak.tall + 4);
}
