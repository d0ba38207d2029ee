import { countCharges, expect, test } from "./support/product";

test.beforeEach(async ({ product, words }) => {
	await product.open();
	await product.saveKey("evolink");
	await product.prompt().fill(words);
	await product.gateway("EvoLink").click();
});

test("a double click is one take and one charge", async ({ product, emulators, words }) => {
	await product.generate().dblclick();
	await product.waitForState("Ready");

	await expect(product.takes).toHaveCount(1);
	expect(await countCharges(emulators.evolink, words)).toBe(1);
});

test("a reload during the submit is one take and one charge", async ({ product, emulators, allowed, words }) => {
	allowed.push(/Failed to fetch|net::ERR/);
	await product.generate().click({ noWaitAfter: true });
	await product.page.reload();
	await product.awake();
	await product.waitForState("Ready");

	await expect(product.takes).toHaveCount(1);
	expect(await countCharges(emulators.evolink, words)).toBe(1);
});

test("an answer that is lost on the way is never paid twice", async ({ product, emulators, words }) => {
	await emulators.evolink.addFault({ operation: "submit", fault: { kind: "reset" }, times: 1, holding: words });
	await product.generate().click();
	await product.waitForState(/Ready|Outcome unknown/);

	expect(await countCharges(emulators.evolink, words)).toBe(1);
});

test("what the gateway refuses says so, and that nothing was charged", async ({ product, emulators, words }) => {
	const fault = { kind: "refused", code: "insufficient_quota" } as const;
	await emulators.evolink.addFault({ operation: "submit", fault, times: 1, holding: words });
	await product.generate().click();
	await product.waitForState("Failed");

	await expect(product.stage).toContainText("You were not charged.");
	expect(await countCharges(emulators.evolink, words)).toBe(0);
});
