import { describe, expect, it } from "vitest";
import { CATALOG } from "@/lib/domain/catalog/catalog";
import { judgeShape, refuseCrop, refuseFormat, refuseFrame } from "@/lib/domain/first-frame/frame-refusal";
import { MAX_ELONGATION, MIN_SIDE } from "@/lib/domain/first-frame/frame-rules";

const whole = (width: number, height: number) => ({ left: 0, top: 0, width, height });

describe("a picture's shape", () => {
	it("is good at the very limits", () => {
		expect(judgeShape(whole(300, 300))).toBeNull();
		expect(judgeShape(whole(750, 300))).toBeNull();
		expect(judgeShape(whole(300, 750))).toBeNull();
	});

	it("too small is told with its size, and no crop can mend it", () => {
		const refusal = judgeShape(whole(299, 5000));
		expect(refusal).toMatchObject({ code: "too-small", field: "image", crop: null });
		expect(refusal?.sentence).toContain("299 × 5000");
	});

	it("too long is told with a crop that would be taken", () => {
		const refusal = judgeShape(whole(2000, 400));
		expect(refusal).toMatchObject({ code: "too-elongated", crop: { left: 500, top: 0, width: 1000, height: 400 } });
		expect(refusal?.crop && judgeShape(refusal.crop)).toBeNull();
	});

	it("is held to what every gateway of the catalogue asks", () => {
		for (const { image } of CATALOG.filter(({ id }) => id !== "animatic")) {
			expect(image.minSide).toBe(MIN_SIDE);
			expect(image.maxElongation).toBe(MAX_ELONGATION);
		}
	});
});

describe("a refusal says what to do", () => {
	it.each([
		refuseFrame("empty"),
		refuseFrame("too-large"),
		refuseFrame("incomplete"),
		refuseFrame("unreadable"),
		refuseFrame("too-many-pixels"),
		refuseFrame("busy"),
		refuseFrame("no-space"),
		refuseFormat("heic"),
		refuseFormat("web-page"),
		refuseCrop({ width: 400, height: 300 }),
	])("$code: $sentence", ({ sentence, field }) => {
		expect(field).toBe("image");
		expect(sentence).toMatch(/^[A-Z].+\. .+\.$/);
		expect(sentence).not.toMatch(/!/);
	});
});
