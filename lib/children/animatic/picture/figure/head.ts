import { css, mix, type Rgb, scaled } from "../paint/colour";
import type { Ctx } from "../paint/surface";
import type { Dressed } from "./dressed";
import { drawHat } from "./hat";
import type { HeadFrame } from "./head-frame";

function inHeadFrame(d: Dressed, draw: (frame: HeadFrame) => void): void {
	const { ctx, view, bones, pose, size } = d;
	const yaw = ((view.yaw + pose.headTurn) * Math.PI) / 180;
	ctx.save();
	ctx.translate(view.x(bones.head), view.y(bones.head));
	ctx.rotate(
		((pose.nod + pose.lean * 0.3) * view.side * 0.6 * Math.PI) / 180 + (pose.tilt * view.front * 0.5 * Math.PI) / 180,
	);
	ctx.scale(size.head, size.head);
	draw({ ctx, d, front: Math.cos(yaw), side: Math.sin(yaw) });
	ctx.restore();
}

const SKULL_BACK = 0.06;

/** A face in profile on one side melts into an egg seen from the front. */
function skullPath(ctx: Ctx, front: number, side: number): void {
	const s = Math.sign(side) || 1;
	const profile = Math.max(0, (Math.abs(side) - 0.62) / 0.38);
	const half = 0.36 + 0.06 * Math.abs(side);
	const shift = -side * SKULL_BACK;
	const nose = front < -0.15 ? 0 : profile;
	const f = (x: number) => s * x;
	ctx.beginPath();
	ctx.moveTo(shift, -0.52);
	ctx.bezierCurveTo(f(half * 0.62) + shift, -0.52, f(half + 0.02), -0.36, f(half - 0.01), -0.12);
	ctx.lineTo(f(half + 0.005 + 0.012 * nose), -0.03);
	ctx.quadraticCurveTo(f(half + 0.02 + 0.115 * nose), 0.09, f(half - 0.01 + 0.085 * nose), 0.13);
	ctx.quadraticCurveTo(f(half - 0.03), 0.16, f(half - 0.055 + 0.05 * nose), 0.22);
	ctx.quadraticCurveTo(f(half - 0.09 + 0.03 * nose), 0.28, f(half - 0.12 + 0.06 * nose), 0.34);
	ctx.quadraticCurveTo(f(half - 0.16 + 0.06 * nose), 0.47, f(half - 0.32 + 0.08 * nose), 0.48);
	ctx.bezierCurveTo(f(-0.04), 0.49, f(-half * 0.7 + 0.14 * nose), 0.4, f(-half * 0.86 + 0.06 * nose), 0.16);
	ctx.bezierCurveTo(f(-half - 0.06 * nose - 0.02), 0, f(-half - 0.05 - 0.05 * nose), -0.52, shift, -0.52);
	ctx.closePath();
}

function drawEyes({ ctx, front, side, d }: HeadFrame): void {
	const blink = Math.sin(d.seconds * 1.7 + d.size.hips * 90) > 0.985 ? 0.2 : 1;
	for (const lateral of [-0.165, 0.165]) {
		const x = lateral * front + 0.33 * side;
		const turned = front * 0.9 + Math.sign(lateral) * -side * -0.35;
		if (turned < 0.12) continue;
		const wide = Math.max(0.32, Math.min(1, turned));
		ctx.fillStyle = "rgba(250,246,240,.92)";
		ctx.beginPath();
		ctx.ellipse(x, -0.03, 0.075 * wide, 0.042 * blink, 0, 0, Math.PI * 2);
		ctx.fill();
		ctx.fillStyle = "#231a1c";
		ctx.beginPath();
		ctx.ellipse(x + side * 0.016, -0.028, 0.036, 0.043 * blink, 0, 0, Math.PI * 2);
		ctx.fill();
		ctx.strokeStyle = css(scaled(d.costume.hair, 0.75));
		ctx.lineWidth = 0.034;
		ctx.lineCap = "round";
		ctx.beginPath();
		ctx.moveTo(x - 0.085 * wide, -0.115);
		ctx.quadraticCurveTo(x, -0.15, x + 0.085 * wide, -0.118);
		ctx.stroke();
	}
}

function drawMouth({ ctx, front, side, d }: HeadFrame): void {
	const x = 0.345 * side;
	const wide = 0.1 * Math.max(0.4, front) * (1 - 0.25 * d.mouth);
	const lips: Rgb = mix(d.costume.skin, [150, 40, 46], d.size.hips > 0.08 && d.size.head < 0.15 ? 0.7 : 0.42);
	if (d.mouth > 0.06) {
		ctx.fillStyle = "#3a1418";
		ctx.beginPath();
		ctx.ellipse(x, 0.265 + 0.02 * d.mouth, wide, 0.018 + 0.07 * d.mouth, 0, 0, Math.PI * 2);
		ctx.fill();
	}
	ctx.strokeStyle = css(lips);
	ctx.lineWidth = 0.034;
	ctx.lineCap = "round";
	ctx.beginPath();
	ctx.moveTo(x - wide, 0.255);
	ctx.quadraticCurveTo(x, 0.262 - 0.035 * d.mouth, x + wide, 0.252);
	ctx.stroke();
}

