import type { Falling } from "../figure/relight";
import { mix, type Rgb, scaled } from "../paint/colour";
import type { Light } from "./light";

const brightness = (colour: Rgb) => (colour[0] + colour[1] + colour[2]) / 3;

/** Open-air light on a body: in the dark its colours drown in the sky's, with the sun or moon on its edge. */
export function outdoors(light: Light, more: Partial<Falling> = {}): Falling {
	const bright = Math.min(1, brightness(light.ambient) + brightness(light.key) * 0.55);
	const shadow = scaled(mix(light.sky[1], light.sky[0], 0.6), light.night ? 0.55 : 0.62);
	return {
		shadow,
		shadowShare: Math.max(0.04, Math.min(0.44, 0.84 - bright)),
		key: mix(light.glow, light.sun, 0.35),
		keyShare: light.night ? 0.1 : 0.26 * light.clear + 0.04,
		from: light.from,
		rim: light.rim,
		rimShare: light.night ? 0.62 * Math.max(0.5, light.clear) : 0.35 + 0.45 * light.clear,
		...more,
	};
}
