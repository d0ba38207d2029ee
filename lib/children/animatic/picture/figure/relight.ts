import { css, mix, type Rgb } from "../paint/colour";
import { clearSurface, createSurface, type Surface } from "../paint/surface";

/** How a scene's light falls on whoever stands in it. */
export interface Falling {
	/** Laid over the whole figure: what its colours drown in. */
	readonly shadow: Rgb;
	readonly shadowShare: number;
	/** The lit side. */
	readonly key: Rgb;
	readonly keyShare: number;
	readonly from: -1 | 1;
	readonly rim: Rgb;
	readonly rimShare: number;
}

/** A rim on a large body is soft anyway and is worked out at half the size; on a small one it would bead. */
const LARGE_PIXELS = 120_000;

export interface Easel {
	readonly sprite: Surface;
	readonly rim: Surface;
	readonly rimScale: number;
}

interface Size {
	readonly width: number;
	readonly height: number;
}

/** A drawing's box, and the part of it that is on the easel. */
interface Sheet extends Size {
	readonly cut: Size & { readonly left: number; readonly top: number };
}

/** `pixels` is what the whole body might take, of which `width` by `height` are worked on. */
export function createEasel({ width, height }: Size, pixels: number): Easel {
	const rimScale = pixels > LARGE_PIXELS ? 0.5 : 1;
	const sprite = createSurface(width, height);
	const rim = createSurface(width * rimScale + 2, height * rimScale + 2);
	// Mipmaps depend on the whole canvas's size, which depends on what was drawn before; plain bilinear does not.
	for (const { ctx } of [sprite, rim]) ctx.imageSmoothingQuality = "low";
	return { sprite, rim, rimScale };
}

/** Two washes, one over the other, as the one that has the same effect. */
function together(under: Rgb, underShare: number, over: Rgb, overShare: number): string {
	const share = overShare + underShare * (1 - overShare);
	return share <= 0 ? css(over, 0) : css(mix(under, over, overShare / share), share);
}

function tint({ sprite }: Easel, falling: Falling, { width, height, cut }: Sheet): void {
	const { ctx } = sprite;
	const { shadow, shadowShare, key, keyShare } = falling;
	ctx.setTransform(1, 0, 0, 1, -cut.left, -cut.top);
	ctx.globalCompositeOperation = "source-atop";
	const across = ctx.createLinearGradient(
		falling.from < 0 ? width * 0.2 : width * 0.8,
		0,
		falling.from < 0 ? width * 0.8 : width * 0.2,
		height * 0.3,
	);
	across.addColorStop(0, together(shadow, shadowShare, key, keyShare));
	across.addColorStop(0.5, together(shadow, shadowShare, key, keyShare * 0.2));
	across.addColorStop(0.62, together(shadow, shadowShare, shadow, 0.02));
	across.addColorStop(1, together(shadow, shadowShare, shadow, 0.34));
	ctx.fillStyle = across;
	ctx.fillRect(cut.left, cut.top, cut.width, cut.height);
	ctx.setTransform(1, 0, 0, 1, 0, 0);
	ctx.globalCompositeOperation = "source-over";
}

/** The sprite's shape in one colour, at the rim's scale. */
export function stamp(easel: Easel, colour: string, { width, height }: Size): void {
	const { ctx } = easel.rim;
	const [w, h] = [width * easel.rimScale, height * easel.rimScale];
	clearSurface(easel.rim);
	ctx.drawImage(easel.sprite.canvas, 0, 0, width, height, 0, 0, w, h);
	ctx.globalCompositeOperation = "source-in";
	ctx.fillStyle = colour;
	ctx.fillRect(0, 0, Math.ceil(w), Math.ceil(h));
	ctx.globalCompositeOperation = "source-over";
}

/** The edge that faces the light: the figure minus itself moved away from it. */
function edge(easel: Easel, falling: Falling, { width, height }: Size, thick: number): void {
	stamp(easel, css(falling.rim, falling.rimShare), { width, height });
	const { ctx, canvas } = easel.rim;
	const [w, h] = [width * easel.rimScale, height * easel.rimScale];
	ctx.globalCompositeOperation = "destination-out";
	ctx.drawImage(
		easel.sprite.canvas,
		0,
		0,
		width,
		height,
		-falling.from * thick * easel.rimScale,
		thick * 0.55 * easel.rimScale,
		w,
		h,
	);
	ctx.globalCompositeOperation = "source-over";
	easel.sprite.ctx.globalCompositeOperation = "source-atop";
	easel.sprite.ctx.drawImage(canvas, 0, 0, w, h, 0, 0, width, height);
	easel.sprite.ctx.globalCompositeOperation = "source-over";
}

export function relight(easel: Easel, falling: Falling, sheet: Sheet, thick: number): void {
	tint(easel, falling, sheet);
	if (falling.rimShare > 0) edge(easel, falling, sheet.cut, Math.max(1.4 / easel.rimScale, thick));
}
