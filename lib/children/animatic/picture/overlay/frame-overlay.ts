import type { AnimaticPlan, PlannedLine, PlannedShot } from "@/lib/domain/animatic-plan/plan";
import { fillDown } from "../paint/brush";
import { type Ctx, createSurface, type Surface } from "../paint/surface";
import { paintCaption, paintSubtitle } from "./caption";
import { paintSlate } from "./slate";

/** Everything that lies still over a shot, painted once: falling-off edges, slate, caption; and each line by itself. */
export interface Overlay {
	readonly still: Surface;
	readonly lines: readonly { readonly line: PlannedLine; readonly surface: Surface; readonly top: number }[];
}

const SUBTITLE_UNITS = 19;

function vignette(ctx: Ctx, width: number, height: number): void {
	const gradient = ctx.createRadialGradient(
		width / 2,
		height * 0.48,
		Math.min(width, height) * 0.42,
		width / 2,
		height * 0.5,
		Math.hypot(width, height) * 0.56,
	);
	gradient.addColorStop(0, "rgba(6,6,10,0)");
	gradient.addColorStop(0.6, "rgba(6,6,10,.14)");
	gradient.addColorStop(1, "rgba(6,6,10,.4)");
	ctx.fillStyle = gradient;
	ctx.fillRect(0, 0, width, height);
}

export function overlayOf(plan: AnimaticPlan, shot: PlannedShot): Overlay {
	const { width, height } = plan;
	const unit = Math.min(width, height) / 100;
	const margin = 4.6 * unit;
	const still = createSurface(width, height);
	vignette(still.ctx, width, height);
	const captioned = shot.caption !== "" || shot.undrawn.length > 0;
	const foot = (captioned ? 30 : 12) * unit;
	fillDown(still.ctx, 0, height - foot, width, foot, [
		[0, "rgba(6,6,10,0)"],
		[0.45, "rgba(6,6,10,.2)"],
		[1, "rgba(6,6,10,.62)"],
	]);
	fillDown(still.ctx, 0, 0, width, 14 * unit, [
		[0, "rgba(6,6,10,.4)"],
		[1, "rgba(6,6,10,0)"],
	]);
	paintSlate(still.ctx, plan, shot, unit, margin);
	const top = paintCaption(still.ctx, shot, width, height, unit, margin);
	const lines = shot.lines.map((line) => {
		const surface = createSurface(width, SUBTITLE_UNITS * unit);
		paintSubtitle(surface.ctx, line, width, (SUBTITLE_UNITS - 1) * unit, unit);
		return { line, surface, top: top - (SUBTITLE_UNITS + 0.6) * unit };
	});
	return { still, lines };
}

const FADE_SECONDS = 0.14;

export function drawOverlay(ctx: Ctx, overlay: Overlay, seconds: number): void {
	ctx.drawImage(overlay.still.canvas, 0, 0);
	for (const { line, surface, top } of overlay.lines) {
		const [start, end] = [line.startSeconds - FADE_SECONDS, line.startSeconds + line.seconds + 0.3];
		const share = Math.min((seconds - start) / FADE_SECONDS, (end - seconds) / FADE_SECONDS, 1);
		if (share <= 0) continue;
		ctx.globalAlpha = share;
		ctx.drawImage(surface.canvas, 0, top);
		ctx.globalAlpha = 1;
	}
}

/** One segment for each shot, filled as far as the film has come. */
export function drawProgress(ctx: Ctx, plan: AnimaticPlan, frame: number): void {
	const unit = Math.min(plan.width, plan.height) / 100;
	const [margin, gap, tall] = [4.6 * unit, 0.7 * unit, 0.52 * unit];
	const room = plan.width - 2 * margin - gap * (plan.shots.length - 1);
	const y = plan.height - 3.3 * unit;
	let x = margin;
	for (const shot of plan.shots) {
		const width = (room * shot.frames) / plan.frames;
		const done = Math.max(0, Math.min(1, (frame + 1 - shot.startFrame) / shot.frames));
		ctx.fillStyle = "rgba(255,255,255,.26)";
		ctx.fillRect(x, y, width, tall);
		ctx.fillStyle = "rgba(255,255,255,.94)";
		ctx.fillRect(x, y, width * done, tall);
		x += width + gap;
	}
}
