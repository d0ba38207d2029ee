import type { AnimaticPlan } from "@/lib/domain/animatic-plan/plan";
import { createPainter } from "../picture/painter";
import { makeSoundtrack } from "../sound/make-soundtrack";
import { BrokenImage } from "./broken-image";
import type { OpenEncoder } from "./encoder";

export interface FilmOrder {
	readonly plan: AnimaticPlan;
	readonly image: Uint8Array | null;
	readonly path: string;
	readonly openEncoder: OpenEncoder;
}

const FRAMES_A_WORD = 6;

/** Sound first, then frame after frame: the next is drawn while the one before is encoded. */
export async function renderFilm(order: FilmOrder, onFrames: (done: number) => void): Promise<void> {
	const { plan, image, path } = order;
	const painter = await createPainter(plan, { image }).catch((cause: unknown) => {
		throw image ? new BrokenImage({ cause }) : cause;
	});
	const sound = await makeSoundtrack(plan);
	const encoder = await order.openEncoder({ ...plan, sound, path });
	let taken = Promise.resolve();
	for (let frame = 0; frame < plan.frames; frame += 1) {
		const rgba = painter.draw(frame).data();
		await taken;
		taken = encoder.addFrame(rgba);
		// Without a turn of the loop the frames' native buffers are never given back.
		await new Promise((resolve) => setImmediate(resolve));
		if ((frame + 1) % FRAMES_A_WORD === 0) onFrames(frame + 1);
	}
	await taken;
	await encoder.finish();
	onFrames(plan.frames);
}
