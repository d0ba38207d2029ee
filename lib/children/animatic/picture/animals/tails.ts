import { type Point, tube } from "../paint/brush";
import { css, mix, type Rgb } from "../paint/colour";
import type { Ctx } from "../paint/surface";
import type { Breed } from "./breeds";
import type { Frame } from "./quadruped-gait";

/** Canvas points: y down. */
export const down = ([x, y]: Point): Point => [x, -y];

export function drawTail(ctx: Ctx, breed: Breed, { hip, tailSwing }: Frame, running: boolean): void {
	const root: Point = [hip[0] - breed.length * 0.13, hip[1] + breed.waist * 0.3];
	const s = tailSwing;
	const along = (...points: Point[]) => [root, ...points].map(down);
	const paint = (points: Point[], radii: number[], tone: Rgb) => {
		ctx.fillStyle = css(tone);
		tube(ctx, points, radii);
		ctx.fill();
	};
	switch (breed.tail) {
		case "stub":
			paint(along([root[0] - 0.1, root[1] + 0.06 + 0.03 * s]), [0.1, 0.07], breed.coat);
			return;
		case "puff":
			paint(along([root[0] - 0.05, root[1] + 0.02]), [0.09, 0.12], breed.under);
			return;
		case "flag":
			paint(along([root[0] - 0.06, root[1] - 0.06 + 0.05 * (running ? 2 : 0)]), [0.05, 0.04], breed.under);
			return;
		case "whip": {
			const up = breed.shape === "cat" ? 0.42 : 0.3;
			paint(
				along(
					[root[0] - 0.16, root[1] + 0.1],
					[root[0] - 0.3, root[1] + up * 0.7 + 0.04 * s],
					[root[0] - 0.33 + 0.1 * s, root[1] + up + 0.03 * s],
				),
				[0.055, 0.045, 0.038, 0.026],
				breed.coat,
			);
			return;
		}
		case "tuft": {
			const tip: Point = [root[0] - 0.16 + 0.05 * s, Math.max(0.12, root[1] - 0.42)];
			paint(along([root[0] - 0.12, root[1] - 0.1], tip), [0.04, 0.026, 0.02], breed.coat);
			paint([down(tip), down([tip[0] - 0.01, tip[1] - 0.09])], [0.04, 0.03], breed.ruff ?? breed.points);
			return;
		}
		case "brush":
			paint(
				along([root[0] - 0.2, root[1] - 0.06 + 0.03 * s], [root[0] - 0.46, root[1] - 0.1 + 0.07 * s]),
				[0.06, 0.12, 0.1],
				breed.coat,
			);
			paint(
				[down([root[0] - 0.46, root[1] - 0.1 + 0.07 * s]), down([root[0] - 0.6, root[1] - 0.07 + 0.09 * s])],
				[0.095, 0.03],
				breed.under,
			);
			return;
		case "plume":
		case "mane":
			drawPlume(ctx, breed, root, s, running);
	}
}

function drawPlume(ctx: Ctx, breed: Breed, root: Point, swing: number, running: boolean): void {
	const horse = breed.tail === "mane";
	const out = horse ? (running ? 0.6 : 0.16) : running ? 0.42 : 0.36;
	const rise = horse ? (running ? -0.02 : -0.6) : 0.16 + 0.06 * swing;
	// Of one that lies, it lies on the ground.
	const tip = down([root[0] - out, Math.max(0.08, root[1] + rise + 0.05 * swing)]);
	const from = down(root);
	ctx.fillStyle = css(horse ? breed.points : mix(breed.coat, breed.under, 0.35));
	ctx.beginPath();
	ctx.moveTo(from[0] + 0.02, from[1] - 0.05);
	ctx.bezierCurveTo(
		from[0] - out * 0.5,
		from[1] - (horse ? 0.14 : 0.12),
		tip[0] - 0.06,
		tip[1] - 0.12,
		tip[0] - 0.04,
		tip[1] + 0.03,
	);
	ctx.bezierCurveTo(
		tip[0] + out * 0.3,
		tip[1] + (horse ? 0.14 : 0.2),
		from[0] - out * 0.3,
		from[1] + 0.12,
		from[0] + 0.03,
		from[1] + 0.06,
	);
	ctx.fill();
}
