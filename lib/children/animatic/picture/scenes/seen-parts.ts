import type { View2d } from "../camera/camera";
import type { Stage } from "../camera/stage";
import { type Box, type Grid, HIDES, HOLDS } from "./coverage";
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

function behindCells(stage: Stage, { view }: Laid): Grid {
	const along = (from: number, cells: number, length: number, start: number, by: number) =>
		Float64Array.from({ length: cells }, (_, nth) => (edge(nth + from, cells, length) - start) / view.scale + by);
	return {
		lefts: along(0, STRIPS, stage.width, view.x, -REACH),
		rights: along(1, STRIPS, stage.width, view.x, REACH),
		tops: along(0, ROWS, stage.height, view.y, -REACH),
		bottoms: along(1, ROWS, stage.height, view.y, REACH),
	};
}

/**
 * For each layer, the lowest first, the parts of the frame in which it is seen: there it holds something and no layer
 * above hides it. `null` is everywhere, for layers that do not say what they hold.
 */
export function seenParts(stage: Stage, stack: readonly Laid[], moment: Moment): (readonly Box[] | null)[] {
	const hidden = new Uint8Array(STRIPS * ROWS);
	const marks = new Uint8Array(STRIPS * ROWS);
	const seen: (readonly Box[] | null)[] = [];
	for (const laid of [...stack].reverse()) {
		const { cover } = laid.layer;
		if (cover) cover.mark(behindCells(stage, laid), moment, marks.fill(0));
		seen.push(cover ? seenOf(stage, marks, hidden) : null);
	}
	return seen.reverse();
}

/** Takes what is hidden out of the marks, and adds what this layer hides. */
function seenOf(stage: Stage, marks: Uint8Array, hidden: Uint8Array): readonly Box[] | null {
	let cells = 0;
	for (let at = 0; at < marks.length; at += 1) {
		const mark = hidden[at] === 0 ? (marks[at] ?? 0) : 0;
		marks[at] = mark;
		if ((mark & HOLDS) !== 0) cells += 1;
		if ((mark & HIDES) !== 0) hidden[at] = 1;
	}
	return cells > NEARLY_ALL * STRIPS * ROWS ? null : partsOf(stage, marks);
}

function partsOf(stage: Stage, marks: Uint8Array): readonly Box[] {
	const parts: Box[] = [];
	for (let strip = 0; strip < STRIPS; strip += 1) {
		for (let row = 0; row < ROWS; row += 1) {
			if (marks[strip * ROWS + row] === 0) continue;
			const from = row;
			while (row < ROWS && marks[strip * ROWS + row] !== 0) row += 1;
			parts.push({
				left: edge(strip, STRIPS, stage.width),
				right: edge(strip + 1, STRIPS, stage.width),
				top: edge(from, ROWS, stage.height),
				bottom: edge(row, ROWS, stage.height),
			});
		}
	}
	return parts;
}
