import type { AnimaticPlan, MoveKind, PlannedShot } from "@/lib/domain/animatic-plan/plan";
import type { Ctx } from "../paint/surface";
import { font } from "./fonts";

const SAID: Readonly<Record<MoveKind, string>> = {
	"push-in": "push in",
	"pull-out": "pull out",
	"pan-left": "pan left",
	"pan-right": "pan right",
	"tilt-up": "tilt up",
	"tilt-down": "tilt down",
	orbit: "orbit",
	"crane-up": "crane up",
	"crane-down": "crane down",
	dolly: "dolly",
	"truck-left": "truck left",
	"truck-right": "truck right",
	"whip-pan": "whip pan",
	aerial: "aerial",
	handheld: "handheld",
	"locked-off": "locked off",
	drift: "drift",
};

export function timecode(frame: number, fps: number): string {
	const whole = Math.floor(frame / fps);
	const two = (value: number) => String(value).padStart(2, "0");
	return `${two(Math.floor(whole / 60))}:${two(whole % 60)}:${two(Math.round(frame % fps))}`;
}

interface Part {
	readonly text: string;
	readonly weight: number;
	readonly colour: string;
	readonly spacing: number;
}

function pill(ctx: Ctx, x: number, y: number, size: number, parts: readonly Part[]): number {
	const pad = size * 0.52;
	const widths = parts.map(({ text, weight, spacing }) => {
		ctx.font = font(weight, size * 0.46);
		ctx.letterSpacing = `${spacing}px`;
		return ctx.measureText(text).width;
	});
	const width = widths.reduce((sum, each) => sum + each, pad * (parts.length + 1));
	ctx.fillStyle = "rgba(8,9,13,.56)";
	ctx.beginPath();
	ctx.roundRect(x, y, width, size, size * 0.22);
	ctx.fill();
	let at = x + pad;
	parts.forEach(({ text, weight, colour, spacing }, nth) => {
		ctx.font = font(weight, size * 0.46);
		ctx.letterSpacing = `${spacing}px`;
		ctx.fillStyle = colour;
		ctx.fillText(text, at, y + size * 0.535);
		at += (widths[nth] ?? 0) + pad;
	});
	ctx.letterSpacing = "0px";
	return width;
}

/** The strip of facts at the top: which shot, from when to when, what the camera does, and that this is a draft. */
export function paintSlate(ctx: Ctx, plan: AnimaticPlan, shot: PlannedShot, unit: number, margin: number): void {
	const size = 4.3 * unit;
	ctx.textBaseline = "middle";
	ctx.textAlign = "left";
	const end = shot.startFrame + shot.frames;
	const taken = pill(ctx, margin, margin * 0.85, size, [
		{ text: `SHOT ${shot.index + 1}/${plan.shots.length}`, weight: 650, colour: "#f7f4ee", spacing: unit * 0.06 },
		{
			text: `${timecode(shot.startFrame, plan.fps)}–${timecode(end, plan.fps)}`,
			weight: 450,
			colour: "rgba(247,244,238,.72)",
			spacing: 0,
		},
	]);
	if (shot.move.asked) {
		const below = plan.height > plan.width;
		pill(ctx, below ? margin : margin + taken + unit, margin * 0.85 + (below ? size * 1.22 : 0), size, [
			{ text: SAID[shot.move.kind], weight: 550, colour: "#ffb86b", spacing: 0 },
		]);
	}
	ctx.font = font(650, size * 0.44);
	ctx.letterSpacing = `${unit * 0.34}px`;
	ctx.textAlign = "right";
	ctx.fillStyle = "rgba(255,255,255,.66)";
	ctx.fillText("DRAFT", plan.width - margin, margin * 0.85 + size * 0.535);
	ctx.letterSpacing = "0px";
	ctx.textAlign = "left";
}
