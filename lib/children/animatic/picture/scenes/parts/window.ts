import { fillDown, flatGlow, glow } from "../../paint/brush";
import { between, chanceFrom } from "../../paint/chance";
import { css, mix, rgb } from "../../paint/colour";
import { createSurface } from "../../paint/surface";
import { type Layer, mod, plate } from "../layer";
import type { Build } from "../set";
import { paintTower, rowOf } from "./buildings";

export interface Pane {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

export type Outlook = "city" | "garden";

/** What the window shows, out of focus as a lens set on the room would have it. */
export function outlookLayer(build: Build, pane: Pane, outlook: Outlook): Layer {
	const { stage, light, shot, seed } = build;
	const { unit } = stage;
	return plate(stage, {
		depth: 0.12,
		top: pane.y - 12 * unit,
		bottom: pane.y + pane.height + 12 * unit,
		seed: seed + 61,
		paint: (ctx, chance) => {
			const [left, width, top, height] = [
				pane.x - 14 * unit,
				pane.width + 28 * unit,
				pane.y - 12 * unit,
				pane.height + 24 * unit,
			];
			fillDown(ctx, left, top, width, height, [
				[0, css(light.sky[1])],
				[0.5, css(light.sky[2])],
				[0.85, css(light.sky[3])],
				[1, css(light.haze)],
			]);
			glow(
				ctx,
				pane.x + pane.width * 0.6,
				pane.y + pane.height * 0.4,
				pane.height * 0.9,
				light.glow,
				light.night ? 0.16 : 0.5,
			);
			const foot = pane.y + pane.height + 6 * unit;
			if (outlook === "garden") {
				for (let nth = 0; nth < 26; nth++) {
					const x = left + width * chance();
					flatGlow(
						ctx,
						x,
						foot - unit * between(chance, 0, 16),
						unit * between(chance, 6, 15),
						0.8,
						mix(light.haze, rgb("#3f6a3a"), light.night ? 0.2 : 0.55),
						0.8,
					);
				}
				return;
			}
			const tower = mix(light.haze, [20, 22, 36], light.night ? 0.55 : 0.3);
			for (const each of rowOf(chance, left, left + width, unit, {
				base: foot,
				low: 14,
				high: 40,
				broad: [6, 12],
				gap: 1.5,
				peak: 0.6,
			})) {
				paintTower(ctx, chance, light, {
					...each,
					base: foot,
					body: tower,
					side: mix(tower, [0, 0, 0], 0.2),
					lit: shot.time === "day" ? 0.04 : 0.42,
					pane: 1.1 * unit,
				});
			}
			if (shot.time === "day") return;
			for (let nth = 0; nth < 20; nth++) {
				const tone = [rgb("#ffc27a"), rgb("#ff8a5a"), rgb("#8ad0ff"), rgb("#ffe6b0")][nth % 4] ?? light.glow;
				const [x, y, r] = [
					left + width * chance(),
					foot - unit * between(chance, 0, 26),
					unit * between(chance, 0.9, 2.2),
				];
				ctx.fillStyle = css(tone, between(chance, 0.2, 0.5));
				ctx.beginPath();
				ctx.arc(x, y, r, 0, Math.PI * 2);
				ctx.fill();
			}
		},
	});
}

/** Drops that cling, and some that run down the glass. */
export function wetGlass({ stage, light, seed, shot }: Build, pane: Pane): Layer | null {
	if (shot.weather !== "rain" && shot.weather !== "storm") return null;
	const chance = chanceFrom(seed + 67);
	const { unit } = stage;
	const still = createSurface(pane.width, pane.height);
	still.ctx.fillStyle = css(light.sky[3], 0.06);
	still.ctx.fillRect(0, 0, still.width, still.height);
	for (let nth = 0; nth < 240; nth++) {
		const [x, y, r] = [chance() * pane.width, chance() * pane.height, unit * between(chance, 0.1, 0.42)];
		still.ctx.fillStyle = css(mix(light.sky[3], [255, 255, 255], 0.5), 0.38);
		still.ctx.beginPath();
		still.ctx.ellipse(x, y, r, r * 1.25, 0, 0, Math.PI * 2);
		still.ctx.fill();
		still.ctx.fillStyle = css(light.sky[0], 0.3);
		still.ctx.beginPath();
		still.ctx.ellipse(x, y - r * 0.35, r * 0.7, r * 0.6, 0, 0, Math.PI * 2);
		still.ctx.fill();
	}
	const runs = Array.from({ length: 34 }, () => ({
		x: chance(),
		y: chance(),
		speed: between(chance, 0.1, 0.34),
		long: between(chance, 4, 14),
		wander: chance() * 7,
	}));
	return {
		depth: 0.3,
		draw: (ctx, { seconds }) => {
			ctx.save();
			ctx.beginPath();
			ctx.rect(pane.x, pane.y, pane.width, pane.height);
			ctx.clip();
			ctx.drawImage(still.canvas, pane.x, pane.y);
			ctx.strokeStyle = css(mix(light.sky[3], [255, 255, 255], 0.55), 0.42);
			ctx.lineWidth = unit * 0.22;
			ctx.lineCap = "round";
			ctx.beginPath();
			for (const run of runs) {
				const y = pane.y + mod(run.y + seconds * run.speed, 1.2) * pane.height;
				const x = pane.x + run.x * pane.width + unit * 0.7 * Math.sin(y / (unit * 6) + run.wander);
				ctx.moveTo(x, y);
				ctx.quadraticCurveTo(x + unit * 0.4, y - run.long * unit * 0.5, x + unit * 0.1, y - run.long * unit);
			}
			ctx.stroke();
			ctx.restore();
		},
	};
}

/** Snow or rain seen falling outside, behind the frame. */
export function fallingOutside({ stage, seed, shot }: Build, pane: Pane): Layer | null {
	if (shot.weather !== "snow") return null;
	const chance = chanceFrom(seed + 69);
	const flakes = Array.from({ length: 70 }, () => ({
		x: chance(),
		y: chance(),
		r: between(chance, 0.15, 0.5) * stage.unit,
		speed: between(chance, 0.06, 0.14),
		phase: chance() * 7,
	}));
	return {
		depth: 0.2,
		draw: (ctx, { seconds }) => {
			ctx.save();
			ctx.beginPath();
			ctx.rect(pane.x, pane.y, pane.width, pane.height);
			ctx.clip();
			ctx.fillStyle = "rgba(255,255,255,.8)";
			ctx.beginPath();
			for (const { x, y, r, speed, phase } of flakes) {
				const [px, py] = [
					pane.x + (x + 0.03 * Math.sin(seconds + phase)) * pane.width,
					pane.y + mod(y + seconds * speed, 1) * pane.height,
				];
				ctx.moveTo(px + r, py);
				ctx.arc(px, py, r, 0, Math.PI * 2);
			}
			ctx.fill();
			ctx.restore();
		},
	};
}
