import type { View2d } from "../camera/camera";
import { createEasel, type Easel, relight, stamp } from "../figure/relight";
import { type Ctx, clearSurface } from "../paint/surface";
import type { Ground } from "../scenes/set";

/** The box a drawing needs around the point it stands on, in its own heights. */
export interface Reach {
	readonly across: number;
	readonly up: number;
	readonly down: number;
}

export interface Placed {
	readonly x: number;
	readonly y: number;
	readonly height: number;
	readonly roll: number;
	/** How much light the ground gives back here; 0 for what flies or swims. */
	readonly grounded: number;
	/** Below this line of the frame it is under water and not seen. */
	readonly waterline?: number;
	/** How wide it is drawn, as a share: less for what comes towards us. */
	readonly squash?: number;
}

/** Draws with the origin on the ground and one unit to the height; y points down. */
export type Sketch = (ctx: Ctx) => void;

const LARGEST = 2200;

/** Draws one body at the size it will have on screen, lights it, and lays it down with its shadow. */
export class SpriteActor {
	private easel: Easel | null = null;
	private readonly reach: Reach;

	constructor(reach: Reach) {
		this.reach = reach;
	}

	draw(target: Ctx, placed: Placed, view: View2d, ground: Ground, sketch: Sketch): void {
		const scale = placed.height * view.scale;
		const [across, up, down] = [this.reach.across * scale, this.reach.up * scale, this.reach.down * scale];
		const width = Math.min(LARGEST, Math.ceil(across * 2) + 4);
		const height = Math.min(LARGEST, Math.ceil(up + down) + 4);
		const easel = this.easelFor(width, height);
		const [atX, atY] = [view.x + placed.x * view.scale, view.y + placed.y * view.scale];
		const [left, top] = [Math.floor(atX - across) - 2, Math.floor(atY - up) - 2];
		clearSurface(easel.sprite);
		const { ctx } = easel.sprite;
		ctx.setTransform(scale, 0, 0, scale, atX - left, atY - top);
		if (placed.roll !== 0) {
			const middle = placed.grounded > 0 || this.reach.down < 0.5 ? 0.5 : 0;
			ctx.translate(0, -middle);
			ctx.rotate(placed.roll);
			ctx.translate(0, middle);
		}
		if (placed.squash) ctx.scale(placed.squash, 1);
		// What a drawing sets, round caps say, must not reach the next frame's.
		ctx.save();
		sketch(ctx);
		ctx.restore();
		relight(easel, ground.falling, width, height, scale * 0.0075);
		target.setTransform(1, 0, 0, 1, 0, 0);
		if (placed.grounded > 0)
			this.drawOnGround(target, easel, ground, { left, top, width, height, foot: atY - top }, placed.grounded);
		const seen = placed.waterline === undefined ? height : view.y + placed.waterline * view.scale - top;
		if (seen < 1) return;
		const shown = Math.min(height, seen);
		target.drawImage(easel.sprite.canvas, 0, 0, width, shown, left, top, width, shown);
	}

	private drawOnGround(
		target: Ctx,
		easel: Easel,
		ground: Ground,
		box: { left: number; top: number; width: number; height: number; foot: number },
		share: number,
	): void {
		const { left, top, width, height, foot } = box;
		if (ground.mirror > 0) {
			target.setTransform(1, 0, 0, -0.92, left, top + foot + foot * 0.92);
			target.globalAlpha = ground.mirror * share;
			target.drawImage(easel.sprite.canvas, 0, 0, width, foot, 0, 0, width, foot);
		}
		this.drawContact(target, ground, { x: left + width / 2, y: top + foot, half: width * 0.24 }, share);
		if (ground.shadow.alpha > 0) {
			stamp(easel, "#05060c", width, height);
			const { length, slant } = ground.shadow;
			target.setTransform(
				1,
				0,
				-slant * Math.abs(length),
				-length,
				left + slant * Math.abs(length) * foot,
				top + foot + length * foot,
			);
			target.globalAlpha = ground.shadow.alpha * share;
			const { canvas } = easel.rim;
			target.drawImage(canvas, 0, 0, width * easel.rimScale, foot * easel.rimScale, 0, 0, width, foot);
		}
		target.setTransform(1, 0, 0, 1, 0, 0);
		target.globalAlpha = 1;
	}

	/** The dark right under what stands: without it feet hover. */
	private drawContact(
		target: Ctx,
		ground: Ground,
		{ x, y, half }: { x: number; y: number; half: number },
		share: number,
	): void {
		target.setTransform(1, 0, 0, 0.16, x, y);
		const dark = target.createRadialGradient(0, 0, 0, 0, 0, half);
		dark.addColorStop(0, `rgba(5,6,12,${(0.16 + ground.shadow.alpha * 0.7) * share})`);
		dark.addColorStop(0.55, `rgba(5,6,12,${(0.1 + ground.shadow.alpha * 0.4) * share})`);
		dark.addColorStop(1, "rgba(5,6,12,0)");
		target.fillStyle = dark;
		target.fillRect(-half, -half, half * 2, half * 2);
	}

	private easelFor(width: number, height: number): Easel {
		const own = this.easel;
		if (own && own.sprite.width >= width && own.sprite.height >= height) return own;
		const made = createEasel(Math.ceil(width * 1.15), Math.ceil(height * 1.15));
		this.easel = made;
		return made;
	}
}
