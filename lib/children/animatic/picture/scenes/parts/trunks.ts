import { shade } from "../../light/light";
import { snowed } from "../../light/lying-snow";
import { between, type Chance } from "../../paint/chance";
import { css, mix, type Rgb, rgb, scaled } from "../../paint/colour";
import type { Ctx } from "../../paint/surface";
import type { Build } from "../set";

const BARK = rgb("#5b4a3e");

export const LEAF = rgb("#5f8a45");

const AUTUMN = rgb("#c8692c");

export function leafOf({ shot }: Build): Rgb {
	return snowed(shot, shot.props.some(({ kind }) => kind === "leaves") ? AUTUMN : LEAF, 0.8);
}

export function paintTrunk(
	ctx: Ctx,
	chance: Chance,
	build: Build,
	x: number,
	base: number,
	thick: number,
	near: number,
): void {
	const { stage, light } = build;
	const lean = between(chance, -0.05, 0.05) * (base - stage.top);
	const top = stage.top - 4;
	const bark = mix(BARK, leafOf(build), 0.1);
	const body = ctx.createLinearGradient(x - thick, 0, x + thick, 0);
	const [lit, dark] = [css(shade(light, bark, 0.9, near)), css(shade(light, scaled(bark, 0.5), 0.05, near))];
	body.addColorStop(light.from < 0 ? 0.1 : 0.9, lit);
	body.addColorStop(0.5, css(shade(light, scaled(bark, 0.72), 0.3, near)));
	body.addColorStop(light.from < 0 ? 0.9 : 0.1, dark);
	ctx.fillStyle = body;
	ctx.beginPath();
	ctx.moveTo(x - thick * 1.9, base + thick);
	ctx.bezierCurveTo(
		x - thick * 0.7,
		base - thick * 1.5,
		x - thick * 0.62,
		base - thick * 5,
		x + lean - thick * 0.46,
		top,
	);
	ctx.lineTo(x + lean + thick * 0.46, top);
	ctx.bezierCurveTo(
		x + thick * 0.62,
		base - thick * 5,
		x + thick * 0.7,
		base - thick * 1.5,
		x + thick * 2.1,
		base + thick,
	);
	ctx.fill();
	paintBoughs(ctx, chance, x, lean, base, thick, dark, stage.top);
}

function paintBoughs(
	ctx: Ctx,
	chance: Chance,
	x: number,
	lean: number,
	base: number,
	thick: number,
	tone: string,
	top: number,
): void {
	ctx.strokeStyle = tone;
	ctx.lineCap = "round";
	for (let nth = 0; nth < 4; nth++) {
		const up = between(chance, 0.42, 0.95);
		const [bx, by] = [x + lean * up, base - (base - top) * up];
		const side = chance() < 0.5 ? -1 : 1;
		const reach = thick * between(chance, 4, 9);
		ctx.lineWidth = thick * between(chance, 0.1, 0.22);
		ctx.beginPath();
		ctx.moveTo(bx, by);
		ctx.quadraticCurveTo(bx + side * reach * 0.3, by - reach * 0.5, bx + side * reach, by - reach * 0.7);
		ctx.stroke();
	}
}

export function paintFern(
	ctx: Ctx,
	chance: Chance,
	x: number,
	base: number,
	size: number,
	tones: readonly [string, string],
): void {
	for (let nth = 0; nth < 7; nth++) {
		const turn = -Math.PI * (0.1 + 0.8 * ((nth + chance() * 0.6) / 7));
		const [dx, dy] = [Math.cos(turn) * size, Math.sin(turn) * size];
		ctx.fillStyle = tones[nth % 2] ?? tones[0];
		ctx.beginPath();
		ctx.moveTo(x, base);
		ctx.quadraticCurveTo(x + dx * 0.5 - dy * 0.14, base + dy * 1.1, x + dx, base + dy * 0.72);
		ctx.quadraticCurveTo(x + dx * 0.5 + dy * 0.14, base + dy * 0.8, x, base);
		ctx.fill();
	}
}
