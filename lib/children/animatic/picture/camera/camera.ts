import type { MoveKind, PlannedMove } from "@/lib/domain/animatic-plan/plan";
import type { Ctx } from "../paint/surface";
import type { Stage } from "./stage";

/** Where the lens is. Turning moves all layers alike; travelling moves near ones more. */
export interface Lens {
	/** In frame widths and heights: the lens turns. */
	readonly panX: number;
	readonly panY: number;
	/** In frame widths and heights at the subject: the lens travels. */
	readonly travelX: number;
	readonly travelY: number;
	readonly zoom: number;
	/** How much closer the subject comes, as a share. */
	readonly dolly: number;
	readonly shake: number;
}

const REST: Lens = { panX: 0, panY: 0, travelX: 0, travelY: 0, zoom: 1, dolly: 0, shake: 0 };

interface Path {
	readonly from: Partial<Lens>;
	readonly to: Partial<Lens>;
}

const PATHS: Readonly<Record<MoveKind, Path>> = {
	"push-in": { from: { zoom: 1.0, dolly: 0 }, to: { zoom: 1.12, dolly: 0.13 } },
	"pull-out": { from: { zoom: 1.13, dolly: 0.13 }, to: { zoom: 1.0, dolly: 0 } },
	"pan-left": { from: { panX: 0.1, zoom: 1.05 }, to: { panX: -0.1, zoom: 1.05 } },
	"pan-right": { from: { panX: -0.1, zoom: 1.05 }, to: { panX: 0.1, zoom: 1.05 } },
	"tilt-up": { from: { panY: 0.06, zoom: 1.06 }, to: { panY: -0.125, zoom: 1.06 } },
	"tilt-down": { from: { panY: -0.125, zoom: 1.06 }, to: { panY: 0.05, zoom: 1.06 } },
	orbit: { from: { travelX: -0.12, panX: 0.1, zoom: 1.08 }, to: { travelX: 0.12, panX: -0.1, zoom: 1.1 } },
	"crane-up": { from: { travelY: 0.05, zoom: 1.08, dolly: 0.04 }, to: { travelY: -0.085, zoom: 1.04, dolly: -0.02 } },
	"crane-down": { from: { travelY: -0.085, zoom: 1.04 }, to: { travelY: 0.04, zoom: 1.08, dolly: 0.04 } },
	dolly: { from: { dolly: 0, zoom: 1.02 }, to: { dolly: 0.24, zoom: 1.04 } },
	"truck-left": { from: { travelX: 0.1, zoom: 1.05 }, to: { travelX: -0.1, zoom: 1.05 } },
	"truck-right": { from: { travelX: -0.1, zoom: 1.05 }, to: { travelX: 0.1, zoom: 1.05 } },
	"whip-pan": { from: { panX: -0.12, zoom: 1.06 }, to: { panX: 0.04, zoom: 1.06 } },
	aerial: { from: { travelY: 0.06, dolly: 0, zoom: 1.03 }, to: { travelY: -0.06, dolly: 0.16, zoom: 1.06 } },
	handheld: { from: { shake: 1, zoom: 1.05 }, to: { shake: 1, zoom: 1.07 } },
	"locked-off": { from: { zoom: 1.02 }, to: { zoom: 1.02 } },
	drift: { from: { travelX: -0.035, travelY: 0.01, zoom: 1.04 }, to: { travelX: 0.035, travelY: -0.01, zoom: 1.05 } },
};

/** Even speed in the middle, soft ends. */
const RAMP = 0.2;
function glide(share: number): number {
	const t = Math.max(0, Math.min(1, share));
	if (t < RAMP) return (t * t) / (2 * RAMP * (1 - RAMP));
	if (t > 1 - RAMP) return 1 - (1 - t) ** 2 / (2 * RAMP * (1 - RAMP));
	return (t - RAMP / 2) / (1 - RAMP);
}

const WHIP_SECONDS = 0.45;

function progressOf(move: MoveKind, share: number, seconds: number): number {
	if (move !== "whip-pan") return glide(share);
	const t = Math.min(1, (share * seconds) / WHIP_SECONDS);
	return 1 - (1 - t) ** 3;
}

export function lensAt(move: PlannedMove, share: number, seconds: number): Lens {
	const { from, to } = PATHS[move.kind];
	const [a, b] = [
		{ ...REST, ...from },
		{ ...REST, ...to },
	];
	const t = progressOf(move.kind, share, seconds);
	const reach = Math.min(1.3, move.strength);
	const blend = (key: keyof Lens) => a[key] + (b[key] - a[key]) * (0.5 + (t - 0.5) * reach);
	return {
		panX: blend("panX"),
		panY: blend("panY"),
		travelX: blend("travelX"),
		travelY: blend("travelY"),
		zoom: blend("zoom"),
		dolly: blend("dolly"),
		shake: blend("shake"),
	};
}

export interface Focus {
	readonly x: number;
	readonly y: number;
}

export interface View2d {
	readonly scale: number;
	readonly x: number;
	readonly y: number;
}

export function shakeAt(lens: Lens, seconds: number): readonly [number, number] {
	if (lens.shake === 0) return [0, 0];
	const s = lens.shake * 0.0062;
	return [
		s * (Math.sin(seconds * 2.1) + 0.6 * Math.sin(seconds * 5.3 + 1) + 0.28 * Math.sin(seconds * 11.7 + 2)),
		s * (Math.sin(seconds * 1.7 + 3) + 0.6 * Math.sin(seconds * 4.6 + 2) + 0.28 * Math.sin(seconds * 12.9)),
	];
}

/** How a layer at `depth` (0 at infinity, 1 at the subject, more in front of it) lies on the frame. */
export function viewAt(stage: Stage, lens: Lens, depth: number, focus: Focus, seconds: number): View2d {
	const scale = lens.zoom * Math.max(0.9, 1 + lens.dolly * depth);
	const [shakeX, shakeY] = shakeAt(lens, seconds);
	const shiftX = (lens.panX + lens.travelX * depth + shakeX) * stage.width;
	const shiftY = (lens.panY + lens.travelY * depth + shakeY) * stage.height;
	return within(stage, {
		scale,
		x: focus.x - scale * (focus.x + shiftX),
		y: focus.y - scale * (focus.y + shiftY),
	});
}

/** No move may show where the painted world ends. */
function within(stage: Stage, { scale, x, y }: View2d): View2d {
	return {
		scale,
		x: Math.min(-stage.left * scale, Math.max(stage.width - stage.right * scale, x)),
		y: Math.min(-stage.top * scale, Math.max(stage.height - stage.bottom * scale, y)),
	};
}

export function applyView(ctx: Ctx, { scale, x, y }: View2d): void {
	ctx.setTransform(scale, 0, 0, scale, x, y);
}
