import type { Image } from "@napi-rs/canvas";
import type { AnimaticPlan, PlannedShot } from "@/lib/domain/animatic-plan/plan";
import { applyView, lensAt, shakeAt, viewAt } from "../camera/camera";
import { stageOf } from "../camera/stage";
import { lightFor } from "../light/light";
import { type Ctx, createSurface, type Surface } from "../paint/surface";
import type { ShotPicture } from "../shot-picture";
import { motesLayer } from "../weather/motes";
import { weatherLayers } from "../weather/weather-layers";
import { graded } from "./grade";

/** The first frame, scaled once to a little more than the film's size. */
export interface Photo {
	readonly surface: Surface;
}

const SPARE = 1.12;

export async function loadPhoto(image: Image, width: number, height: number): Promise<Photo> {
	const surface = createSurface(width * SPARE, height * SPARE);
	const scale = Math.max(surface.width / image.width, surface.height / image.height);
	surface.ctx.imageSmoothingQuality = "high";
	const [across, down] = [image.width * scale, image.height * scale];
	surface.ctx.drawImage(image, (surface.width - across) / 2, (surface.height - down) / 2, across, down);
	return { surface };
}

/** Room for the camera inside the picture: the photo is shown a little closer than it is. */
const CLOSER = 1.16;
const HORIZON = 0.5;
/** How much further than the middle the foot of the picture moves, as the lens travels. */
const NEARER = 0.32;

/** A shot made of the first frame: the camera moves over it, the air in front of it moves too, the mood grades it. */
export function photoShot(plan: AnimaticPlan, shot: PlannedShot, photo: Photo): ShotPicture {
	const stage = stageOf(plan.width, plan.height);
	const of = shot.frames / plan.fps;
	const build = { stage, light: lightFor(shot), shot, seed: shot.seed };
	const air = [motesLayer(build, 0.5), ...weatherLayers(build)];
	const focus = { x: plan.width / 2, y: plan.height * 0.45 };
	const { canvas } = graded(photo.surface, shot.mood);
	// Above it the picture is far away, below it the ground comes nearer.
	const far = Math.round(canvas.height * HORIZON);
	const fit = CLOSER / SPARE;
	const draw = (ctx: Ctx, seconds: number) => {
		const lens = lensAt(shot.move, seconds / of, of);
		const [shakeX, shakeY] = shakeAt(lens, seconds);
		const travelX = lens.travelX * 0.75 + lens.panX * 0.55 + shakeX;
		const travelY = lens.travelY * 0.5 + lens.panY * 0.5 + shakeY;
		const scale = Math.max(1.001, lens.zoom * (1 + lens.dolly)) * fit;
		const near = NEARER * lens.travelX;
		const lean = Math.abs(near) * (canvas.height - far) * scale;
		const [spareX, spareY] = [(canvas.width * scale - plan.width) / 2, (canvas.height * scale - plan.height) / 2];
		const shift = (wish: number, spare: number) => Math.max(-spare, Math.min(spare, wish));
		const x = -shift(travelX * plan.width, spareX - lean) - spareX;
		const y = -shift(travelY * plan.height, spareY) - spareY;
		ctx.setTransform(scale, 0, 0, scale, x, y);
		ctx.drawImage(canvas, 0, 0, canvas.width, far + 1, 0, 0, canvas.width, far + 1);
		ctx.transform(1, 0, -near, 1, near * far, 0);
		ctx.drawImage(canvas, 0, far, canvas.width, canvas.height - far, 0, far, canvas.width, canvas.height - far);
		ctx.setTransform(1, 0, 0, 1, 0, 0);
		for (const layer of air) {
			applyView(ctx, viewAt(stage, lens, layer.depth, focus, seconds));
			layer.draw(ctx, { seconds, share: seconds / of, track: 0 });
		}
		ctx.setTransform(1, 0, 0, 1, 0, 0);
	};
	return { draw };
}
