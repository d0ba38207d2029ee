import { CLOTH } from "../figure/costume";
import { shade } from "../light/light";
import { css, mix, type Rgb, rgb, scaled } from "../paint/colour";
import { createSurface, type Surface } from "../paint/surface";
import type { Layer } from "../scenes/layer";
import type { Build } from "../scenes/set";

const PAIRS: readonly (readonly [Rgb, Rgb])[] = [
	[CLOTH.red, CLOTH.white],
	[CLOTH.blue, CLOTH.gold],
	[CLOTH.orange, CLOTH.yellow],
	[CLOTH.teal, CLOTH.white],
];

function paintBalloon({ light }: Build, unit: number, [first, second]: readonly [Rgb, Rgb]): Surface {
	const surface = createSurface(30 * unit, 42 * unit);
	const { ctx } = surface;
	const [x, y, r] = [15 * unit, 15 * unit, 13 * unit];
	const path = (share: number) => {
		ctx.beginPath();
		ctx.moveTo(x, y - r);
		ctx.bezierCurveTo(x + r * 1.3 * share, y - r, x + r * 1.2 * share, y + r * 0.4, x + r * 0.22 * share, y + r * 1.25);
		ctx.lineTo(x - r * 0.22 * share, y + r * 1.25);
		ctx.bezierCurveTo(x - r * 1.2 * share, y + r * 0.4, x - r * 1.3 * share, y - r, x, y - r);
	};
	[1, 0.8, 0.56, 0.3].forEach((share, nth) => {
		path(share);
		ctx.fillStyle = css(shade(light, nth % 2 ? second : first, 0.8, 0.94));
		ctx.fill();
	});
	path(1);
	const round = ctx.createLinearGradient(x + light.from * r, 0, x - light.from * r, 0);
	round.addColorStop(0, css(light.glow, 0.22));
	round.addColorStop(0.5, css(light.glow, 0));
	round.addColorStop(1, css(scaled(light.sky[0], 0.6), 0.5));
	ctx.fillStyle = round;
	ctx.fill();
	ctx.strokeStyle = css(shade(light, rgb("#4a3a2c"), 0.3));
	ctx.lineWidth = unit * 0.2;
	ctx.beginPath();
	for (const side of [-1, 1]) {
		ctx.moveTo(x + side * r * 0.2, y + r * 1.25);
		ctx.lineTo(x + side * 1.6 * unit, y + r * 1.6);
	}
	ctx.stroke();
	ctx.fillStyle = css(shade(light, mix(rgb("#8a5a34"), first, 0.1), 0.5));
	ctx.beginPath();
	ctx.roundRect(x - 1.9 * unit, y + r * 1.6, 3.8 * unit, 3 * unit, 0.5 * unit);
	ctx.fill();
	return surface;
}

const PLACES = [
	[0.62, 0.22, 1],
	[0.26, 0.32, 0.6],
	[0.84, 0.4, 0.4],
	[0.44, 0.14, 0.34],
] as const;

export function balloonLayer(build: Build, count: number, colour: Rgb | null): Layer {
	const { stage } = build;
	const balloons = Array.from({ length: Math.max(1, count) }, (_, nth) =>
		paintBalloon(
			build,
			stage.unit,
			colour && nth === 0 ? [colour, CLOTH.white] : (PAIRS[nth % PAIRS.length] ?? [CLOTH.red, CLOTH.white]),
		),
	);
	return {
		depth: 0.25,
		draw: (ctx, { seconds, track }) => {
			balloons.forEach((balloon, nth) => {
				const [x, y, size] = PLACES[nth % PLACES.length] ?? PLACES[0];
				const atX = x * stage.width + seconds * stage.unit * 0.7 * size - track * 0.12;
				const atY =
					y * stage.height - seconds * stage.unit * 0.5 * size + Math.sin(seconds * 0.7 + nth) * stage.unit * 0.6;
				ctx.drawImage(
					balloon.canvas,
					atX - 15 * stage.unit * size,
					atY - 15 * stage.unit * size,
					balloon.width * size,
					balloon.height * size,
				);
			});
		},
	};
}
