import { expect, it } from "vitest";
import { NEW_DRAFT } from "@/lib/domain/draft";
import { removeImage, setImage, setRatio, setResolution, setWatermark } from "@/lib/domain/draft/settings";
import { IMAGE } from "./build-draft";

it("each setting changes itself and nothing else", () => {
	expect(setResolution(NEW_DRAFT, "1080p")).toEqual({ ...NEW_DRAFT, resolution: "1080p" });
	expect(setRatio(NEW_DRAFT, "9:16")).toEqual({ ...NEW_DRAFT, ratio: "9:16" });
	expect(setWatermark(NEW_DRAFT, "off")).toEqual({ ...NEW_DRAFT, watermark: "off" });
	expect(setImage(NEW_DRAFT, IMAGE)).toEqual({ ...NEW_DRAFT, image: IMAGE });
});

it("the ratio chosen before an image is back once the image is removed", () => {
	const withImage = setImage(setRatio(NEW_DRAFT, "1:1"), IMAGE);
	expect(removeImage(withImage)).toEqual({ ...NEW_DRAFT, ratio: "1:1" });
});
