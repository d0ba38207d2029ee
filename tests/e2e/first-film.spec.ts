import { expect, test } from "./support/product";

test("somebody who has never seen it makes a free film with sound in at most three clicks", async ({ product }) => {
	test.setTimeout(180_000);
	await product.open();

	await product.click(product.stage.getByRole("button", { name: /^Render this sample/ }));
	await product.waitForState("Ready", 150_000);
	await product.click(product.stage.getByRole("button", { name: "Play" }));

	const film = product.page.locator("video");
	await expect
		.poll(() =>
			film.evaluate(
				(video: HTMLVideoElement & { webkitAudioDecodedByteCount: number }) => video.webkitAudioDecodedByteCount,
			),
		)
		.toBeGreaterThan(0);
	expect(await film.evaluate((video: HTMLVideoElement) => Math.round(video.duration))).toBe(10);
	expect(product.clicks).toBeLessThanOrEqual(3);
});

test("nothing sounds before somebody asks for it", async ({ page }) => {
	await page.addInitScript(() => {
		const play = HTMLMediaElement.prototype.play;
		HTMLMediaElement.prototype.play = function (...rest) {
			document.documentElement.dataset.played = String(navigator.userActivation.hasBeenActive);
			return play.apply(this, rest);
		};
	});
	await page.goto("/");
	await expect(page.getByRole("button", { name: /^Render this sample/ })).toBeVisible();
	expect(await page.evaluate(() => document.documentElement.dataset.played)).toBeUndefined();
});
