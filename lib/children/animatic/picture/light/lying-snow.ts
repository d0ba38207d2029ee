import type { PlannedShot } from "@/lib/domain/animatic-plan/plan";
import { mix, type Rgb, rgb } from "../paint/colour";

export const SNOW = rgb("#eff3f8");

/** What lies open to the sky is white where it snows; `share` is how much of it the snow covers. */
export function snowed({ weather }: PlannedShot, colour: Rgb, share = 0.88): Rgb {
	return weather === "snow" ? mix(colour, SNOW, share) : colour;
}
