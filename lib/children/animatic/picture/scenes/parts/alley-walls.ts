import { shade } from "../../light/light";
import { polygon } from "../../paint/brush";
import { between, type Chance } from "../../paint/chance";
import { css, mix, type Rgb, rgb, scaled } from "../../paint/colour";
import type { Ctx } from "../../paint/surface";
import type { Build } from "../set";
import { type Corridor, onWall, wallPanel } from "./corridor";
import { NEON } from "./neon-signs";

const BRICK = rgb("#6d5560");
const SUNLIT_BRICK = rgb("#94685a");

/** Signs and windows are lit from dusk on. */
export function lampsOn({ time }: Build["shot"]): boolean {
	return time === "dusk" || time === "night";
}

export function paintWalls(ctx: Ctx, chance: Chance, build: Build, alley: Corridor): void {
	const { light } = build;
	for (const side of [-1, 1] as const) {
		for (let far = 9, nth = 0; far > 0.6; far /= 1.34, nth++) {
			const near = Math.max(0.3, 1 - far * 0.1);
			const tone = scaled(lampsOn(build.shot) ? BRICK : SUNLIT_BRICK, between(chance, 0.75, 1.05));
			polygon(ctx, wallPanel(alley, side, far / 1.34, far, 0, between(chance, 5, 9)));
			ctx.fillStyle = css(shade(light, tone, side === -light.from ? 0.5 : 0.12, near));
			ctx.fill();
			paintCourses(ctx, build, alley, side, far, scaled(tone, 0.62), near);
			paintWallWork(ctx, chance, build, alley, side, far, near, nth);
		}
	}
}

/** Rows of bricks, told only where they are near enough to be seen. */
function paintCourses(
	ctx: Ctx,
	{ light, stage }: Build,
	alley: Corridor,
	side: -1 | 1,
	far: number,
	tone: Rgb,
	near: number,
): void {
	if (far > 3.4) return;
	ctx.strokeStyle = css(shade(light, tone, 0.2, near), 0.45);
	ctx.lineWidth = (stage.unit * 0.16) / far;
	ctx.beginPath();
	for (let up = 0.16, row = 0; up < 5; up += 0.16, row++) {
		ctx.moveTo(...onWall(alley, side, far / 1.34, up));
		ctx.lineTo(...onWall(alley, side, far, up));
		for (const share of [0.15, 0.45, 0.75]) {
			const at = (far / 1.34) * (1 + 0.34 * ((share + (row % 2) * 0.15) % 1));
			ctx.moveTo(...onWall(alley, side, at, up));
			ctx.lineTo(...onWall(alley, side, at, up - 0.16));
		}
	}
	ctx.stroke();
}

function paintWallWork(
	ctx: Ctx,
	chance: Chance,
	{ light, shot }: Build,
	alley: Corridor,
	side: -1 | 1,
	far: number,
	near: number,
	nth: number,
): void {
	const [a, b] = [far / 1.34, far];
	const at = (share: number) => a + (b - a) * share;
	for (let up = 1.2; up < 5; up += 0.85) {
		polygon(ctx, wallPanel(alley, side, at(0.3), at(0.66), up, up + 0.48));
		const on = lampsOn(shot) && chance() < 0.3;
		ctx.fillStyle = on
			? css(mix(rgb("#ffce8a"), NEON[nth % NEON.length] ?? BRICK, chance() < 0.3 ? 0.6 : 0), 0.85)
			: css(shade(light, rgb("#20212c"), 0.3, near));
		ctx.fill();
	}
	ctx.strokeStyle = css(shade(light, rgb("#17171f"), 0.3, near), 0.9);
	ctx.lineWidth = Math.max(0.8, 3 / far);
	if (nth % 2 === 0)
		for (let up = 1.1; up < 4.6; up += 0.85) {
			ctx.beginPath();
			ctx.moveTo(...onWall(alley, side, at(0.2), up));
			ctx.lineTo(...onWall(alley, side * 0.82, at(0.2), up));
			ctx.lineTo(...onWall(alley, side * 0.82, at(0.8), up));
			ctx.moveTo(...onWall(alley, side * 0.82, at(0.2), up + 0.3));
			ctx.lineTo(...onWall(alley, side * 0.82, at(0.8), up + 0.3));
			ctx.moveTo(...onWall(alley, side * 0.84, at(0.25), up));
			ctx.lineTo(...onWall(alley, side * 0.84, at(0.75), up + 0.85));
			ctx.stroke();
		}
	ctx.beginPath();
	ctx.moveTo(...onWall(alley, side, at(0.9), 0));
	ctx.lineTo(...onWall(alley, side, at(0.9), 6));
	ctx.stroke();
}
