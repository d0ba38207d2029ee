import { CLOTH } from "../figure/costume";
import { type Light, shade } from "../light/light";
import { glow } from "../paint/brush";
import { css, mix, type Rgb, rgb, scaled } from "../paint/colour";
import type { Ctx } from "../paint/surface";
import { type Layer, mod } from "../scenes/layer";
import type { Build, Ground } from "../scenes/set";

const GLASS = rgb("#2a3440");
const PAINTS = ["#b23a34", "#c9cdd2", "#31557e", "#d1a23a"].map(rgb);

function wheel(ctx: Ctx, light: Light, x: number, y: number, r: number, turn: number): void {
	ctx.fillStyle = css(shade(light, rgb("#1d1d20"), 0.2));
	ctx.beginPath();
	ctx.arc(x, y, r, 0, Math.PI * 2);
	ctx.fill();
	ctx.fillStyle = css(shade(light, rgb("#a9adb3"), 0.5));
	ctx.beginPath();
	ctx.arc(x, y, r * 0.52, 0, Math.PI * 2);
	ctx.fill();
	ctx.strokeStyle = css(shade(light, rgb("#3a3b40"), 0.2));
	ctx.lineWidth = r * 0.12;
	ctx.beginPath();
	for (let nth = 0; nth < 5; nth++) {
		const at = turn + (nth * Math.PI * 2) / 5;
		ctx.moveTo(x, y);
		ctx.lineTo(x + Math.cos(at) * r * 0.5, y + Math.sin(at) * r * 0.5);
	}
	ctx.stroke();
}

/** In profile, facing right; `size` is its length, the wheels stand on the origin. */
function sideCar(ctx: Ctx, light: Light, size: number, paint: Rgb, turn: number, lamps: boolean): void {
	const s = size;
	ctx.fillStyle = "rgba(5,6,10,.35)";
	ctx.beginPath();
	ctx.ellipse(0, 0, s * 0.52, s * 0.035, 0, 0, Math.PI * 2);
	ctx.fill();
	ctx.fillStyle = css(shade(light, scaled(paint, 0.9), 0.8));
	ctx.beginPath();
	ctx.moveTo(-s * 0.27, -s * 0.2);
	ctx.bezierCurveTo(-s * 0.2, -s * 0.34, -s * 0.12, -s * 0.345, 0, -s * 0.345);
	ctx.bezierCurveTo(s * 0.1, -s * 0.345, s * 0.16, -s * 0.27, s * 0.23, -s * 0.2);
	ctx.closePath();
	ctx.fill();
	ctx.fillStyle = css(mix(shade(light, GLASS, 0.3), light.sky[2], 0.35));
	ctx.beginPath();
	ctx.moveTo(-s * 0.22, -s * 0.21);
	ctx.bezierCurveTo(-s * 0.17, -s * 0.31, -s * 0.12, -s * 0.318, -s * 0.03, -s * 0.318);
	ctx.lineTo(-s * 0.03, -s * 0.21);
	ctx.moveTo(-s * 0.005, -s * 0.318);
	ctx.bezierCurveTo(s * 0.09, -s * 0.318, s * 0.12, -s * 0.27, s * 0.18, -s * 0.21);
	ctx.lineTo(-s * 0.005, -s * 0.21);
	ctx.fill();
	const body = ctx.createLinearGradient(0, -s * 0.22, 0, -s * 0.05);
	body.addColorStop(0, css(shade(light, paint, 1)));
	body.addColorStop(1, css(shade(light, scaled(paint, 0.55), 0.2)));
	ctx.fillStyle = body;
	ctx.beginPath();
	ctx.moveTo(-s * 0.49, -s * 0.08);
	ctx.bezierCurveTo(-s * 0.5, -s * 0.2, -s * 0.46, -s * 0.205, -s * 0.28, -s * 0.21);
	ctx.lineTo(s * 0.22, -s * 0.21);
	ctx.bezierCurveTo(s * 0.4, -s * 0.195, s * 0.5, -s * 0.17, s * 0.5, -s * 0.08);
	ctx.lineTo(s * 0.49, -s * 0.055);
	ctx.lineTo(-s * 0.48, -s * 0.055);
	ctx.closePath();
	ctx.fill();
	for (const x of [-0.3, 0.3]) wheel(ctx, light, s * x, -s * 0.068, s * 0.075, turn);
	ctx.fillStyle = "#ffe9b8";
	ctx.beginPath();
	ctx.ellipse(s * 0.475, -s * 0.14, s * 0.016, s * 0.022, 0, 0, Math.PI * 2);
	ctx.fill();
	if (lamps) glow(ctx, s * 0.56, -s * 0.13, s * 0.36, rgb("#fff0c4"), 0.7);
	ctx.fillStyle = "#d0322c";
	ctx.fillRect(-s * 0.492, -s * 0.165, s * 0.02, s * 0.045);
}

