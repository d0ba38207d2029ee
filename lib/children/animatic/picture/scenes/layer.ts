import type { Stage } from "../camera/stage";
import { type Chance, chanceFrom } from "../paint/chance";
import { grain } from "../paint/grain";
import { type Ctx, createSurface } from "../paint/surface";
import { coverageOf, type Grid } from "./coverage";

/** One moment of a shot, as layers need to know it. */
export interface Moment {
	readonly seconds: number;
	readonly share: number;
	/** How far the world at the subject has slid to the left under a tracking camera. */
	readonly track: number;
}

/** Something drawn in frame coordinates; the camera is already applied for its depth. */
export interface Layer {
	readonly depth: number;
	readonly draw: (ctx: Ctx, moment: Moment) => void;
	/** What it holds and hides, in frame coordinates; only what is painted beforehand can tell. */
	readonly cover?: Cover;
}

export interface Cover {
	/** `grid` is in frame coordinates. */
	mark(grid: Grid, moment: Moment, marks: Uint8Array): void;
}

export interface PlateWish {
	readonly depth: number;
	/** The rows that hold anything; less is faster. */
	readonly top: number;
	readonly bottom: number;
	/** Repeats sideways under a tracking camera: what is painted over one edge comes in at the other. */
	readonly wraps?: boolean;
	/** The columns that hold anything, where not all do; such a plate cannot wrap. */
	readonly left?: number;
	readonly right?: number;
	/** Covers all it lies on; drawn faster. */
	readonly opaque?: boolean;
	/** See-through from edge to edge. */
	readonly sheer?: boolean;
	readonly grain?: number;
	readonly seed: number;
	readonly paint: (ctx: Ctx, chance: Chance) => void;
}

/** Plates that cover overlap by this much where they meet; a sheer one would show it as a line. */
const SEAM = 2;

/** Painted once, moved every frame. */
export function plate(stage: Stage, wish: PlateWish): Layer {
	const top = Math.floor(Math.max(stage.top, wish.top));
	const bottom = Math.ceil(Math.min(stage.bottom, wish.bottom));
	const period = stage.fullWidth;
	const seam = wish.sheer ? 0 : SEAM;
	const from = Math.floor(Math.max(stage.left, wish.left ?? stage.left));
	const to = Math.ceil(Math.min(stage.right, wish.right ?? stage.right));
	const { canvas, ctx } = createSurface(to - from + 2 * seam, bottom - top, wish.opaque);
	for (const turn of wish.wraps ? [-1, 0, 1] : [0]) {
		ctx.save();
		ctx.translate(-from + seam + turn * period, -top);
		wish.paint(ctx, chanceFrom(wish.seed));
		ctx.restore();
	}
	ctx.setTransform(1, 0, 0, 1, 0, 0);
	grain(ctx, canvas.width, canvas.height, wish.grain ?? 0.028);
	/** Where it lies now, twice while it wraps around. */
	const placesAt = ({ track }: Moment): readonly number[] => {
		const slid = wish.wraps ? mod(-track * wish.depth, period) : 0;
		const left = from - seam + slid;
		return slid > 0 ? [left, left - period] : [left];
	};
	const coverage = coverageOf(canvas.data(), canvas.width, canvas.height);
	return {
		depth: wish.depth,
		draw: (target, moment) => {
			for (const left of placesAt(moment)) target.drawImage(canvas, left, top);
		},
		cover: {
			mark: (grid, moment, marks) => {
				for (const left of placesAt(moment)) coverage.mark(seenFrom(grid, left, top), marks);
			},
		},
	};
}

function seenFrom({ lefts, rights, tops, bottoms }: Grid, x: number, y: number): Grid {
	return {
		lefts: lefts.map((left) => left - x),
		rights: rights.map((right) => right - x),
		tops: tops.map((top) => top - y),
		bottoms: bottoms.map((bottom) => bottom - y),
	};
}

/** Several plates as one: they move together, and one is drawn faster than two. */
export function merged(depth: number, wishes: readonly PlateWish[]): PlateWish {
	return {
		depth,
		top: Math.min(...wishes.map(({ top }) => top)),
		bottom: Math.max(...wishes.map(({ bottom }) => bottom)),
		wraps: wishes.every(({ wraps }) => wraps),
		opaque: wishes.some(({ opaque }) => opaque),
		seed: wishes[0]?.seed ?? 0,
		paint: (ctx) => {
			for (const wish of wishes) wish.paint(ctx, chanceFrom(wish.seed));
		},
	};
}

export function mod(value: number, by: number): number {
	return ((value % by) + by) % by;
}
