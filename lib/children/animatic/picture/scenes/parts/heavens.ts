import type { Prop } from "@/lib/domain/animatic-plan/plan";
import type { Stage } from "../../camera/stage";
import { CLOTH } from "../../figure/costume";
import { glow } from "../../paint/brush";
import { type Chance, noiseFrom } from "../../paint/chance";
import { css, mix, rgb, scaled } from "../../paint/colour";
import type { Ctx } from "../../paint/surface";
import type { Build } from "../set";
import { paintCraters } from "./craters";

/** The first moon is the great one; the rest keep it company. */
const MOON_PLACES = [
	[0.64, 0.66, 9.5],
	[0.43, 0.86, 5],
	[0.83, 0.9, 3.4],
	[0.22, 0.74, 2.8],
] as const;

export function paintMoons(ctx: Ctx, { stage, light }: Build, horizon: number, moons: Prop): void {
	const pale = moons.colour
		? mix(CLOTH[moons.colour], rgb("#fff6e6"), moons.colour === "white" ? 0.6 : 0.35)
		: light.sun;
	for (const [x, up, size] of MOON_PLACES.slice(0, moons.count)) {
		const [cx, cy] = [x * stage.width, horizon - up * (horizon - stage.top * 0.4)];
		const radius = size * stage.unit * (moons.count > 1 ? 1 : 0.8);
		glow(ctx, cx, cy, radius * 4, pale, light.night ? 0.34 : 0.26);
		ctx.save();
		ctx.beginPath();
		ctx.arc(cx, cy, radius, 0, Math.PI * 2);
		ctx.clip();
		ctx.fillStyle = css(light.night ? pale : mix(pale, light.sky[2], 0.18));
		ctx.fillRect(cx - radius, cy - radius, radius * 2, radius * 2);
		paintCraters(ctx, cx, cy, radius, light.sky[0]);
		const dusk = ctx.createRadialGradient(
			cx + light.from * radius * 0.5,
			cy - radius * 0.3,
			radius * 0.4,
			cx,
			cy,
			radius * 1.5,
		);
		dusk.addColorStop(0, css(light.sky[1], 0));
		dusk.addColorStop(1, css(scaled(light.sky[1], 0.8), 0.82));
		ctx.fillStyle = dusk;
		ctx.fillRect(cx - radius, cy - radius, radius * 2, radius * 2);
		ctx.restore();
	}
}

const AURORA = ["#4dffb0", "#38d6c8", "#8a6bff"] as const;

export function paintAurora(ctx: Ctx, stage: Stage, horizon: number, chance: Chance): void {
	ctx.save();
	ctx.globalCompositeOperation = "screen";
	AURORA.forEach((hex, ribbon) => {
		const drift = noiseFrom(chance, 3, 3);
		const colour = rgb(hex);
		const steps = 150;
		for (let nth = 0; nth < steps; nth++) {
			const share = nth / steps;
			const x = stage.left + stage.fullWidth * share;
			const foot = horizon * (0.56 + 0.3 * (drift(share) - 0.5) - 0.1 * ribbon);
			const tall = horizon * (0.34 + 0.4 * drift(share * 3 + 0.3));
			const beam = ctx.createLinearGradient(0, foot - tall, 0, foot);
			beam.addColorStop(0, css(colour, 0));
			beam.addColorStop(0.8, css(colour, 0.16 + 0.12 * drift(share * 7)));
			beam.addColorStop(1, css(colour, 0));
			ctx.fillStyle = beam;
			ctx.fillRect(x, foot - tall, stage.fullWidth / steps + 1, tall);
		}
	});
	ctx.restore();
}

const BOW = ["#e2504a", "#ea9a45", "#f0dc5e", "#62b96a", "#4a8ad0", "#7b5bb8"] as const;

export function paintRainbow(ctx: Ctx, stage: Stage, horizon: number): void {
	const radius = Math.min(stage.width, stage.height * 1.2) * 0.56;
	ctx.lineWidth = radius * 0.022;
	BOW.forEach((hex, nth) => {
		ctx.strokeStyle = css(rgb(hex), 0.34);
		ctx.beginPath();
		ctx.arc(stage.width * 0.4, horizon + radius * 0.12, radius * (1 - nth * 0.021), Math.PI * 1.02, Math.PI * 1.98);
		ctx.stroke();
	});
}
