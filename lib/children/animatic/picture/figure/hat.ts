import { css, type Rgb, scaled } from "../paint/colour";
import type { HatStyle } from "./costume";
import type { HeadFrame } from "./head-frame";

interface Hat {
	readonly style: HatStyle;
	readonly colour: Rgb;
}

export function drawHat(frame: HeadFrame, hat: Hat): void {
	if (hat.style === "fedora") drawBrimmed(frame, hat.colour, 0.66, 0.4, -0.28);
	else if (hat.style === "brim") drawBrimmed(frame, hat.colour, 0.84, 0.36, -0.28);
	else drawKnitted(frame, hat);
}

function drawBrimmed({ ctx, side }: HeadFrame, colour: Rgb, brim: number, crown: number, y: number): void {
	const slant = side * -0.05;
	ctx.save();
	ctx.translate(-side * 0.03, y);
	ctx.rotate(slant);
	ctx.fillStyle = css(scaled(colour, 0.62));
	ctx.beginPath();
	ctx.ellipse(0, 0, brim, 0.15, 0, 0, Math.PI * 2);
	ctx.fill();
	ctx.fillStyle = css(colour);
	ctx.beginPath();
	ctx.moveTo(-0.46, -0.03);
	ctx.bezierCurveTo(-0.47, -0.3, -0.4, -crown - 0.1, -0.18, -crown - 0.09);
	ctx.quadraticCurveTo(0, -crown + 0.02, 0.18, -crown - 0.09);
	ctx.bezierCurveTo(0.4, -crown - 0.1, 0.47, -0.3, 0.46, -0.03);
	ctx.quadraticCurveTo(0, 0.1, -0.46, -0.03);
	ctx.fill();
	ctx.fillStyle = css(scaled(colour, 0.4));
	ctx.beginPath();
	ctx.moveTo(-0.465, -0.13);
	ctx.quadraticCurveTo(0, 0, 0.465, -0.13);
	ctx.lineTo(0.46, -0.03);
	ctx.quadraticCurveTo(0, 0.1, -0.46, -0.03);
	ctx.fill();
	ctx.fillStyle = css(scaled(colour, 1.12));
	ctx.beginPath();
	ctx.ellipse(0, 0.025, brim, 0.135, 0, 0.06 * Math.PI, 0.94 * Math.PI);
	ctx.ellipse(0, -0.015, brim * 0.98, 0.1, 0, 0.94 * Math.PI, 0.06 * Math.PI, true);
	ctx.fill();
	ctx.restore();
}

function drawKnitted({ ctx, side }: HeadFrame, { colour, style }: Hat): void {
	ctx.fillStyle = css(colour);
	ctx.beginPath();
	ctx.moveTo(-0.44, -0.12);
	ctx.bezierCurveTo(-0.48, -0.7, 0.48, -0.7, 0.44, -0.12);
	ctx.quadraticCurveTo(0, -0.24, -0.44, -0.12);
	ctx.fill();
	ctx.strokeStyle = css(scaled(colour, 0.72));
	ctx.lineWidth = 0.09;
	ctx.beginPath();
	ctx.moveTo(-0.42, -0.15);
	ctx.quadraticCurveTo(0, -0.26, 0.42, -0.15);
	ctx.stroke();
	if (style === "beanie") {
		ctx.fillStyle = css(scaled(colour, 1.2));
		ctx.beginPath();
		ctx.arc(-side * 0.05, -0.62, 0.1, 0, Math.PI * 2);
		ctx.fill();
	}
}
