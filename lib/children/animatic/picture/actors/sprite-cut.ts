import type { Box } from "../scenes/coverage";

/** How far around the point it stands on a drawing reaches, in its own heights. */
export interface Body {
	readonly across: number;
	readonly up: number;
	readonly down: number;
}

export interface Size {
	readonly width: number;
	readonly height: number;
}

/** How a body lies: rolled about the point `middle` above where it stands. */
export interface Lie {
	readonly scale: number;
	readonly roll: number;
	readonly middle: number;
	readonly squash: number;
}

/** What a body covers, in pixels around the point it stands on. */
export function coveredBy({ across, up, down }: Body, { scale, roll, middle, squash }: Lie): Box {
	const [cos, sin] = [Math.cos(roll) * scale, Math.sin(roll) * scale];
	const side = across * squash;
	const corners = [-side, side].flatMap((x) => [-up, down].map((y) => [x, y + middle] as const));
	const xs = corners.map(([x, y]) => cos * x - sin * y);
	const ys = corners.map(([x, y]) => sin * x + cos * y - middle * scale);
	return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

export function grown({ left, top, right, bottom }: Box, by: number): Box {
	return { left: left - by, top: top - by, right: right + by, bottom: bottom + by };
}

export function movedBy({ left, top, right, bottom }: Box, x: number, y: number): Box {
	return { left: left + x, top: top + y, right: right + x, bottom: bottom + y };
}

export interface Cut extends Size {
	readonly left: number;
	readonly top: number;
}

/** What two boxes share, on whole pixels; it begins on even ones, as a rim at half the size is worked out on pairs. */
export function sharedBy(one: Box, other: Box): Cut {
	const left = 2 * Math.floor(Math.max(one.left, other.left) / 2);
	const top = 2 * Math.floor(Math.max(one.top, other.top) / 2);
	return {
		left,
		top,
		width: Math.ceil(Math.min(one.right, other.right)) - left,
		height: Math.ceil(Math.min(one.bottom, other.bottom)) - top,
	};
}
