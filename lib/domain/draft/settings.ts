import type { Draft, ImageRef, Ratio, Resolution, Watermark } from "../draft";

export function setResolution(draft: Draft, resolution: Resolution): Draft {
	return { ...draft, resolution };
}

/** Kept while an image decides the film's ratio, and back in force once it is removed. */
export function setRatio(draft: Draft, ratio: Ratio): Draft {
	return { ...draft, ratio };
}

export function setWatermark(draft: Draft, watermark: Watermark): Draft {
	return { ...draft, watermark };
}

export function setImage(draft: Draft, image: ImageRef): Draft {
	return { ...draft, image };
}

export function removeImage(draft: Draft): Draft {
	return { ...draft, image: null };
}
