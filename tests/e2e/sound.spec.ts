import { expect, test } from "./support/product";

/** Every clip that was ever told to play, and whether a person had done anything by then. */
function noteClips(): void {
	const clips: HTMLMediaElement[] = [];
	const untouched: string[] = [];
	Object.assign(window, { clips, untouched });
	const play = HTMLMediaElement.prototype.play;
	HTMLMediaElement.prototype.play = function (...rest) {
		clips.push(this);
		if (!navigator.userActivation.hasBeenActive) untouched.push(this.currentSrc);
		return play.apply(this, rest);
	};
}

test("sound starts on a click and never by itself, one clip at a time, and its volume is remembered", async ({
	product,
	page,
	words,
}) => {
	await page.addInitScript(noteClips);
	await product.open();
	await product.saveKey("evolink");
	await page.getByRole("slider", { name: "Duration" }).fill("15");
	await product.gateway("EvoLink").click();
	for (const count of [1, 2]) {
		await product.prompt().fill(`${words}, ${count}`);
		await product.generate().click();
		await expect(product.takes).toHaveCount(count);
	}
	await expect(product.takes.getByText("Ready", { exact: true })).toHaveCount(2, { timeout: 60_000 });

	// It arrived while one looked on: it waits for a click.
	await expect(product.film).toBeVisible();
	const isPaused = () => product.film.evaluate((video: HTMLVideoElement) => video.paused);
	expect(await isPaused()).toBe(true);
	// A browser may decode a first bit of sound to be ready; nothing more before the click.
	const ready = await product.decodedAudio();
	await product.stage.getByRole("button", { name: "Play", exact: true }).click();
	await expect.poll(() => product.decodedAudio()).toBeGreaterThan(ready);
	await product.expectPlaying();

	await product.takes.nth(1).getByRole("button", { name: /^Open/ }).click();
	await expect(product.film).toHaveAccessibleName(`${words}, 1`);
	await product.expectPlaying();
	const sounding = () =>
		page.evaluate(() => {
			const clips: readonly HTMLMediaElement[] = Reflect.get(window, "clips");
			return [...new Set(clips)].filter((clip) => !clip.paused).length;
		});
	expect(await sounding()).toBe(1);

	await product.stage.getByRole("slider", { name: "Volume" }).fill("0.4");
	await product.stage.getByRole("button", { name: "Mute" }).click();
	await page.reload();
	await product.awake();
	await expect(product.stage.getByRole("button", { name: "Unmute" })).toBeVisible();
	expect(await isPaused()).toBe(true);
	expect(await sounding()).toBe(0);
	await product.stage.getByRole("button", { name: "Unmute" }).click();
	const loudness = () => product.film.evaluate(({ volume, muted }: HTMLVideoElement) => ({ volume, muted }));
	await expect.poll(loudness).toEqual({ volume: 0.4, muted: false });
	expect(await page.evaluate(() => Reflect.get(window, "untouched"))).toEqual([]);
});

test("the player obeys the keys it names: play, seconds, frames, shots, loop, mute", async ({
	product,
	page,
	words,
}) => {
	await product.open();
	await product.saveKey("evolink");
	await product.loadExample("Storyboard");
	await product.gateway("EvoLink").click();
	const [first] = words.split(",");
	await page.getByRole("textbox", { name: "Shot 1", exact: true }).fill(`${first}, ${words.slice(-12)}`);
	await product.generate().click();
	const take = await product.waitForState("Ready");
	await take.getByRole("button", { name: /^Open/ }).click();
	await product.expectPlaying();

	const clock = () => product.film.evaluate((video: HTMLVideoElement) => video.currentTime);
	await product.stage.getByRole("button", { name: "Pause" }).click();
	await product.stage.getByRole("button", { name: /^Go to shot 2/ }).click();
	await expect.poll(clock).toBeCloseTo(3, 1);
	await page.keyboard.press(".");
	await expect.poll(clock).toBeGreaterThan(3.02);
	expect(await clock()).toBeLessThan(3.1);
	await page.keyboard.press("ArrowLeft");
	await expect.poll(clock).toBeCloseTo(2.05, 1);
	await page.keyboard.press("2");
	await expect.poll(clock).toBeCloseTo(3, 1);
	const isMuted = () => product.film.evaluate((video: HTMLVideoElement) => video.muted);
	await page.keyboard.press("m");
	await expect.poll(isMuted).toBe(true);
	await product.stage.getByRole("slider", { name: "Volume" }).press("m");
	await expect.poll(isMuted).toBe(false);
	await page.keyboard.press("l");
	await expect(product.stage.getByRole("button", { name: "Loop shot" })).toHaveAttribute("aria-pressed", "true");
	await product.stage.getByRole("slider", { name: "Seek" }).fill("5.6");
	await product.stage.getByRole("button", { name: "Play", exact: true }).click();
	await expect.poll(clock).toBeLessThan(5);
	expect(await clock()).toBeGreaterThanOrEqual(2.9);
});
