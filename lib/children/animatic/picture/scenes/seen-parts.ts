import type { View2d } from "../camera/camera";
import type { Stage } from "../camera/stage";
import type { Box } from "./coverage";
import type { Layer, Moment } from "./layer";

/** A layer, and how it lies on the frame now. */
export interface Laid {
	readonly layer: Layer;
	readonly view: View2d;
}

const STRIPS = 20;
const ROWS = 45;
/** Of a pixel's neighbours, how far the sampling between them reaches. */
const REACH = 1.5;
/** Where so much of it is seen, leaving out the rest gains nothing. */
const NEARLY_ALL = 0.92;

const edge = (nth: number, of: number, length: number) => Math.round((nth * length) / of);

function behindCell({ view }: Laid, cell: Box): Box {
	return {
		left: (cell.left - view.x) / view.scale - REACH,
		top: (cell.top - view.y) / view.scale - REACH,
		right: (cell.right - view.x) / view.scale + REACH,
		bottom: (cell.bottom - view.y) / view.scale + REACH,
	};
}

/**
 * For each layer, the lowest first, the parts of the frame in which it is seen: there it holds something and no layer
 * above hides it. `null` is everywhere, for layers that do not say what they hold.
 */
export function seenParts(stage: Stage, stack: readonly Laid[], moment: Moment): (readonly Box[] | null)[] {
	const hidden = new Uint8Array(STRIPS * ROWS);
	const seen: (readonly Box[] | null)[] = [];
	for (const laid of [...stack].reverse()) seen.push(seenOf(stage, laid, moment, hidden));
	return seen.reverse();
}

function seenOf(stage: Stage, laid: Laid, moment: Moment, hidden: Uint8Array): readonly Box[] | null {
	const { cover } = laid.layer;
	if (!cover) return null;
	const parts: Box[] = [];
	let cells = 0;
	for (let strip = 0; strip < STRIPS; strip += 1) {
		const [left, right] = [edge(strip, STRIPS, stage.width), edge(strip + 1, STRIPS, stage.width)];
		let from: number | null = null;
		for (let row = 0; row < ROWS; row += 1) {
			const at = strip * ROWS + row;
			const [top, bottom] = [edge(row, ROWS, stage.height), edge(row + 1, ROWS, stage.height)];
			const box = behindCell(laid, { left, top, right, bottom });
			const shows = hidden[at] === 0 && cover.holds(box, moment);
			if (shows) cells += 1;
			if (shows) from ??= top;
			else if (from !== null) {
				parts.push({ left, right, top: from, bottom: top });
				from = null;
			}
			if (shows && cover.hides(box, moment)) hidden[at] = 1;
		}
		if (from !== null) parts.push({ left, right, top: from, bottom: stage.height });
	}
	return cells > NEARLY_ALL * STRIPS * ROWS ? null : parts;
}
