import type { CatalogEntry } from "../catalog/entry";
import type { ImageRef } from "../draft";
import type { Refusal } from "./verdict";

export function refuseImage(image: ImageRef, entry: CatalogEntry): Refusal[] {
	return [...refuseFormat(image, entry), ...refuseWeight(image, entry), ...refuseShape(image, entry)];
}

function refuseFormat(image: ImageRef, { label, image: rules }: CatalogEntry): Refusal[] {
	if (rules.formats.includes(image.format)) return [];
	const sentence = `${label} takes no ${image.format.toUpperCase()} images.`;
	return [{ code: "image-format", field: "image", sentence, fix: "replace-image" }];
}

function refuseWeight(image: ImageRef, { label, image: rules }: CatalogEntry): Refusal[] {
	if (image.bytes <= rules.maxBytes) return [];
	const sentence = `The image has ${megabytes(image.bytes)}; ${label} is sent at most ${megabytes(rules.maxBytes)}.`;
	return [{ code: "image-too-big", field: "image", sentence, fix: "replace-image" }];
}

/** Rounded up, so that an image over the limit never reads as equal to it. */
function megabytes(bytes: number): string {
	return `${Math.ceil(bytes / 100_000) / 10} MB`;
}

function refuseShape({ width, height }: ImageRef, { image: rules }: CatalogEntry): Refusal[] {
	const size = `The image is ${width} × ${height} pixels;`;
	const [short, long] = width < height ? [width, height] : [height, width];
	const refusals: Refusal[] = [];
	if (short < rules.minSide) {
		const sentence = `${size} each side must have at least ${rules.minSide}.`;
		refusals.push({ code: "image-too-small", field: "image", sentence, fix: "replace-image" });
	}
	if (long > short * rules.maxElongation) {
		const sentence = `${size} its shape must lie between 1:${rules.maxElongation} and ${rules.maxElongation}:1.`;
		refusals.push({ code: "image-too-elongated", field: "image", sentence, fix: "crop-image" });
	}
	return refusals;
}
