import { between, type Chance, chanceFrom } from "../paint/chance";
import type { Ctx } from "../paint/surface";
import type { Layer } from "../scenes/layer";
import type { Build } from "../scenes/set";

const FIRST_SECONDS = 1.2;
const EVERY_SECONDS = 2.7;
const FORK_SECONDS = 0.62;

interface Strike {
	readonly nth: number;
	/** Seconds since it struck. */
	readonly since: number;
}

function strikeAt(seconds: number): Strike | null {
	const since = (((seconds - FIRST_SECONDS) % EVERY_SECONDS) + EVERY_SECONDS) % EVERY_SECONDS;
	return seconds < FIRST_SECONDS || since > FORK_SECONDS
		? null
		: { nth: Math.floor((seconds - FIRST_SECONDS) / EVERY_SECONDS), since };
}

/** The whole picture lights up twice, the second time weaker. */
export function flashLayer({ stage }: Build): Layer {
	return {
		depth: 1.5,
		draw: (ctx, { seconds }) => {
			const since = strikeAt(seconds)?.since;
			if (since === undefined) return;
			const flash = Math.max(0, 1 - since * 9) + 0.6 * Math.max(0, 1 - Math.abs(since - 0.24) * 11);
			if (flash < 0.02) return;
			ctx.fillStyle = `rgba(206,220,255,${(flash * 0.26).toFixed(3)})`;
			ctx.fillRect(stage.left, stage.top, stage.fullWidth, stage.fullHeight);
		},
	};
}

function fork(ctx: Ctx, chance: Chance, from: readonly [number, number], to: number, unit: number, wide: number): void {
	let [x, y] = from;
	const twigs: (readonly [number, number])[] = [];
	ctx.lineWidth = wide;
	ctx.beginPath();
	ctx.moveTo(x, y);
	while (y < to) {
		x += between(chance, -4.5, 4.5) * unit;
		y += between(chance, 2.4, 6) * unit;
		ctx.lineTo(x, y);
		if (chance() < 0.28) twigs.push([x, y]);
	}
	ctx.stroke();
	if (wide < unit * 0.4) return;
	for (const twig of twigs.slice(0, 4)) fork(ctx, chance, twig, Math.min(to, twig[1] + unit * 16), unit, wide * 0.4);
}

/** The fork itself, behind everything that stands on the ground. */
export function boltLayer({ stage, seed }: Build): Layer {
	const { unit } = stage;
	return {
		depth: 0.02,
		draw: (ctx, { seconds }) => {
			const strike = strikeAt(seconds);
			if (!strike) return;
			const strength = Math.min(1, 1.35 - strike.since / FORK_SECONDS);
			ctx.save();
			ctx.lineJoin = "round";
			for (const [wide, alpha] of [
				[3.4, 0.12],
				[1.5, 0.28],
				[0.55, 1],
			] as const) {
				const chance = chanceFrom(seed + strike.nth * 13);
				const start = [stage.width * between(chance, 0.16, 0.84), stage.top] as const;
				ctx.strokeStyle = `rgba(226,234,255,${(alpha * strength).toFixed(3)})`;
				fork(ctx, chance, start, stage.height * 0.54, unit, wide * unit);
			}
			ctx.restore();
		},
	};
}
