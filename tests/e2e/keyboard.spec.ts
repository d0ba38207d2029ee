import { goodKey } from "./support/gateways";
import { Keyboard } from "./support/keyboard";
import { countCharges, expect, test } from "./support/product";

test("the whole journey by keys alone: compose, shots, key, generate, play, seek, delete", async ({
	product,
	page,
	emulators,
	words,
}) => {
	test.setTimeout(120_000);
	await product.open();
	const keys = new Keyboard(page);

	await keys.pressOn(page.getByRole("radio", { name: "One shot" }), "ArrowRight");
	await expect(page.getByRole("radio", { name: "Shots" })).toBeChecked();
	await keys.reach(page.getByRole("textbox", { name: "Shot 1", exact: true }));
	await keys.type(words);
	await keys.pressOn(page.getByRole("button", { name: "Add shot" }), "Enter");
	await keys.reach(page.getByRole("textbox", { name: "Shot 2", exact: true }), "Shift+Tab");
	await keys.type("She looks out over the sea.");
	await keys.pressOn(page.getByRole("spinbutton", { name: "Seconds of shot 1" }), "ArrowUp", "Shift+Tab");
	await keys.pressOn(page.getByRole("slider", { name: "Duration" }), "ArrowRight");
	await keys.pressOn(page.getByRole("radio", { name: /^720p/ }), "ArrowRight");
	await keys.reach(page.getByRole("radiogroup", { name: "Gateway" }).locator("input:checked"));
	await keys.press("ArrowDown");
	await expect(product.gateway("EvoLink")).toBeChecked();

	const opener = page.getByRole("button", { name: "Add your EvoLink key" });
	await keys.pressOn(opener, "Enter");
	const field = page.getByRole("textbox", { name: "EvoLink key" });
	await keys.reach(field);
	await keys.type(goodKey("evolink")["EvoLink key"] ?? "");
	await keys.press("Enter");
	await expect(product.keysOf("evolink").getByRole("status")).toContainText("Good");
	await keys.expectSeen();
	await keys.press("Escape");
	await expect(product.dialog("Keys")).toHaveCount(0);
	await keys.expectSeen();

	await keys.press("Control+Enter");
	const take = await product.waitForState("Ready");
	await keys.expectSeen();
	await keys.pressOn(take.getByRole("button", { name: /^Open/ }), "Enter");
	await product.expectPlaying();
	await keys.pressOn(product.stage.getByRole("button", { name: /^(Play|Pause)$/ }), "Enter", "Shift+Tab");
	await keys.pressOn(product.stage.getByRole("slider", { name: "Seek" }), "Home", "Shift+Tab");
	await keys.press("PageUp");
	await expect.poll(() => product.film.evaluate((video: HTMLVideoElement) => video.currentTime)).toBeGreaterThan(0.3);

	await keys.pressOn(take.getByRole("button", { name: "Delete" }), "Enter");
	await expect(product.takes).toHaveCount(0);
	await keys.expectSeen();

	expect(await countCharges(emulators.evolink, words)).toBe(1);
	test.info().annotations.push({ type: "keys", description: `${keys.presses} keys and ${keys.typed} letters` });
	expect(keys.presses).toBeLessThanOrEqual(200);
});

test("the focus comes back from every dialog, however it is closed", async ({ product, page }) => {
	await product.open();
	const keys = new Keyboard(page);
	for (const [opener, dialog] of [
		["Keys", "Keys"],
		["Help", "How it works"],
	] as const) {
		const button = page.getByRole("button", { name: opener, exact: true });
		for (const closeIt of [
			() => keys.press("Escape"),
			() => keys.pressOn(product.dialog(dialog).getByRole("button", { name: "Close" }), "Enter"),
		]) {
			await button.focus();
			await keys.press("Enter");
			await expect(product.dialog(dialog)).toBeVisible();
			await closeIt();
			await expect(product.dialog(dialog)).toHaveCount(0);
			await expect(button).toBeFocused();
			await keys.expectSeen();
		}
	}
});

test("what vanishes under the focus hands it on to its neighbour", async ({ product, page, words }) => {
	await product.open();
	const keys = new Keyboard(page);
	await page.getByRole("radio", { name: "Shots" }).check();
	for (const shot of [1, 2]) await page.getByRole("button", { name: `Duplicate shot ${shot}` }).click();
	await keys.pressOn(page.getByRole("button", { name: "Delete shot 2" }), "Enter");
	await expect(page.getByRole("textbox", { name: /^Shot \d$/ })).toHaveCount(2);
	await keys.expectSeen();

	await page.getByRole("radio", { name: "One shot" }).check();
	await product.prompt().fill(words);
	for (const count of [1, 2]) {
		await product.generate().click();
		await expect(product.takes).toHaveCount(count);
		await product.takes.first().getByRole("button", { name: "Cancel" }).click();
		await product.waitForState("Cancelled");
	}
	await keys.pressOn(product.takes.first().getByRole("button", { name: "Delete" }), "Enter");
	await expect(product.takes).toHaveCount(1);
	await expect(product.takes.first().getByRole("button", { name: /^Open/ })).toBeFocused();
	await keys.pressOn(product.takes.first().getByRole("button", { name: "Delete" }), "Enter");
	await expect(product.takes).toHaveCount(0);
	await keys.expectSeen();
});
