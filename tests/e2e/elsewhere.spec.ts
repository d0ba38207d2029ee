import { countCharges, expect, test } from "./support/product";
import type { Product } from "./support/screen";

const REFUSED = { kind: "refused", code: "insufficient_quota" } as const;

async function sendToEvoLink(product: Product, words: string): Promise<void> {
	await product.prompt().fill(words);
	await product.gateway("EvoLink").click();
	await product.generate().click();
}

test.beforeEach(({ product }) => product.open());

test("a definite refusal offers the next cheapest gateway one has a key for", async ({ product, emulators, words }) => {
	await emulators.evolink.addFault({ operation: "submit", fault: REFUSED, holding: words });
	await product.saveKey("evolink");
	await sendToEvoLink(product, words);
	await product.waitForState("Failed");
	await expect(product.stage.getByRole("button", { name: /^Send to/ })).toHaveCount(0);

	await product.saveKey("empiriolabs");
	await product.saveKey("kling");
	await product.stage.getByRole("button", { name: "Send to Kling · $0.56" }).click();
	await product.waitForState("Ready");

	expect(await countCharges(emulators.kling, words)).toBe(1);
	expect(await countCharges(emulators.evolink, words)).toBe(0);
	expect(await countCharges(emulators.empiriolabs, words)).toBe(0);
});

test("only who asks for it has refused takes sent on by themselves, once", async ({
	product,
	emulators,
	page,
	words,
}) => {
	await emulators.evolink.addFault({ operation: "submit", fault: REFUSED, holding: words });
	await product.saveKey("evolink");
	await product.saveKey("kling");
	await sendToEvoLink(product, words);
	await product.waitForState("Failed");
	await expect(product.takes).toHaveCount(1);

	await product.compose.getByRole("switch", { name: "If refused, send to the next cheapest" }).check();
	await expect(product.compose).toContainText("and to the next cheapest gateway if EvoLink refuses them.");
	const second = await page.context().newPage();
	await second.goto("/");
	// The first refusal is history: nothing is sent for it.
	await expect(product.takes).toHaveCount(1);

	const other = `${words}, once more`;
	await sendToEvoLink(product, other);
	await expect(product.takes).toHaveCount(3);
	await product.waitForState("Ready");
	await expect(product.takes.first()).toContainText("Kling");
	expect(await countCharges(emulators.kling, other)).toBe(1);
	expect(await countCharges(emulators.kling, words)).toBe(1);
	await second.close();
});

test("what a moderator refuses names what was sent and is never sent on by itself", async ({
	product,
	emulators,
	words,
}) => {
	const fault = { kind: "refused", code: "1301" } as const;
	await emulators.kling.addFault({ operation: "submit", fault, holding: words });
	await product.saveKey("evolink");
	await product.saveKey("kling");
	await product.prompt().fill(words);
	await product.gateway("Kling").click();
	await product.compose.getByRole("switch", { name: "If refused, send to the next cheapest" }).check();
	await product.generate().click();
	await product.waitForState("Failed");

	await expect(product.stage).toContainText(`What was sent:“${words}”`);
	await expect(product.takes).toHaveCount(1);
	await product.prompt().fill("Something else");
	await product.stage.getByRole("button", { name: "Edit and retry" }).click();
	await expect(product.prompt()).toHaveValue(words);
	await expect(product.prompt()).toBeFocused();
});

test("EmpirioLabs refusing a draft without an image offers an image or another gateway", async ({
	product,
	emulators,
	page,
	words,
}) => {
	const fault = { kind: "refused", code: "image_required", message: "image is required" } as const;
	await emulators.empiriolabs.addFault({ operation: "submit", fault, times: 1, holding: words });
	await product.saveKey("empiriolabs");
	await product.prompt().fill(words);
	await product.gateway("EmpirioLabs").click();
	await product.generate().click();
	await product.waitForState("Failed");
	await expect(product.stage).toContainText("You were not charged.");

	await product.stage.getByRole("button", { name: "Other gateway" }).click();
	await expect(product.gateway("EmpirioLabs")).toBeFocused();
	await product.stage.getByRole("button", { name: "Add image" }).click();
	await expect(page.getByRole("textbox", { name: "Image URL" })).toBeVisible();
	await page.getByLabel("Image file").setInputFiles("public/samples/noir-portrait.jpg");
	await expect(product.compose).toContainText("Image to video");
	await product.generate().click();
	await product.waitForState("Ready");
});

test("Retry asks as Generate does where no price is published", async ({ product, emulators, words }) => {
	await emulators.useapi.addFault({
		operation: "submit",
		fault: { kind: "status", status: 400, body: '{"error":"no"}' },
		times: 1,
		holding: words,
	});
	await product.saveKey("useapi");
	await product.prompt().fill(words);
	await product.gateway("useapi.net").click();
	await product.generate().click();
	await product.dialog("Before it is sent").getByRole("button", { name: "Send it" }).click();
	const take = await product.waitForState("Failed");
	await take.getByRole("button", { name: "Retry" }).click();
	await expect(product.dialog("Before it is sent")).toContainText("publishes no price");
	await product.dialog("Before it is sent").getByRole("button", { name: "Not now" }).click();
	await expect(product.takes).toHaveCount(1);
});
