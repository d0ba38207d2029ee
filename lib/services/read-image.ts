import "server-only";
import type { BrowserId, ImageId } from "@/lib/domain/ids";
import type { Has } from "@/lib/services/doors";
import { mayShrink } from "@/lib/services/images/image-allowances";

export interface ReadImage {
	readonly format: "jpeg" | "png";
	readonly bytes: AsyncIterable<Uint8Array>;
	readonly length: number;
}

const WIDTHS: readonly number[] = [160, 320, 640, 1280];

/** A picture of this browser's, as stored or as a small JPEG. `null` for any other, and for one that is not there. */
export async function readImage(
	doors: Has<"images" | "media" | "refiner" | "limiter">,
	browserId: BrowserId,
	{ id, width, signal }: { readonly id: ImageId; readonly width: number | null; readonly signal: AbortSignal },
): Promise<ReadImage | null> {
	const { images, media, refiner } = doors;
	const image = await images.find(browserId, id);
	const bytes = image && (await media.read(`image/${id}`, null));
	if (!image || !bytes) return null;
	const whole = { format: image.format, bytes, length: image.bytes };
	const step = WIDTHS.find((each) => width !== null && each >= width);
	if (step === undefined || step >= image.width || !(await mayShrink(doors, browserId))) return whole;
	const small = await refiner.shrink(bytes, step, signal);
	if (small) return { format: "jpeg", bytes: inOnePiece(small), length: small.length };
	const again = await media.read(`image/${id}`, null);
	return again && { ...whole, bytes: again };
}

async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
	yield bytes;
}
