import { css, type Rgb } from "../paint/colour";
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

export interface Easel {
	readonly sprite: Surface;
	readonly rim: Surface;
}

export function createEasel(width: number, height: number): Easel {
	return { sprite: createSurface(width, height), rim: createSurface(width, height) };
}

function tint({ sprite }: Easel, falling: Falling, width: number, height: number): void {
	const { ctx } = sprite;
	ctx.setTransform(1, 0, 0, 1, 0, 0);
	ctx.globalCompositeOperation = "source-atop";
	ctx.fillStyle = css(falling.shadow, falling.shadowShare);
	ctx.fillRect(0, 0, width, height);
	const across = ctx.createLinearGradient(falling.from < 0 ? 0 : width, 0, falling.from < 0 ? width : 0, height * 0.3);
	across.addColorStop(0, css(falling.key, falling.keyShare));
	across.addColorStop(0.5, css(falling.key, falling.keyShare * 0.2));
	across.addColorStop(0.62, css(falling.shadow, 0));
	across.addColorStop(1, css(falling.shadow, 0.34));
	ctx.fillStyle = across;
	ctx.fillRect(0, 0, width, height);
	ctx.globalCompositeOperation = "source-over";
}

/** The edge that faces the light: the figure minus itself moved away from it. */
function edge(easel: Easel, falling: Falling, width: number, height: number, thick: number): void {
	const { ctx, canvas } = easel.rim;
	clearSurface(easel.rim);
	ctx.drawImage(easel.sprite.canvas, 0, 0, width, height, 0, 0, width, height);
	ctx.globalCompositeOperation = "destination-out";
	ctx.drawImage(easel.sprite.canvas, 0, 0, width, height, -falling.from * thick, thick * 0.55, width, height);
	ctx.globalCompositeOperation = "source-in";
	ctx.fillStyle = css(falling.rim, falling.rimShare);
	ctx.fillRect(0, 0, width, height);
	ctx.globalCompositeOperation = "source-over";
	easel.sprite.ctx.globalCompositeOperation = "source-atop";
	easel.sprite.ctx.drawImage(canvas, 0, 0, width, height, 0, 0, width, height);
	easel.sprite.ctx.globalCompositeOperation = "source-over";
}

export function relight(easel: Easel, falling: Falling, width: number, height: number, thick: number): void {
	tint(easel, falling, width, height);
	if (falling.rimShare > 0) edge(easel, falling, width, height, Math.max(1, thick));
}
