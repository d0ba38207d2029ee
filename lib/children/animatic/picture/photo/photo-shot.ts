import type { Image } from "@napi-rs/canvas";
import type { AnimaticPlan, Mood, PlannedShot } from "@/lib/domain/animatic-plan/plan";
import { applyView, lensAt, viewAt } from "../camera/camera";
import { stageOf } from "../camera/stage";
import { lightFor } from "../light/light";
import { css, type Rgb, rgb } from "../paint/colour";
import { type Ctx, createSurface, type Surface } from "../paint/surface";
import type { ShotPicture } from "../shot-picture";
import { motesLayer } from "../weather/motes";
import { weatherLayers } from "../weather/weather-layers";

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

const GRADES: Readonly<Partial<Record<Mood, readonly [colour: Rgb, share: number]>>> = {
	warm: [rgb("#ff9a4a"), 0.1],
	tense: [rgb("#12324a"), 0.2],
	melancholy: [rgb("#27405e"), 0.18],
	joyful: [rgb("#ffc65a"), 0.08],
	noir: [rgb("#12122e"), 0.24],
	dreamy: [rgb("#b08ae0"), 0.12],
	epic: [rgb("#20486a"), 0.12],
};

/** Room for the camera inside the picture: the photo is shown a little closer than it is. */
const CLOSER = 1.16;

/** A shot made of the first frame: the camera moves over it, the air in front of it moves too, the mood grades it. */
export function photoShot(plan: AnimaticPlan, shot: PlannedShot, photo: Photo): ShotPicture {
	const stage = stageOf(plan.width, plan.height);
	const of = shot.frames / plan.fps;
	const build = { stage, light: lightFor(shot), shot, seed: shot.seed };
	const air = [motesLayer(build, 0.5), ...weatherLayers(build)];
	const grade = GRADES[shot.mood];
	const focus = { x: plan.width / 2, y: plan.height * 0.45 };
	const { canvas } = photo.surface;
	const fit = CLOSER / SPARE;
	const draw = (ctx: Ctx, seconds: number) => {
		const lens = lensAt(shot.move, seconds / of, of);
		const still = {
			...lens,
			travelX: lens.travelX * 0.5 + lens.panX * 0.55,
			travelY: lens.travelY * 0.5 + lens.panY * 0.5,
			panX: 0,
			panY: 0,
		};
		const scale = Math.max(1.001, still.zoom * (1 + still.dolly)) * fit;
		const [spareX, spareY] = [(canvas.width * scale - plan.width) / 2, (canvas.height * scale - plan.height) / 2];
		const shift = (wish: number, spare: number) => Math.max(-spare, Math.min(spare, wish));
		const x = -shift(still.travelX * plan.width, spareX) - spareX;
		const y = -shift(still.travelY * plan.height, spareY) - spareY;
		ctx.setTransform(scale, 0, 0, scale, x, y);
		ctx.drawImage(canvas, 0, 0);
		ctx.setTransform(1, 0, 0, 1, 0, 0);
		if (grade) {
			ctx.fillStyle = css(...grade);
			ctx.fillRect(0, 0, plan.width, plan.height);
		}
		for (const layer of air) {
			applyView(ctx, viewAt(stage, lens, layer.depth, focus, seconds));
			layer.draw(ctx, { seconds, share: seconds / of, track: 0 });
		}
		ctx.setTransform(1, 0, 0, 1, 0, 0);
	};
	return { draw };
}