function taxiSign(ctx: Ctx, w: number, lit: boolean): void {
	ctx.fillStyle = lit ? "#fff3c8" : "#f4ecd6";
	ctx.beginPath();
	ctx.roundRect(-w * 0.13, -w * 0.8, w * 0.26, w * 0.1, w * 0.02);
	ctx.fill();
	ctx.fillStyle = "#1b1a1d";
	for (let nth = 0; nth < 4; nth++) ctx.fillRect(w * (-0.1 + 0.055 * nth), -w * 0.77, w * 0.028, w * 0.04);
}

/** Coming towards us, one unit wide. */
function frontCar(ctx: Ctx, light: Light, w: number, paint: Rgb, lamps: boolean): void {
	ctx.fillStyle = "rgba(5,6,10,.45)";
	ctx.beginPath();
	ctx.ellipse(0, 0, w * 0.56, w * 0.06, 0, 0, Math.PI * 2);
	ctx.fill();
	ctx.fillStyle = css(shade(light, rgb("#17171a"), 0.2));
	for (const x of [-0.46, 0.3]) ctx.fillRect(w * x, -w * 0.18, w * 0.16, w * 0.18);
	ctx.fillStyle = css(shade(light, scaled(paint, 0.8), 0.6));
	ctx.beginPath();
	ctx.moveTo(-w * 0.4, -w * 0.4);
	ctx.lineTo(-w * 0.3, -w * 0.68);
	ctx.quadraticCurveTo(0, -w * 0.74, w * 0.3, -w * 0.68);
	ctx.lineTo(w * 0.4, -w * 0.4);
	ctx.fill();
	ctx.fillStyle = css(mix(shade(light, GLASS, 0.3), light.sky[2], 0.4));
	ctx.beginPath();
	ctx.moveTo(-w * 0.34, -w * 0.42);
	ctx.lineTo(-w * 0.27, -w * 0.65);
	ctx.quadraticCurveTo(0, -w * 0.69, w * 0.27, -w * 0.65);
	ctx.lineTo(w * 0.34, -w * 0.42);
	ctx.fill();
	if (paint === CLOTH.yellow) taxiSign(ctx, w, lamps);
	ctx.fillStyle = css(mix(shade(light, paint, 0.7), paint, light.night ? 0.35 : 0));
	ctx.beginPath();
	ctx.roundRect(-w * 0.48, -w * 0.44, w * 0.96, w * 0.33, w * 0.08);
	ctx.fill();
	ctx.fillStyle = css(shade(light, rgb("#1c1d21"), 0.2));
	ctx.beginPath();
	ctx.roundRect(-w * 0.26, -w * 0.29, w * 0.52, w * 0.12, w * 0.03);
	ctx.fill();
	for (const x of [-0.37, 0.37]) {
		if (lamps) glow(ctx, w * x, -w * 0.27, w * 0.62, rgb("#fff0c8"), 0.75);
		ctx.fillStyle = "#fff6dc";
		ctx.beginPath();
		ctx.ellipse(w * x, -w * 0.27, w * 0.07, w * 0.05, 0, 0, Math.PI * 2);
		ctx.fill();
	}
}

