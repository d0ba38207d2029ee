import { type Canvas, loadImage } from "@napi-rs/canvas";
import type { AnimaticPlan, PlannedShot } from "@/lib/domain/animatic-plan/plan";
import { lightFor } from "./light/light";
import { drawOverlay, drawProgress, type Overlay, overlayOf } from "./overlay/frame-overlay";
import { css } from "./paint/colour";
import { clearSurface, createSurface } from "./paint/surface";
import { loadPhoto, type Photo, photoShot } from "./photo/photo-shot";
import { type ShotPicture, sceneShot } from "./shot-picture";

/** What the plan only names. */
export interface Assets {
	/** The first frame's bytes, where the plan has an image. */
	readonly image: Uint8Array | null;
}

export interface Painter {
	readonly width: number;
	readonly height: number;
	readonly frames: number;
	/** Frame by frame, in any order; the canvas is the same one each time. */
	draw(frame: number): Canvas;
}

interface Ready {
	readonly picture: ShotPicture;
	readonly overlay: Overlay;
	/** Under everything, so that no seam between layers ever shows black. */
	readonly ground: string;
}

const DISSOLVE_SECONDS = 0.5;
const FADE_SECONDS = 0.6;
const OPENING_SECONDS = 0.2;

/** Draws the frames of a plan; a shot is prepared when its first frame is asked for, and forgotten two shots later. */
export async function createPainter(plan: AnimaticPlan, assets: Assets): Promise<Painter> {
	const photo = assets.image ? await loadPhoto(await loadImage(assets.image), plan.width, plan.height) : null;
	const output = createSurface(plan.width, plan.height, true);
	const other = createSurface(plan.width, plan.height);
	const ready = new Map<number, Ready>();

	function prepare(shot: PlannedShot): Ready {
		const known = ready.get(shot.index);
		if (known) return known;
		for (const index of [...ready.keys()]) if (Math.abs(index - shot.index) > 1) ready.delete(index);
		const made = {
			picture: pictureOf(plan, shot, photo),
			overlay: overlayOf(plan, shot),
			ground: css(lightFor(shot).haze),
		};
		ready.set(shot.index, made);
		return made;
	}

	function drawDissolve(shot: PlannedShot, seconds: number): void {
		const before = plan.shots[shot.index - 1];
		if (!before || shot.entrance !== "dissolve" || seconds >= DISSOLVE_SECONDS) return;
		clearSurface(other);
		prepare(before).picture.draw(other.ctx, before.frames / plan.fps + seconds);
		output.ctx.globalAlpha = 1 - seconds / DISSOLVE_SECONDS;
		output.ctx.drawImage(other.canvas, 0, 0);
		output.ctx.globalAlpha = 1;
	}

	function drawFade(shot: PlannedShot, seconds: number): void {
		const span = shot.entrance === "fade" ? FADE_SECONDS : shot.index === 0 ? OPENING_SECONDS : 0;
		if (seconds >= span) return;
		output.ctx.fillStyle = `rgba(0,0,0,${(1 - (seconds + 1 / plan.fps) / span).toFixed(3)})`;
		output.ctx.fillRect(0, 0, plan.width, plan.height);
	}

	return {
		width: plan.width,
		height: plan.height,
		frames: plan.frames,
		draw(frame) {
			const shot = shotAt(plan, frame);
			const seconds = (frame - shot.startFrame) / plan.fps;
			const { picture, overlay, ground } = prepare(shot);
			output.ctx.fillStyle = ground;
			output.ctx.fillRect(0, 0, plan.width, plan.height);
			picture.draw(output.ctx, seconds);
			drawDissolve(shot, seconds);
			drawFade(shot, seconds);
			drawOverlay(output.ctx, overlay, seconds);
			drawProgress(output.ctx, plan, frame);
			return output.canvas;
		},
	};
}

function pictureOf(plan: AnimaticPlan, shot: PlannedShot, photo: Photo | null): ShotPicture {
	return photo && shot.source === "photo" ? photoShot(plan, shot, photo) : sceneShot(plan, shot);
}

function shotAt(plan: AnimaticPlan, frame: number): PlannedShot {
	const shot = plan.shots.findLast(({ startFrame }) => startFrame <= frame);
	if (!shot) throw new Error(`The plan has no shot at frame ${frame}.`);
	return shot;
}
