import { shade } from "../light/light";
import { glow } from "../paint/brush";
import { css, mix, type Rgb, rgb, scaled } from "../paint/colour";
import { type Ctx, createSurface } from "../paint/surface";
import type { Layer } from "../scenes/layer";
import type { Build } from "../scenes/set";

const HULL = rgb("#6a4230");
const SAIL = rgb("#f2ead8");

function sailboat(ctx: Ctx, { light }: Build, size: number, hull: Rgb): void {
	const s = size;
	ctx.strokeStyle = css(shade(light, rgb("#3a2c22"), 0.3, 0.9));
	ctx.lineWidth = s * 0.02;
	ctx.beginPath();
	ctx.moveTo(0, -s * 0.1);
	ctx.lineTo(0, -s * 1.02);
	ctx.stroke();
	const sail = mix(shade(light, SAIL, 0.9, 0.92), light.glow, 0.12);
	ctx.fillStyle = css(sail);
	ctx.beginPath();
	ctx.moveTo(s * 0.03, -s * 0.98);
	ctx.quadraticCurveTo(s * 0.46, -s * 0.5, s * 0.42, -s * 0.17);
	ctx.lineTo(s * 0.03, -s * 0.17);
	ctx.fill();
	ctx.fillStyle = css(scaled(sail, 0.78));
	ctx.beginPath();
	ctx.moveTo(-s * 0.03, -s * 0.9);
	ctx.quadraticCurveTo(-s * 0.2, -s * 0.45, -s * 0.38, -s * 0.2);
	ctx.lineTo(-s * 0.03, -s * 0.19);
	ctx.fill();
	ctx.fillStyle = css(shade(light, hull, 0.5, 0.95));
	ctx.beginPath();
	ctx.moveTo(-s * 0.5, -s * 0.14);
	ctx.lineTo(s * 0.54, -s * 0.16);
	ctx.quadraticCurveTo(s * 0.4, s * 0.05, s * 0.28, s * 0.05);
	ctx.lineTo(-s * 0.34, s * 0.05);
	ctx.closePath();
	ctx.fill();
}

/** Where the hull parts the water; over the hull's foot, so that the boat lies in the sea. */
function wash(ctx: Ctx, { light }: Build, size: number, seconds: number): void {
	const s = size;
	ctx.fillStyle = css(mix(light.sky[3], light.sky[2], 0.5), 0.95);
	ctx.beginPath();
	for (let nth = 0; nth < 7; nth++) {
		const x = s * (-0.46 + 0.15 * nth);
		const wide = s * (0.11 + 0.02 * Math.sin(seconds * 1.7 + nth * 2));
		ctx.moveTo(x + wide, s * 0.035);
		ctx.ellipse(x, s * (0.035 + 0.01 * Math.sin(seconds * 1.3 + nth)), wide, s * 0.025, 0, 0, Math.PI * 2);
	}
	ctx.fill();
}

/** Boats that ride the swell, with their broken image in the water. */
export function boatLayer(build: Build, water: number, count: number, colour: Rgb | null): Layer {
	const { stage } = build;
	const { unit, width } = stage;
	return {
		depth: 0.45,
		draw: (ctx, { seconds, track }) => {
			for (let nth = 0; nth < count; nth++) {
				const size = unit * (26 - nth * 6);
				const x = width * (0.34 + 0.24 * nth) + seconds * unit * 0.9 - track * 0.4;
				const y = water + unit * (10 - nth * 2.6) + Math.sin(seconds * 1.1 + nth * 2) * unit * 0.5;
				ctx.save();
				ctx.translate(x, y);
				ctx.save();
				ctx.scale(1, -0.34);
				ctx.globalAlpha = 0.28;
				sailboat(ctx, build, size, colour ?? HULL);
				ctx.restore();
				ctx.rotate(0.035 * Math.sin(seconds * 0.9 + nth));
				sailboat(ctx, build, size, colour ?? HULL);
				wash(ctx, build, size, seconds + nth);
				ctx.restore();
			}
		},
	};
}

/** A tower on its rock, the beam going round. */
export function lighthouseLayer(build: Build, horizon: number): Layer {
	const { stage, light, shot } = build;
	const { unit } = stage;
	const x = stage.width * (light.from < 0 ? 0.8 : 0.2);
	const tower = createSurface(30 * unit, 52 * unit);
	paintTower(tower.ctx, build, unit);
	const lit = shot.time !== "day" || light.clear < 0.3;
	return {
		depth: 0.16,
		draw: (ctx, { seconds }) => {
			ctx.drawImage(tower.canvas, x - 15 * unit, horizon - 48 * unit);
			if (!lit) return;
			const [lampX, lampY] = [x, horizon - 39.6 * unit];
			glow(ctx, lampX, lampY, 14 * unit, rgb("#fff2c4"), 0.8);
			const turn = Math.cos(seconds * 1.3);
			const reach = turn * stage.width * 0.8;
			const beam = ctx.createLinearGradient(lampX, 0, lampX + reach, 0);
			beam.addColorStop(0, "rgba(255,242,200,.5)");
			beam.addColorStop(1, "rgba(255,242,200,0)");
			ctx.fillStyle = beam;
			ctx.beginPath();
			ctx.moveTo(lampX, lampY - unit * 0.6);
			ctx.lineTo(lampX + reach, lampY - unit * 9);
			ctx.lineTo(lampX + reach, lampY + unit * 7);
			ctx.lineTo(lampX, lampY + unit * 0.6);
			ctx.fill();
		},
	};
}

function paintTower(ctx: Ctx, { light }: Build, unit: number): void {
	const [x, base] = [15 * unit, 50 * unit];
	ctx.fillStyle = css(shade(light, rgb("#57524c"), 0.3, 0.8));
	ctx.beginPath();
	ctx.moveTo(0, base + 2 * unit);
	ctx.quadraticCurveTo(4 * unit, base - 6 * unit, x - 4 * unit, base - 7 * unit);
	ctx.lineTo(x + 5 * unit, base - 6 * unit);
	ctx.quadraticCurveTo(26 * unit, base - 4 * unit, 30 * unit, base + 2 * unit);
	ctx.fill();
	for (let nth = 0; nth < 5; nth++) {
		const [low, high] = [base - (6 + nth * 6) * unit, base - (12 + nth * 6) * unit];
		const half = (share: number) => (3.6 - share * 1.3) * unit;
		ctx.fillStyle = css(shade(light, rgb(nth % 2 ? "#f0ece2" : "#b8362f"), 0.7, 0.88));
		ctx.beginPath();
		ctx.moveTo(x - half(nth / 5), low);
		ctx.lineTo(x - half((nth + 1) / 5), high);
		ctx.lineTo(x + half((nth + 1) / 5), high);
		ctx.lineTo(x + half(nth / 5), low);
		ctx.fill();
	}
	ctx.fillStyle = css(shade(light, rgb("#26262b"), 0.3, 0.9));
	ctx.fillRect(x - 3.2 * unit, base - 37 * unit, 6.4 * unit, unit);
	ctx.fillRect(x - 1.8 * unit, base - 40.4 * unit, 3.6 * unit, 3.6 * unit);
	ctx.beginPath();
	ctx.moveTo(x - 2.6 * unit, base - 40.2 * unit);
	ctx.lineTo(x, base - 43.4 * unit);
	ctx.lineTo(x + 2.6 * unit, base - 40.2 * unit);
	ctx.fill();
	ctx.fillStyle = "#ffeeb8";
	ctx.fillRect(x - 1.1 * unit, base - 39.6 * unit, 2.2 * unit, 2.2 * unit);
}
