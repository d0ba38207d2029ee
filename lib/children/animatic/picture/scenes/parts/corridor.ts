import type { Point } from "../../paint/brush";

/** A street in one-point perspective: a wall to each side, a floor, all running to one spot. */
export interface Corridor {
	readonly vanishX: number;
	readonly vanishY: number;
	/** Half the street's width and the eye's height, in pixels at distance 1. */
	readonly half: number;
	readonly eye: number;
}

/** A point on a wall: `side` -1 left or 1 right, `far` from 1 (right here) outwards, `up` in eye heights above the floor. */
export function onWall({ vanishX, vanishY, half, eye }: Corridor, side: number, far: number, up: number): Point {
	return [vanishX + (side * half) / far, vanishY + (eye * (1 - up)) / far];
}

/** A point on the floor: `across` from -1 to 1. */
export function onFloor({ vanishX, vanishY, half, eye }: Corridor, across: number, far: number): Point {
	return [vanishX + (across * half) / far, vanishY + eye / far];
}

export function wallPanel(
	corridor: Corridor,
	side: number,
	from: number,
	to: number,
	low: number,
	high: number,
): Point[] {
	return [
		onWall(corridor, side, from, low),
		onWall(corridor, side, from, high),
		onWall(corridor, side, to, high),
		onWall(corridor, side, to, low),
	];
}
