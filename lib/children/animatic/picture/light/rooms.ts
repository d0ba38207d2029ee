import type { TimeOfDay } from "@/lib/domain/animatic-plan/plan";
import { type Rgb, rgb } from "../paint/colour";
import type { Light } from "./light";

/** Indoors the window and the lamps light things; the hour decides which of them leads. */
export interface RoomLight {
	readonly lamp: Rgb;
	/** How much the lamps give, 0 to 1. */
	readonly lamps: number;
	readonly window: number;
	/** What walls and things are multiplied with. */
	readonly fill: Rgb;
}

const LAMP = rgb("#ffc484");
const ROOMS: Readonly<Record<TimeOfDay, Omit<RoomLight, "lamp">>> = {
	dawn: { lamps: 0.35, window: 0.8, fill: [0.62, 0.54, 0.56] },
	day: { lamps: 0.1, window: 1, fill: [0.86, 0.85, 0.84] },
	dusk: { lamps: 0.85, window: 0.55, fill: [0.6, 0.46, 0.42] },
	night: { lamps: 1, window: 0.2, fill: [0.36, 0.32, 0.38] },
};

export function roomLight(time: TimeOfDay, light: Light): RoomLight {
	const room = ROOMS[time];
	return { ...room, lamp: LAMP, window: room.window * (0.5 + 0.5 * light.clear) };
}

export function inRoom({ fill }: RoomLight, colour: Rgb, by = 1): Rgb {
	return [colour[0] * fill[0] * by, colour[1] * fill[1] * by, colour[2] * fill[2] * by];
}
