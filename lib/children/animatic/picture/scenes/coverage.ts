/** A rectangle: where it begins, where it ends. */
export interface Box {
	readonly left: number;
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
}

/** What a painting holds, asked by rectangles of its own pixels. */
export interface Coverage {
	/** Something is painted in there. */
	holds(box: Box): boolean;
	/** Nothing behind it shines through anywhere in there. */
	hides(box: Box): boolean;
}

const CELL = 16;

/** How many cells above and to the left of each corner have a property: any rectangle's count is then four look-ups. */
class CellCount {
	private readonly sums: Int32Array;
	private readonly stride: number;

	constructor(
		readonly across: number,
		readonly down: number,
		has: (cell: number) => boolean,
	) {
		this.stride = across + 1;
		this.sums = new Int32Array(this.stride * (down + 1));
		for (let row = 0; row < down; row += 1) {
			let inRow = 0;
			for (let column = 0; column < across; column += 1) {
				inRow += has(row * across + column) ? 1 : 0;
				this.sums[(row + 1) * this.stride + column + 1] = inRow + this.upTo(column + 1, row);
			}
		}
	}

	private upTo(column: number, row: number): number {
		return this.sums[row * this.stride + column] ?? 0;
	}

	between(left: number, top: number, right: number, bottom: number): number {
		return this.upTo(right, bottom) - this.upTo(left, bottom) - this.upTo(right, top) + this.upTo(left, top);
	}
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
	const inked = new CellCount(across, down, (cell) => (any[cell] ?? 0) !== 0);
	const solid = new CellCount(across, down, (cell) => (all[cell] ?? 0) >>> 24 === 255);
	return {
		holds(box) {
			const [left, right] = [Math.max(0, Math.floor(box.left / CELL)), Math.min(across, Math.ceil(box.right / CELL))];
			const [top, bottom] = [Math.max(0, Math.floor(box.top / CELL)), Math.min(down, Math.ceil(box.bottom / CELL))];
			return left < right && top < bottom && inked.between(left, top, right, bottom) > 0;
		},
		hides(box) {
			if (box.left < 0 || box.top < 0 || box.right > width || box.bottom > height) return false;
			const [left, right] = [Math.floor(box.left / CELL), Math.ceil(box.right / CELL)];
			const [top, bottom] = [Math.floor(box.top / CELL), Math.ceil(box.bottom / CELL)];
			return solid.between(left, top, right, bottom) === (right - left) * (bottom - top);
		},
	};
}
