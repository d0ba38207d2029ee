import { countCharges, expect, test } from "./support/product";

test.beforeEach(async ({ product, words }) => {
	await product.open();
	await product.prompt().fill(words);
});

const REFUSALS = [
	["invalid_api_key", "EvoLink did not accept the key. Check it under Keys, or paste a new one."],
	["insufficient_quota", "The EvoLink account has not enough money left."],
	["key_model_not_allowed", "EvoLink does not let this key use the model."],
] as const;

test("a key, an account and a permission that are refused are each told apart, and cost nothing", async ({
	product,
	emulators,
	words,
}) => {
	await product.saveKey("evolink");
	await product.gateway("EvoLink").click();
	for (const [index, [code, sentence]] of REFUSALS.entries()) {
		await emulators.evolink.addFault({
			operation: "submit",
			fault: { kind: "refused", code },
			times: 1,
			holding: words,
		});
		await product.generate().click();
		await expect(product.takes).toHaveCount(index + 1);
		await expect(product.stage).toContainText(sentence);
		await expect(product.stage).toContainText("You were not charged.");
	}
	expect(await countCharges(emulators.evolink, words)).toBe(0);
});

test("a busy gateway (429) is waited for, with its reason, and charges once", async ({ product, emulators, words }) => {
	const retryAfter = { form: "seconds", seconds: 4 } as const;
	const fault = { kind: "refused", code: "rate_limit_exceeded", retryAfter } as const;
	await emulators.evolink.addFault({ operation: "submit", fault, times: 1, holding: words });
	await product.saveKey("evolink");
	await product.gateway("EvoLink").click();
	await product.generate().click();
	await expect(product.takes.first()).toContainText("EvoLink takes no more work just now. Waiting helps.");
	await expect(product.takes.first()).toContainText("Queued");
	await product.waitForState("Ready");
	expect(await countCharges(emulators.evolink, words)).toBe(1);
});

test("a 500 leaves the outcome open, says so, and is never answered by paying again", async ({
	product,
	emulators,
	words,
}) => {
	await emulators.empiriolabs.addFault({ operation: "submit", fault: { kind: "status", status: 500 }, holding: words });
	await product.saveKey("empiriolabs");
	await product.gateway("EmpirioLabs").click();
	await product.generate().click();
	await product.waitForState("Outcome unknown");
	await expect(product.stage).toContainText(
		"EmpirioLabs answered 500, which leaves open whether the film was ordered.",
	);
	await expect(product.stage).toContainText("It may have been billed.");
	await product.takes.first().getByRole("button", { name: "Receipt" }).click();
	await expect(product.dialog("Receipt")).toContainText("$0.90 stays reserved against the cap until it is settled.");
});

test("a film stopped by content rules says what became of the money, and offers to edit", async ({
	product,
	emulators,
	words,
}) => {
	const fault = { kind: "task-fails", code: "content_policy_violation", message: "Unsafe content." } as const;
	await emulators.evolink.addFault({ operation: "submit", fault, holding: words });
	await product.saveKey("evolink");
	await product.gateway("EvoLink").click();
	await product.generate().click();
	await product.waitForState("Failed");
	await expect(product.stage).toContainText("EvoLink stopped the film under its content rules.");
	await expect(product.stage).toContainText("Unsafe content.");
	await expect(product.stage).toContainText("It was charged and refunded.");
	await expect(product.stage.getByRole("button", { name: /^Send to/ })).toHaveCount(0);

	await product.prompt().fill("Something else");
	await product.stage.getByRole("button", { name: "Edit and retry" }).click();
	await expect(product.prompt()).toHaveValue(words);
});

test("a price nobody publishes is asked about before it is sent, and labelled as assumed", async ({
	product,
	emulators,
	words,
}) => {
	await product.saveKey("apimart");
	await product.gateway("APIMart").click();
	await expect(product.generate()).toHaveText(/price not published/);
	await product.generate().click();
	const asks = product.dialog("Before it is sent");
	await expect(asks).toContainText("APIMart publishes no price for this model. It counts against your limit");
	await asks.getByRole("button", { name: "Not now" }).click();
	await expect(product.takes).toHaveCount(0);

	await product.generate().click();
	await asks.getByRole("button", { name: "Send it" }).click();
	await product.waitForState("Ready");
	expect(await countCharges(emulators.apimart, words)).toBe(1);
	await product.takes.first().getByRole("button", { name: "Receipt" }).click();
	await expect(product.dialog("Receipt")).toContainText("Assumed: the dearest listed rate");
});
