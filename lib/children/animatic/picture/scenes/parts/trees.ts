import { tube } from "../../paint/brush";
import { between, type Chance } from "../../paint/chance";
import { css, mix, type Rgb, scaled } from "../../paint/colour";
import type { Ctx } from "../../paint/surface";

type Tones = readonly [lit: Rgb, dark: Rgb];

/** Tiers of drooping boughs around a straight trunk. */
export function paintPine(
	ctx: Ctx,
	chance: Chance,
	x: number,
	base: number,
	tall: number,
	[lit, dark]: Tones,
	from: number,
): void {
	const tiers = Math.max(7, Math.round(tall / 16));
	ctx.fillStyle = css(scaled(dark, 0.6));
	ctx.fillRect(x - tall * 0.012, base - tall * 0.2, tall * 0.024, tall * 0.2);
	const edges = Array.from({ length: tiers }, (_, nth) => {
		const share = nth / tiers;
		return {
			y: base - tall * (0.1 + 0.86 * share),
			half: tall * 0.2 * (1 - share) ** 0.82 * between(chance, 0.78, 1.15) + tall * 0.008,
		};
	});
	for (const [tone, shift] of [
		[dark, 0],
		[lit, from * tall * 0.02],
	] as const) {
		ctx.fillStyle = css(tone);
		ctx.beginPath();
		for (const { y, half } of edges) {
			const side = tone === lit ? half * 0.62 : half;
			ctx.moveTo(x + shift * 0.4, y - tall * 0.15);
			ctx.quadraticCurveTo(x + shift + side * 0.5, y - tall * 0.04, x + shift + side, y + tall * 0.03);
			ctx.quadraticCurveTo(x + shift, y - tall * 0.005, x + shift - side, y + tall * 0.03);
			ctx.quadraticCurveTo(x + shift - side * 0.5, y - tall * 0.04, x + shift * 0.4, y - tall * 0.15);
		}
		ctx.fill();
	}
}

/** A round crown of leaf clumps on a forked trunk. */
export function paintBroadleaf(
	ctx: Ctx,
	chance: Chance,
	x: number,
	base: number,
	tall: number,
	[lit, dark]: Tones,
	bark: Rgb,
	from: number,
): void {
	ctx.fillStyle = css(bark);
	ctx.beginPath();
	ctx.moveTo(x - tall * 0.085, base + tall * 0.012);
	ctx.quadraticCurveTo(x - tall * 0.028, base - tall * 0.012, x - tall * 0.024, base - tall * 0.12);
	ctx.lineTo(x + tall * 0.026, base - tall * 0.12);
	ctx.quadraticCurveTo(x + tall * 0.03, base - tall * 0.012, x + tall * 0.09, base + tall * 0.012);
	ctx.quadraticCurveTo(x, base - tall * 0.008, x - tall * 0.085, base + tall * 0.012);
	ctx.fill();
	tube(
		ctx,
		[
			[x, base - tall * 0.06],
			[x + tall * 0.01, base - tall * 0.4],
			[x - tall * 0.1, base - tall * 0.66],
		],
		[tall * 0.027, tall * 0.022, tall * 0.008],
	);
	ctx.fill();
	tube(
		ctx,
		[
			[x + tall * 0.005, base - tall * 0.32],
			[x + tall * 0.13, base - tall * 0.62],
		],
		[tall * 0.02, tall * 0.008],
	);
	ctx.fill();
	const middle = mix(dark, lit, 0.5);
	const clumps = Array.from({ length: 78 }, () => {
		const turn = chance() * Math.PI * 2;
		const out = chance() ** 0.62;
		return [
			Math.cos(turn) * out * 0.3,
			-0.68 + Math.sin(turn) * out * 0.25,
			between(chance, 0.035, 0.075),
			out,
		] as const;
	});
	for (const [tone, share, shift, most] of [
		[mix(dark, lit, 0.16), 1.2, 0, 2],
		[middle, 1, 0.5, 0.95],
		[lit, 0.72, 1, 0.8],
	] as const) {
		ctx.fillStyle = css(tone);
		ctx.beginPath();
		for (const [dx, dy, r, out] of clumps) {
			if (out > most) continue;
			const radius = r * share * tall;
			const [px, py] = [x + (dx + shift * from * 0.045) * tall, base + (dy - shift * 0.045) * tall];
			ctx.moveTo(px + radius, py);
			ctx.arc(px, py, radius, 0, Math.PI * 2);
		}
		ctx.fill();
	}
}

/** A leaning trunk with fronds that arch and hang. */
export function paintPalm(
	ctx: Ctx,
	chance: Chance,
	x: number,
	base: number,
	tall: number,
	lean: number,
	[lit, dark]: Tones,
	bark: Rgb,
): void {
	const top = [x + lean * tall * 0.5, base - tall] as const;
	ctx.strokeStyle = css(bark);
	ctx.lineCap = "round";
	for (let nth = 0; nth < 22; nth++) {
		const at = (share: number) => [x + lean * tall * 0.5 * share ** 1.6, base - tall * share] as const;
		ctx.lineWidth = tall * (0.042 - 0.022 * (nth / 22));
		ctx.beginPath();
		ctx.moveTo(...at(nth / 22));
		ctx.lineTo(...at((nth + 1) / 22));
		ctx.stroke();
	}
	for (let nth = 0; nth < 11; nth++) {
		const turn = -Math.PI * (nth / 10) + between(chance, -0.12, 0.12);
		const reach = tall * between(chance, 0.36, 0.48);
		const [dx, dy] = [Math.cos(turn) * reach, Math.sin(turn) * reach * 0.5];
		const tip = [top[0] + dx, top[1] + dy + reach * 0.42] as const;
		ctx.fillStyle = css(nth % 2 ? lit : dark);
		ctx.beginPath();
		ctx.moveTo(...top);
		ctx.quadraticCurveTo(top[0] + dx * 0.62, top[1] + dy - reach * 0.2, ...tip);
		ctx.quadraticCurveTo(top[0] + dx * 0.5, top[1] + dy + reach * 0.1, ...top);
		ctx.fill();
	}
}