export function carLayer(
	{ stage, light, shot, seed }: Build,
	ground: Ground,
	count: number,
	colour: Rgb | null,
): Layer {
	const lamps = shot.time !== "day";
	const paintOf = (nth: number) => colour ?? PAINTS[(seed + nth) % PAINTS.length] ?? CLOTH.red;
	if (ground.traffic === "depth") {
		return {
			depth: 0.7,
			draw: (ctx, { seconds }) => {
				for (let nth = 0; nth < count; nth++) {
					const t = mod(seconds / 5.5 + nth / count + 0.42, 1);
					const near = 1 / (4.6 - 3.8 * t);
					const lane = nth % 2 ? 1 : -1;
					ctx.save();
					ctx.translate(
						stage.width / 2 + lane * 24 * stage.unit * near * 1.15,
						ground.horizon + (ground.y - ground.horizon) * near * 1.1,
					);
					frontCar(ctx, light, 34 * stage.unit * near, paintOf(nth), lamps);
					ctx.restore();
				}
			},
		};
	}
	return {
		depth: 0.86,
		draw: (ctx, { seconds, track }) => {
			for (let nth = 0; nth < count; nth++) {
				const size = 46 * stage.unit;
				const span = stage.fullWidth + size * 2;
				const travelled = seconds * stage.unit * 34 + nth * span * 0.37 + span * 0.3;
				ctx.save();
				ctx.translate(
					stage.left - size + mod(travelled - track * 0.3, span),
					ground.y - 3 * stage.unit - nth * stage.unit,
				);
				sideCar(ctx, light, size, paintOf(nth), travelled / (size * 0.075), lamps);
				ctx.restore();
			}
		},
	};
}

/** An engine and its carriages crossing in the middle distance. */
export function trainLayer({ stage, light, shot }: Build, ground: Ground, colour: Rgb | null): Layer {
	const { unit } = stage;
	const paint = colour ?? rgb("#7a2f30");
	const foot = ground.horizon + (ground.y - ground.horizon) * 0.42;
	const lit = shot.time !== "day";
	return {
		depth: 0.42,
		draw: (ctx, { seconds, track }) => {
			const [wide, tall, cars] = [34 * unit, 11 * unit, 6];
			const head =
				stage.left + mod(seconds * unit * 26 - track * 0.2 + stage.width * 0.75, stage.fullWidth + wide * cars);
			ctx.fillStyle = css(shade(light, rgb("#4a443e"), 0.3, 0.85));
			ctx.fillRect(stage.left, foot, stage.fullWidth, unit * 1.2);
			for (let nth = 0; nth < cars; nth++) {
				const x = head - (nth + 1) * wide;
				ctx.fillStyle = css(shade(light, nth ? paint : scaled(paint, 0.8), 0.6, 0.85));
				ctx.beginPath();
				ctx.roundRect(x, foot - tall, wide - unit, tall - unit, nth ? [unit, unit, 0, 0] : [unit, 5 * unit, unit, 0]);
				ctx.fill();
				ctx.fillStyle = lit ? "#ffd99a" : css(mix(shade(light, GLASS, 0.3, 0.85), light.sky[2], 0.4));
				for (let pane = 0; pane < 5; pane++)
					ctx.fillRect(x + unit * (3 + pane * 6), foot - tall * 0.8, unit * 4, tall * 0.34);
				ctx.fillStyle = css(shade(light, rgb("#202024"), 0.2, 0.85));
				for (const at of [0.2, 0.8]) {
					ctx.beginPath();
					ctx.arc(x + wide * at, foot - unit * 0.6, unit * 1.3, 0, Math.PI * 2);
					ctx.fill();
				}
			}
		},
	};
}
