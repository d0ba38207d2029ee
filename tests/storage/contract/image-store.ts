import { describe, expect, it } from "vitest";
import type { Bench } from "../support/bench";
import { anImage, aTake, NOW, newBrowserId, ready } from "./builders";
import { clickInto } from "./steps";

export function imageStoreContract(bench: () => Bench): void {
	const images = () => bench().stores.images;

	describe("images", () => {
		it("are listed last used first", async () => {
			const browserId = newBrowserId();
			const [first, second, third] = [anImage(), anImage({ format: "png" }), anImage()];
			for (const [index, image] of [first, second, third].entries())
				await images().remember(browserId, image, NOW + index);
			await images().remember(browserId, first, NOW + 10);
			await images().remember(browserId, second, NOW - 10);
			expect(await images().list(browserId, 10)).toEqual([first, third, second]);
			expect(await images().list(browserId, 1)).toEqual([first]);
		});

		it("open for the browser that uploaded them only", async () => {
			const browserId = newBrowserId();
			const image = anImage();
			await images().remember(browserId, image, NOW);
			expect(await images().find(browserId, image.id)).toEqual(image);
			expect(await images().find(newBrowserId(), image.id)).toBeNull();
		});

		it("are referenced while anybody uploaded them or a take's draft names them", async () => {
			const [uploaded, drafted, dropped] = [anImage(), anImage(), anImage()];
			const browserId = newBrowserId();
			await images().remember(browserId, uploaded, NOW);
			await images().remember(browserId, drafted, NOW - 5);
			await images().remember(browserId, dropped, NOW - 5);
			await clickInto(bench().stores, ready(), { draft: { ...aTake().draft, image: drafted } });
			expect(await images().purge(NOW)).toBe(2);
			expect(await images().list(browserId, 9)).toEqual([uploaded]);
			const ids = [uploaded, drafted, dropped].map((image) => image.id);
			expect(await images().referenced(ids)).toEqual(new Set([uploaded.id, drafted.id]));
			expect(await images().referenced([])).toEqual(new Set());
		});
	});
}
