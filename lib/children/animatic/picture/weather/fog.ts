import { flatGlow } from "../paint/brush";
import { between } from "../paint/chance";
import { css, mix } from "../paint/colour";
import { type Layer, mod, plate } from "../scenes/layer";
import type { Build } from "../scenes/set";

/** Banks that drift across, low and in two depths. */
export function fogLayers(build: Build): readonly Layer[] {
	return [bank(build, 0.7, 0.5, 0.012, 0.36), bank(build, 1.4, 0.4, 0.03, 0.62)];
}

function bank({ stage, light, seed }: Build, depth: number, alpha: number, speed: number, from: number): Layer {
	const colour = mix(light.haze, light.sky[3], 0.45);
	const painted = plate(stage, {
		depth,
		top: stage.height * from,
		bottom: stage.bottom,
		wraps: true,
		sheer: true,
		grain: 0,
		seed: seed + Math.round(depth * 31),
		paint: (ctx, chance) => {
			for (let nth = 0; nth < 26; nth++) {
				const x = between(chance, stage.left, stage.right);
				const y = stage.height * between(chance, from + 0.18, 1.05);
				flatGlow(
					ctx,
					x,
					y,
					stage.unit * between(chance, 26, 60),
					between(chance, 0.2, 0.36),
					colour,
					alpha * between(chance, 0.3, 0.7),
				);
			}
			ctx.fillStyle = css(colour, 0.05);
			ctx.fillRect(stage.left - 3, stage.height * from, stage.fullWidth + 6, stage.fullHeight);
		},
	});
	return {
		depth,
		draw: (ctx, moment) => {
			painted.draw(ctx, {
				...moment,
				track: mod(moment.track + (moment.seconds * speed * stage.width) / depth, stage.fullWidth / depth),
			});
		},
	};
}