function drawFace(frame: HeadFrame): void {
	const { ctx, front, side, d } = frame;
	if (front < -0.12) return;
	ctx.save();
	skullPath(ctx, front, side);
	ctx.clip();
	ctx.fillStyle = css(scaled(d.costume.skin, 0.86), 0.75);
	ctx.beginPath();
	ctx.ellipse(side * 0.3 - 0.02, 0.5, 0.4, 0.13, 0, 0, Math.PI * 2);
	ctx.fill();
	drawEyes(frame);
	drawMouth(frame);
	ctx.restore();
	if (Math.abs(side) > 0.85) return;
	ctx.strokeStyle = css(scaled(d.costume.skin, 0.74));
	ctx.lineWidth = 0.03;
	ctx.beginPath();
	ctx.moveTo(0.35 * side, 0);
	ctx.quadraticCurveTo(0.35 * side + 0.06 * (side >= 0 ? 1 : -1), 0.11, 0.35 * side - 0.01, 0.135);
	ctx.stroke();
}

/** Hair over the top and sides; the hairline climbs off the forehead as the face turns to us. */
function drawHairCap({ ctx, front, side, d }: HeadFrame): void {
	const { hairStyle, hair } = d.costume;
	const s = Math.sign(side) || 1;
	const behind = front < -0.12;
	ctx.fillStyle = css(hair);
	ctx.beginPath();
	if (behind) {
		ctx.ellipse(
			-side * 0.06,
			-0.1,
			0.44,
			hairStyle === "crop" || hairStyle === "short" ? 0.45 : 0.47,
			0,
			0,
			Math.PI * 2,
		);
		ctx.fill();
		return;
	}
	const open = 0.4 * Math.abs(side);
	const line = hairStyle === "crop" ? -0.32 : -0.25;
	const drop = hairStyle === "crop" || hairStyle === "short" ? 0.02 : 0.2;
	ctx.moveTo(s * (0.36 + 0.03 * Math.abs(side)), line + 0.03);
	ctx.bezierCurveTo(s * 0.42, -0.52, s * 0.2, -0.62, -s * 0.06, -0.6);
	ctx.bezierCurveTo(
		-s * 0.36,
		-0.6,
		-s * (0.46 + 0.06 * Math.abs(side)),
		-0.36,
		-s * (0.42 + 0.06 * Math.abs(side)),
		-0.05,
	);
	ctx.quadraticCurveTo(-s * 0.44, drop, -s * (0.36 - 0.02), drop + 0.06 + 0.1 * Math.abs(side));
	ctx.quadraticCurveTo(-s * (0.3 - open * 0.8), drop - 0.04, -s * (0.31 - open), -0.12);
	ctx.quadraticCurveTo(-s * (0.28 - open), line + 0.02, s * 0.02, line - 0.02);
	ctx.quadraticCurveTo(s * 0.2, line - 0.05, s * (0.36 + 0.03 * Math.abs(side)), line + 0.03);
	ctx.closePath();
	ctx.fill();
	if (hairStyle === "bun") {
		ctx.beginPath();
		ctx.arc(-side * 0.42, -0.46 - 0.16 * Math.abs(front), 0.19, 0, Math.PI * 2);
		ctx.fill();
	}
}

export function drawHairBehind(d: Dressed): void {
	const { hairStyle } = d.costume;
	if (hairStyle !== "long" && hairStyle !== "bob") return;
	inHeadFrame(d, ({ ctx, side }) => {
		hairFall(ctx, side, hairStyle === "long" ? 1.02 : 0.5, d.seconds, d.speed);
		ctx.fillStyle = css(scaled(d.costume.hair, 0.82));
		ctx.fill();
	});
}

function hairFall(ctx: Ctx, side: number, length: number, seconds: number, speed: number): void {
	const swing = Math.sin(seconds * 5.6 + 1) * 0.05 * Math.min(1, speed * 2) - side * Math.min(0.3, speed * 0.35);
	const back = -side * 0.16;
	ctx.beginPath();
	ctx.moveTo(back * 0.4, -0.56);
	ctx.bezierCurveTo(0.5 + back, -0.5, 0.47 + back, 0.1, 0.4 + back + swing * 0.5, length * 0.62);
	ctx.quadraticCurveTo(0.26 + back + swing, length, back + swing, length * 0.97);
	ctx.quadraticCurveTo(-0.3 + back + swing, length, -0.4 + back + swing * 0.5, length * 0.62);
	ctx.bezierCurveTo(-0.47 + back, 0.1, -0.5 + back, -0.5, back * 0.4, -0.56);
	ctx.closePath();
}

export function drawHead(d: Dressed): void {
	inHeadFrame(d, (frame) => {
		const { ctx, front, side } = frame;
		ctx.fillStyle = css(d.costume.skin);
		skullPath(ctx, front, side);
		ctx.fill();
		if (Math.abs(side) > 0.5 && front > -0.4) drawEar(frame);
		drawFace(frame);
		drawHairCap(frame);
		if (front < -0.12 && (d.costume.hairStyle === "long" || d.costume.hairStyle === "bob")) {
			hairFall(ctx, side, d.costume.hairStyle === "long" ? 1.0 : 0.52, d.seconds, d.speed);
			ctx.fillStyle = css(d.costume.hair);
			ctx.fill();
		}
		if (d.costume.hat) drawHat(frame, d.costume.hat);
	});
}

function drawEar({ ctx, side, d }: HeadFrame): void {
	ctx.fillStyle = css(scaled(d.costume.skin, 0.88));
	ctx.beginPath();
	ctx.ellipse(-side * 0.07, 0.03, 0.06, 0.1, 0, 0, Math.PI * 2);
	ctx.fill();
}
