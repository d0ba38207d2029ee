import { outdoors } from "../light/falling";
import { shade } from "../light/light";
import { band } from "../paint/brush";
import { between } from "../paint/chance";
import { css } from "../paint/colour";
import { type Layer, plate } from "./layer";
import { duneLayer, paintMesa, rockOf, sandOf } from "./parts/dunes";
import { skyLayer } from "./parts/sky";
import type { Build, SceneSet } from "./set";

function mesas(build: Build, horizon: number): Layer {
	const { stage, light, seed } = build;
	const rock = rockOf(build);
	const colours = [shade(light, rock, 0.8, 0.46), shade(light, rock, 0.1, 0.5)] as const;
	return plate(stage, {
		depth: 0.1,
		top: horizon - 24 * stage.unit,
		bottom: horizon + 22 * stage.unit,
		wraps: true,
		seed: seed + 1,
		paint: (ctx, chance) => {
			const count = stage.tall ? 3 : 5;
			for (let nth = 0; nth < count; nth++) {
				const x = stage.left + (stage.fullWidth * (nth + between(chance, 0.1, 0.9))) / count;
				const tall = stage.unit * between(chance, 4, nth % 2 ? 9 : 18);
				paintMesa(
					ctx,
					chance,
					x,
					horizon + stage.unit,
					stage.unit * between(chance, 12, 30),
					tall,
					colours,
					light.from,
				);
			}
			ctx.fillStyle = css(shade(light, sandOf(build), 0.5, 0.4));
			ctx.fillRect(stage.left - 3, horizon, stage.fullWidth + 6, stage.bottom - horizon);
			band(ctx, stage.left - 3, stage.fullWidth + 6, horizon, 7 * stage.unit, light.haze, 0.65);
		},
	});
}

/** Mesas at the horizon, three rows of dunes before them, a great crest in the foreground. */
export function desert(build: Build): SceneSet {
	const { stage, light } = build;
	const { unit, height } = stage;
	const horizon = height * (stage.tall ? 0.62 : 0.56);
	const foot = height * (stage.tall ? 0.79 : 0.8);
	const span = foot - horizon;
	const sky = skyLayer(build, {
		horizon,
		sunX: light.from < 0 ? 0.22 : 0.78,
		sunUp: light.night ? 0.4 : 0.09,
		cloud: 0.3,
	});
	const far = duneLayer(build, {
		depth: 0.2,
		base: horizon + span * 0.34,
		tall: 7 * unit,
		wide: 70 * unit,
		near: 0.6,
		count: 4,
		bottom: horizon + span * 0.7 + 10 * unit,
	});
	const middle = duneLayer(build, {
		depth: 0.5,
		base: horizon + span * 0.7,
		tall: 12 * unit,
		wide: 110 * unit,
		near: 0.8,
		count: 3,
		bottom: foot + 10 * unit,
	});
	const ground = duneLayer(build, {
		depth: 1,
		base: foot - span * 0.1,
		tall: 3.4 * unit,
		wide: 150 * unit,
		near: 0.95,
		count: 2,
		bottom: stage.bottom,
	});
	const front = duneLayer(build, {
		depth: 1.4,
		base: height + 9 * unit,
		tall: 19 * unit,
		wide: 190 * unit,
		near: 1,
		count: 1,
		bottom: stage.bottom,
	});
	return {
		behind: [sky, mesas(build, horizon), far, middle, ground],
		before: [front],
		focus: { x: stage.width * 0.46, y: horizon },
		ground: {
			y: foot,
			height: (stage.tall ? 34 : 38) * unit,
			traffic: "lateral",
			seat: "rock",
			horizon,
			falling: outdoors(light),
			shadow: {
				alpha: light.night ? 0.22 : 0.42 * Math.max(0.3, light.clear),
				length: light.night ? 0.18 : 0.3,
				slant: light.from * -1.6,
			},
			mirror: 0,
		},
	};
}
