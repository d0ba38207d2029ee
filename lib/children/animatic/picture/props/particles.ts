import { glow } from "../paint/brush";
import { between, chanceFrom } from "../paint/chance";
import { css, type Rgb, rgb } from "../paint/colour";
import { createSurface } from "../paint/surface";
import { type Layer, mod } from "../scenes/layer";
import type { Build } from "../scenes/set";

/** Lights that wander and go out and come again; the glow is painted once and stamped. */
export function firefliesLayer({ stage, seed, light }: Build): Layer {
	const chance = chanceFrom(seed + 301);
	const radius = 2.6 * stage.unit;
	const stamp = createSurface(radius * 2, radius * 2);
	glow(stamp.ctx, radius, radius, radius, rgb("#f6ff9a"), 0.9);
	stamp.ctx.fillStyle = "#fdffe0";
	stamp.ctx.beginPath();
	stamp.ctx.arc(radius, radius, stage.unit * 0.28, 0, Math.PI * 2);
	stamp.ctx.fill();
	const flies = Array.from({ length: 42 }, () => ({
		x: chance(),
		y: between(chance, 0.36, 0.95),
		phase: chance() * 9,
		pace: between(chance, 0.4, 1),
		size: between(chance, 0.5, 1.2),
	}));
	return {
		depth: 1.1,
		draw: (ctx, { seconds, track }) => {
			ctx.globalCompositeOperation = light.night ? "lighter" : "source-over";
			for (const { x, y, phase, pace, size } of flies) {
				const bright = Math.sin(seconds * pace * 2.2 + phase);
				if (bright <= 0.05) continue;
				const atX =
					stage.left +
					mod(x * stage.fullWidth - track + stage.unit * 5 * Math.sin(seconds * pace * 0.6 + phase), stage.fullWidth);
				const atY = stage.height * y + stage.unit * 3 * Math.sin(seconds * pace * 0.9 + phase * 2);
				ctx.globalAlpha = bright;
				const r = radius * size;
				ctx.drawImage(stamp.canvas, atX - r, atY - r, r * 2, r * 2);
			}
			ctx.globalAlpha = 1;
			ctx.globalCompositeOperation = "source-over";
		},
	};
}

interface Fall {
	readonly tones: readonly Rgb[];
	readonly size: number;
	readonly speed: number;
	readonly count: number;
	readonly slim: number;
}

const PETALS: Fall = {
	tones: [rgb("#f6c3d2"), rgb("#f9dbe4"), rgb("#eba3bb")],
	size: 0.85,
	speed: 0.09,
	count: 60,
	slim: 0.6,
};
const LEAVES: Fall = {
	tones: [rgb("#d0702c"), rgb("#b8472a"), rgb("#dca23a")],
	size: 1.3,
	speed: 0.11,
	count: 42,
	slim: 0.5,
};

/** Petals or leaves that turn over as they come down. */
function fallingLayer({ stage, seed }: Build, fall: Fall, depth: number): Layer {
	const chance = chanceFrom(seed + Math.round(depth * 311));
	const bits = Array.from({ length: fall.count }, () => ({
		x: chance(),
		y: chance(),
		size: fall.size * between(chance, 0.6, 1.3) * stage.unit * (0.6 + depth * 0.5),
		speed: fall.speed * between(chance, 0.7, 1.3),
		spin: between(chance, 0.6, 2),
		phase: chance() * 9,
		tone: Math.floor(chance() * fall.tones.length),
	}));
	return {
		depth,
		draw: (ctx, { seconds, track }) => {
			fall.tones.forEach((tone, nth) => {
				ctx.fillStyle = css(tone);
				ctx.beginPath();
				for (const bit of bits) {
					if (bit.tone !== nth) continue;
					const y = stage.top + mod(bit.y + seconds * bit.speed, 1) * stage.fullHeight;
					const x =
						stage.left +
						mod(
							bit.x * stage.fullWidth +
								stage.unit * (6 * Math.sin(seconds * 0.9 + bit.phase) + seconds * 4) -
								track * depth,
							stage.fullWidth,
						);
					const turn = seconds * bit.spin + bit.phase;
					const flat = Math.max(0.16, Math.abs(Math.cos(turn * 1.7))) * fall.slim;
					ctx.moveTo(x + Math.cos(turn) * bit.size, y + Math.sin(turn) * bit.size);
					ctx.ellipse(x, y, bit.size, bit.size * flat, turn, 0, Math.PI * 2);
				}
				ctx.fill();
			});
		},
	};
}

export function petalLayers(build: Build): readonly Layer[] {
	return [fallingLayer(build, PETALS, 0.7), fallingLayer(build, { ...PETALS, count: 18 }, 1.5)];
}

export function leafLayers(build: Build): readonly Layer[] {
	return [fallingLayer(build, LEAVES, 0.7), fallingLayer(build, { ...LEAVES, count: 12 }, 1.5)];
}

export function bubbleLayer({ stage, seed }: Build): Layer {
	const chance = chanceFrom(seed + 331);
	const all = Array.from({ length: 26 }, () => ({
		x: chance(),
		y: chance(),
		r: stage.unit * between(chance, 0.8, 2.8),
		speed: between(chance, 0.04, 0.09),
		phase: chance() * 7,
	}));
	return {
		depth: 1.2,
		draw: (ctx, { seconds }) => {
			ctx.lineWidth = stage.unit * 0.16;
			for (const { x, y, r, speed, phase } of all) {
				const up = stage.bottom - mod(y + seconds * speed, 1) * stage.fullHeight;
				const across = stage.left + x * stage.fullWidth + Math.sin(seconds + phase) * stage.unit * 2;
				ctx.strokeStyle = "rgba(255,255,255,.6)";
				ctx.fillStyle = "rgba(220,240,255,.12)";
				ctx.beginPath();
				ctx.arc(across, up, r, 0, Math.PI * 2);
				ctx.fill();
				ctx.stroke();
				ctx.fillStyle = "rgba(255,255,255,.7)";
				ctx.beginPath();
				ctx.arc(across - r * 0.4, up - r * 0.4, r * 0.14, 0, Math.PI * 2);
				ctx.fill();
			}
		},
	};
}
