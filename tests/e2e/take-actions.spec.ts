import { countCharges, expect, test } from "./support/product";

test.beforeEach(({ product }) => product.open());

test("a film is named, noted, starred, kept, deleted and restored", async ({ product, page, words }) => {
	await product.saveKey("evolink");
	await product.prompt().fill(words);
	await product.gateway("EvoLink").click();
	await product.generate().click();
	const take = await product.waitForState("Ready");

	await page.getByRole("textbox", { name: "Name of this take" }).fill("The good one");
	await page.getByRole("textbox", { name: "Note on this take" }).fill("Use this for the ending.");
	await product.stage.getByRole("button", { name: "Star" }).click();
	await take.getByRole("button", { name: "Keep" }).click();
	await expect(take.getByRole("button", { name: "Keep" })).toHaveAttribute("aria-pressed", "true");
	await expect(take).toContainText("The good one");

	await page.reload();
	await product.awake();
	await expect(page.getByRole("textbox", { name: "Note on this take" })).toHaveValue("Use this for the ending.");
	await expect(product.stage.getByRole("button", { name: "Star" })).toHaveAttribute("aria-pressed", "true");

	await take.getByRole("button", { name: "Delete" }).click();
	await expect(product.takes).toHaveCount(0);
	await product.history.getByText("1 left in the last 24 hours").click();
	await product.history.getByRole("button", { name: "Restore" }).click();
	await expect(product.takes).toHaveCount(1);
	await take.getByRole("button", { name: /^Open/ }).click();
	await product.expectPlaying();
});

test("an animatic is cancelled, and retried into a new take", async ({ product, words }) => {
	await product.prompt().fill(words);
	await product.generate().click();
	await product.takes.first().getByRole("button", { name: "Cancel" }).click();
	const cancelled = await product.waitForState("Cancelled");
	await expect(product.stage).not.toContainText("Rendering");

	await cancelled.getByRole("button", { name: "Retry" }).click();
	await expect(product.takes).toHaveCount(2);
	await product.takes.first().getByRole("button", { name: "Cancel" }).click();
	await expect(product.takes.filter({ hasText: "Cancelled" })).toHaveCount(2);
});

test("what cannot be stopped is only no longer watched, says so, and its film is kept", async ({
	product,
	emulators,
	words,
}) => {
	const slow = { kind: "task-takes", queuedMs: 500, renderingMs: 9_000 } as const;
	await emulators.evolink.addFault({ operation: "submit", fault: slow, holding: words });
	await product.saveKey("evolink");
	await product.prompt().fill(words);
	await product.gateway("EvoLink").click();
	await product.generate().click();
	const take = await product.waitForState("Rendering");

	const stop = take.getByRole("button", { name: "Stop watching" });
	await expect(stop).toHaveAttribute("title", "EvoLink cannot stop this; it will finish and charge.");
	await stop.click();
	await expect(stop).toHaveCount(0);
	await expect(take.getByRole("button", { name: "Cancel" })).toHaveCount(0);
	await product.waitForState("Ready");
	expect(await countCharges(emulators.evolink, words)).toBe(1);
});

for (const [answer, sentence, receipt] of [
	["It was charged", "You settled this take: it was charged.", "Yes, as you settled it yourself."],
	["It was not", "You settled this take: it was not charged.", "No, as you settled it yourself."],
] as const) {
	test(`an outcome nobody can look up is settled by the person: ${answer}`, async ({ product, emulators, words }) => {
		await emulators.empiriolabs.addFault({ operation: "submit", fault: { kind: "reset" }, times: 1, holding: words });
		await product.saveKey("empiriolabs");
		await product.prompt().fill(words);
		await product.gateway("EmpirioLabs").click();
		await product.generate().click();
		const take = await product.waitForState("Outcome unknown");

		await expect(product.stage).toContainText("It may have been billed. Nothing is sent again by itself.");
		await expect(take.getByRole("button", { name: "Check again" })).toHaveCount(0);
		await expect(product.history.getByRole("status", { name: "History count" })).toContainText("1 unknown");
		await take.getByRole("button", { name: answer }).click();

		await product.waitForState("Failed");
		await expect(product.stage).toContainText(sentence);
		await take.getByRole("button", { name: "Receipt" }).click();
		await expect(product.dialog("Receipt")).toContainText(receipt);
		expect(await countCharges(emulators.empiriolabs, words)).toBe(1);
	});
}

test("where the gateway can be asked, Check again finds the film that was paid for", async ({
	product,
	emulators,
	words,
}) => {
	await emulators.useapi.addFault({ operation: "submit", fault: { kind: "reset" }, times: 1, holding: words });
	await emulators.useapi.addFault({ operation: "list", fault: { kind: "status", status: 503 } });
	await product.saveKey("useapi");
	await product.prompt().fill(words);
	await product.gateway("useapi.net").click();
	await product.generate().click();
	await product.dialog("Before it is sent").getByRole("button", { name: "Send it" }).click();
	const take = await product.waitForState("Outcome unknown");

	// The first look of its own goes wrong, the next is a minute away.
	await expect.poll(() => countFired(emulators.useapi), { timeout: 20_000 }).toBeGreaterThan(0);
	await emulators.useapi.clearFaults();
	await take.getByRole("button", { name: "Check again" }).click();
	await product.waitForState("Ready");
	expect(await countCharges(emulators.useapi, words)).toBe(1);
});

async function countFired(emulator: { faults(): Promise<readonly { rule: { operation: string }; fired: number }[]> }) {
	return (await emulator.faults())
		.filter(({ rule }) => rule.operation === "list")
		.reduce((sum, { fired }) => sum + fired, 0);
}

test("what a take was made from is loaded again", async ({ product, emulators, words }) => {
	const fault = { kind: "refused", code: "insufficient_quota" } as const;
	await emulators.evolink.addFault({ operation: "submit", fault, times: 1, holding: words });
	await product.saveKey("evolink");
	await product.prompt().fill(words);
	await product.gateway("EvoLink").click();
	await product.generate().click();
	const take = await product.waitForState("Failed");

	await product.prompt().fill("Something else");
	await take.getByRole("button", { name: "Reuse" }).click();
	await expect(product.prompt()).toHaveValue(words);
	await take.getByRole("button", { name: "Retry" }).click();
	await product.waitForState("Ready");
	await expect(product.takes).toHaveCount(2);
	expect(await countCharges(emulators.evolink, words)).toBe(1);
});
