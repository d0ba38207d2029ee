import { countCharges, expect, test } from "./support/product";

test("the first paid film takes at most eight clicks and one paste, from an empty browser", async ({
	product,
	emulators,
	words,
}) => {
	await product.open();
	await product.prompt().fill(words);
	await product.click(product.gateway("EvoLink"));
	await expect(product.generate()).toHaveText(/\$0\.53/);

	await product.saveKey("evolink");
	await product.click(product.generate());
	const take = await product.waitForState("Ready");
	await product.click(take.getByRole("button", { name: /^Open/ }));

	await expect(product.stage.locator("video")).toBeVisible();
	expect(product.clicks).toBeLessThanOrEqual(8);
	expect(await countCharges(emulators.evolink, words)).toBe(1);
});
