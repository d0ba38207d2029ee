import type { Light } from "../../light/light";
import { between, type Chance } from "../../paint/chance";
import { css, mix, type Rgb, scaled } from "../../paint/colour";
import type { Ctx } from "../../paint/surface";
import type { Build } from "../set";

interface Roll {
	/** Shares of the sky's height. */
	readonly at: number;
	readonly puff: number;
	readonly tone: Rgb;
}

/** A lumpy edge right across the picture, hanging from above or, with `rising`, standing on the ground. */
function paintRoll(ctx: Ctx, chance: Chance, { stage }: Build, span: number, roll: Roll, rising: boolean): void {
	const base = stage.top + span * roll.at;
	const reach = span * roll.puff;
	const end = rising ? stage.top + span + reach : stage.top;
	ctx.beginPath();
	ctx.rect(stage.left - 4, Math.min(base, end), stage.fullWidth + 8, Math.abs(end - base));
	for (let x = stage.left - reach; x < stage.right + reach; x += reach * between(chance, 0.5, 1)) {
		const r = reach * between(chance, 0.45, 0.95);
		const y = base + reach * between(chance, -0.3, 0.3);
		ctx.moveTo(x + r * 1.5, y);
		ctx.ellipse(x, y, r * 1.5, r, 0, 0, Math.PI * 2);
	}
	const edge = base + (rising ? -reach : reach);
	const fade = ctx.createLinearGradient(0, edge, 0, rising ? base + reach * 4 : base - reach * 4);
	fade.addColorStop(0, css(mix(roll.tone, [255, 255, 255], 0.1), 0.92));
	fade.addColorStop(0.3, css(roll.tone, 0.9));
	fade.addColorStop(1, css(scaled(roll.tone, 0.8), 0.88));
	ctx.fillStyle = fade;
	ctx.fill();
}

const HEAVY = { rain: 0.8, storm: 0.66, snow: 0.93 } as const;

function rollsOf({ sky, night }: Light, weather: keyof typeof HEAVY): Roll[] {
	const dark = HEAVY[weather];
	const tone = (share: number, by: number) => scaled(mix(sky[2], sky[0], share), by * (night ? 1.15 : 1));
	return [
		{ at: 0.72, puff: 0.07, tone: tone(0.2, 0.5 + dark / 2) },
		{ at: 0.54, puff: 0.1, tone: tone(0.45, dark) },
		{ at: 0.34, puff: 0.14, tone: tone(0.7, dark * 0.9) },
	];
}

/** A ceiling of cloud under rain, storm and snow; a wall of dust over the horizon in a dust storm. */
export function paintOvercast(ctx: Ctx, chance: Chance, build: Build, horizon: number): void {
	const { stage, light, shot } = build;
	const span = horizon - stage.top;
	if (shot.weather === "dust") {
		for (const [at, puff, share] of [
			[0.5, 0.16, 0.25],
			[0.66, 0.13, 0.55],
			[0.82, 0.1, 0.85],
		] as const)
			paintRoll(ctx, chance, build, span, { at, puff, tone: mix(scaled(light.haze, 0.74), light.haze, share) }, true);
	} else if (shot.weather === "rain" || shot.weather === "storm" || shot.weather === "snow")
		for (const roll of rollsOf(light, shot.weather)) paintRoll(ctx, chance, build, span, roll, false);
}
