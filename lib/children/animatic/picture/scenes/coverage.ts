/** A rectangle: where it begins, where it ends. */
export interface Box {
	readonly left: number;
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
}

/** Rectangles in rows and columns, by their edges in a painting's own pixels; they may overlap. */
export interface Grid {
	readonly lefts: Float64Array;
	readonly rights: Float64Array;
	readonly tops: Float64Array;
	readonly bottoms: Float64Array;
}

/** In a rectangle something is painted. */
export const HOLDS = 1;
/** And nothing behind it shines through anywhere in there. */
export const HIDES = 2;

/** What a painting holds, asked by a grid of rectangles; the answers are added to `marks`, column after column. */
export interface Coverage {
	mark(grid: Grid, marks: Uint8Array): void;
}

const CELL = 16;

/** How many cells above and to the left of each corner have a property: any rectangle's count is then four look-ups. */
function countCells(across: number, down: number, has: (cell: number) => boolean): Int32Array {
	const stride = across + 1;
	const sums = new Int32Array(stride * (down + 1));
	for (let row = 0; row < down; row += 1) {
		let inRow = 0;
		for (let column = 0; column < across; column += 1) {
			inRow += has(row * across + column) ? 1 : 0;
			sums[(row + 1) * stride + column + 1] = inRow + (sums[row * stride + column + 1] ?? 0);
		}
	}
	return sums;
}

/** Cells from `first` up to `last` in each direction; the edges of all rectangles, as cells. */
interface Spans {
	readonly first: Int32Array;
	readonly last: Int32Array;
	/** It lies wholly within the painting. */
	readonly within: Uint8Array;
}

function spansOf(from: Float64Array, until: Float64Array, pixels: number): Spans {
	const cells = Math.ceil(pixels / CELL);
	return {
		first: Int32Array.from(from, (edge) => Math.min(cells, Math.max(0, Math.floor(edge / CELL)))),
		last: Int32Array.from(until, (edge) => Math.min(cells, Math.max(0, Math.ceil(edge / CELL)))),
		within: Uint8Array.from(from, (edge, nth) => (edge >= 0 && (until[nth] ?? 0) <= pixels ? 1 : 0)),
	};
}

/** Reads a painting's pixels once: RGBA, in rows of `width`. */
export function coverageOf(rgba: Uint8Array, width: number, height: number): Coverage {
	const pixels = new Uint32Array(rgba.buffer, rgba.byteOffset, width * height);
	const [across, down] = [Math.ceil(width / CELL), Math.ceil(height / CELL)];
	const any = new Uint32Array(across * down);
	const all = new Uint32Array(across * down).fill(0xffffffff);
	for (let y = 0; y < height; y += 1) {
		const cells = Math.floor(y / CELL) * across;
		for (let column = 0; column < across; column += 1) {
			const until = Math.min(width, (column + 1) * CELL);
			let some = 0;
			let each = 0xffffffff;
			for (let x = column * CELL; x < until; x += 1) {
				const pixel = pixels[y * width + x] ?? 0;
				some |= pixel;
				each &= pixel;
			}
			any[cells + column] = (any[cells + column] ?? 0) | some;
			all[cells + column] = (all[cells + column] ?? 0) & each;
		}
	}
	const inked = countCells(across, down, (cell) => (any[cell] ?? 0) !== 0);
	const solid = countCells(across, down, (cell) => (all[cell] ?? 0) >>> 24 === 255);
	return {
		mark(grid, marks) {
			const columns = spansOf(grid.lefts, grid.rights, width);
			const rows = spansOf(grid.tops, grid.bottoms, height);
			markCells({ inked, solid, stride: across + 1 }, columns, rows, marks);
		},
	};
}

interface Counts {
	readonly inked: Int32Array;
	readonly solid: Int32Array;
	readonly stride: number;
}

function markCells({ inked, solid, stride }: Counts, columns: Spans, rows: Spans, marks: Uint8Array): void {
	let at = 0;
	for (let column = 0; column < columns.first.length; column += 1) {
		const [left, right] = [columns.first[column] ?? 0, columns.last[column] ?? 0];
		for (let row = 0; row < rows.first.length; row += 1, at += 1) {
			const above = (rows.first[row] ?? 0) * stride;
			const below = (rows.last[row] ?? 0) * stride;
			if (left >= right || above >= below || count(inked, left, right, above, below) === 0) continue;
			const all = (right - left) * ((below - above) / stride);
			const within = columns.within[column] === 1 && rows.within[row] === 1;
			const hides = within && count(solid, left, right, above, below) === all;
			marks[at] = (marks[at] ?? 0) | (hides ? HOLDS | HIDES : HOLDS);
		}
	}
}

/** `above` and `below` are where their rows begin. */
function count(sums: Int32Array, left: number, right: number, above: number, below: number): number {
	return (
		(sums[below + right] ?? 0) - (sums[below + left] ?? 0) - (sums[above + right] ?? 0) + (sums[above + left] ?? 0)
	);
}
