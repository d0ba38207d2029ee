import { countCharges, expect, GATEWAYS, test } from "./support/product";

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

for (const [name, { label }] of Object.entries(GATEWAYS)) {
	test(`${label} renders a prompt, and the receipt says what was charged`, async ({ product }) => {
		await product.open();
		await product.saveKey(name as keyof typeof GATEWAYS);
		await product.prompt().fill("sunrise over the ocean");
		await product.gateway(label).click();
		await product.generate().click();
		const ask = product.page.getByRole("button", { name: "Send it" });
		if (await product.generate().getByText("price not published").isVisible()) await ask.click();

		const take = await product.waitForState("Ready");
		await take.getByRole("button", { name: "Receipt" }).click();

		await expect(product.page.getByRole("dialog", { name: "Receipt" })).toContainText("Were you charged?");
	});
}
