import type { View2d } from "../camera/camera";
import { createEasel, type Easel, relight, stamp } from "../figure/relight";
import { type Ctx, clearSurface } from "../paint/surface";
import type { Box } from "../scenes/coverage";
import type { Ground } from "../scenes/set";
import { type Body, type Cut, coveredBy, grown, type Lie, movedBy, type Size, sharedBy } from "./sprite-cut";

/** The box a drawing needs around the point it stands on; its light runs from edge to edge of it. */
export interface Reach extends Body {
	/** All that is ever drawn in it, where that is much less. */
	readonly body?: Body;
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
	/** All that is drawn of it this time, where that is known. */
	readonly body?: Body;
}

/** Draws with the origin on the ground and one unit to the height; y points down. */
export type Sketch = (ctx: Ctx) => void;

const LARGEST = 2200;
/** What comes nearer grows; room for that is made ahead. */
const AHEAD = 1.15;
/** Pixels around what is drawn: its soft edge, and what its rim is worked out from. */
const AROUND = 3;

/** Where a drawing's box lies on the frame, and the part of the box that is worked on. */
interface Lain extends Size {
	readonly left: number;
	readonly top: number;
	/** Of the box, where it stands. */
	readonly footX: number;
	readonly foot: number;
	readonly cut: Cut;
}

/** Draws one body at the size it will have on screen, lights it, and lays it down with its shadow. */
export class SpriteActor {
	private easel: Easel | null = null;
	private room: Size = { width: 0, height: 0 };
	private readonly reach: Reach;

	constructor(reach: Reach) {
		this.reach = reach;
	}

	draw(target: Ctx, placed: Placed, view: View2d, ground: Ground, sketch: Sketch): void {
		const scale = placed.height * view.scale;
		const middle = placed.grounded > 0 || this.reach.down < 0.5 ? 0.5 : 0;
		const lie = { scale, roll: placed.roll, middle, squash: placed.squash ?? 1 };
		const lain = this.lay(target, placed, view, lie);
		const { cut } = lain;
		if (cut.width < 1 || cut.height < 1) return;
		const easel = this.easelFor(lain);
		clearSurface(easel.sprite);
		const { ctx } = easel.sprite;
		// What a drawing sets, round caps say, must not reach the next frame's.
		ctx.save();
		// Where a path is cut off tells in its last bits: not by a canvas whose size depends on what was drawn before.
		ctx.beginPath();
		ctx.rect(0, 0, cut.width, cut.height);
		ctx.clip();
		ctx.setTransform(scale, 0, 0, scale, lain.footX - cut.left, lain.foot - cut.top);
		if (placed.roll !== 0) {
			ctx.translate(0, -middle);
			ctx.rotate(placed.roll);
			ctx.translate(0, middle);
		}
		if (placed.squash) ctx.scale(placed.squash, 1);
		sketch(ctx);
		ctx.restore();
		relight(easel, ground.falling, lain, thickness(scale));
		target.setTransform(1, 0, 0, 1, 0, 0);
		if (placed.grounded > 0) this.drawOnGround(target, easel, ground, lain, placed.grounded);
		const shown = Math.min(cut.height, waterlineOf(placed, view) - lain.top - cut.top);
		if (shown < 1) return;
		const [x, y] = [lain.left + cut.left, lain.top + cut.top];
		target.drawImage(easel.sprite.canvas, 0, 0, cut.width, shown, x, y, cut.width, shown);
	}

	private lay(target: Ctx, placed: Placed, view: View2d, lie: Lie): Lain {
		const { scale } = lie;
		const [across, up, down] = [this.reach.across * scale, this.reach.up * scale, this.reach.down * scale];
		const [atX, atY] = [view.x + placed.x * view.scale, view.y + placed.y * view.scale];
		const [left, top] = [Math.floor(atX - across) - 2, Math.floor(atY - up) - 2];
		const width = Math.min(LARGEST, Math.ceil(across * 2) + 4);
		const height = Math.min(LARGEST, Math.ceil(up + down) + 4);
		const [footX, foot] = [atX - left, atY - top];
		const whole = { left: 0, top: 0, right: width, bottom: height };
		const body = placed.body ?? this.reach.body;
		const drawn = body ? grown(movedBy(coveredBy(body, lie), footX, foot), AROUND) : whole;
		// A mirror and a shadow show what the frame itself does not.
		const frame = placed.grounded > 0 ? null : frameOf(target, waterlineOf(placed, view));
		const seen = frame ? grown(movedBy(frame, -left, -top), 2 * AROUND + thickness(scale)) : whole;
		const cut = sharedBy(whole, toBox(sharedBy(drawn, seen)));
		return { left, top, width, height, footX, foot, cut };
	}

	private drawOnGround(target: Ctx, easel: Easel, ground: Ground, lain: Lain, share: number): void {
		const { left, top, width, foot, cut } = lain;
		const tall = Math.min(cut.height, foot - cut.top);
		if (ground.mirror > 0) {
			target.setTransform(1, 0, 0, -0.92, left, top + foot + foot * 0.92);
			target.globalAlpha = ground.mirror * share;
			target.drawImage(easel.sprite.canvas, 0, 0, cut.width, tall, cut.left, cut.top, cut.width, tall);
		}
		this.drawContact(target, ground, { x: left + width / 2, y: top + foot, half: width * 0.24 }, share);
		if (ground.shadow.alpha > 0) {
			stamp(easel, "#05060c", cut);
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
			const [across, down] = [cut.width * easel.rimScale, tall * easel.rimScale];
			target.drawImage(easel.rim.canvas, 0, 0, across, down, cut.left, cut.top, cut.width, tall);
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

	private easelFor({ width, height, cut }: Lain): Easel {
		if (width > this.room.width || height > this.room.height) {
			this.room = { width: Math.ceil(width * AHEAD), height: Math.ceil(height * AHEAD) };
			this.easel = null;
		}
		const own = this.easel;
		if (own && own.sprite.width >= cut.width && own.sprite.height >= cut.height) return own;
		const ahead = { width: Math.ceil(cut.width * AHEAD), height: Math.ceil(cut.height * AHEAD) };
		const made = createEasel(ahead, this.room.width * this.room.height);
		this.easel = made;
		return made;
	}
}

function thickness(scale: number): number {
	return scale * 0.0075;
}

function waterlineOf({ waterline }: Placed, view: View2d): number {
	return waterline === undefined ? Number.POSITIVE_INFINITY : view.y + waterline * view.scale;
}

function frameOf({ canvas }: Ctx, bottom: number): Box {
	return { left: 0, top: 0, right: canvas.width, bottom: Math.min(canvas.height, bottom) };
}

function toBox({ left, top, width, height }: Cut): Box {
	return { left, top, right: left + width, bottom: top + height };
}
