import sharp, { type Sharp, type SharpOptions } from "sharp";
import { MAX_PIXELS } from "@/lib/domain/first-frame/frame-rules";

export const DECODE_SECONDS = 5;

const LOADERS = ["Jpeg", "Png", "Webp", "Nsgif"].map((name) => `VipsForeignLoad${name}File`);

sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: LOADERS });
sharp.cache(false);
sharp.concurrency(1);

const STRICT: SharpOptions = {
	failOn: "warning",
	limitInputPixels: MAX_PIXELS,
	sequentialRead: true,
	pages: 1,
};

/** Opens a file of somebody else's making: its first picture only, and nothing that makes the decoder frown. */
export function openPicture(path: string): Sharp {
	return sharp(path, STRICT).timeout({ seconds: DECODE_SECONDS });
}
