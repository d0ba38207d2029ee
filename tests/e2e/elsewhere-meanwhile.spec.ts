import { expect, test } from "./support/product";

/** The person has another tab in front, and has allowed notifications. */
function lookAway(): void {
	const told: string[] = [];
	Object.defineProperty(document, "hidden", { get: () => true });
	class Told {
		static readonly permission = "granted";
		onclick = null;
		constructor(title: string, { body }: NotificationOptions) {
			told.push(`${title}: ${body}`);
		}
	}
	Object.assign(window, { Notification: Told, told });
}

declare const told: readonly string[];

test.beforeEach(async ({ product, page }) => {
	await page.addInitScript(lookAway);
	await product.open();
	await product.saveKey("evolink");
	await product.gateway("EvoLink").click();
});

test("the tab and a notification tell a film that is ready", async ({ product, page, words }) => {
	await product.prompt().fill(words);
	await product.generate().click();
	await expect(page).toHaveTitle("(1) Storyreel");
	await product.waitForState("Ready");
	await expect(page).toHaveTitle(`Ready: ${words}`);
	expect(await page.evaluate(() => told)).toEqual([`Your film is ready: ${words}`]);
});

test("a take that fails is not told as a film that is ready", async ({ product, page, emulators, words }) => {
	await product.prompt().fill(words);
	await product.generate().click();
	await product.waitForState("Ready");
	const other = `${words}, but refused`;
	const fault = { kind: "refused", code: "insufficient_quota" } as const;
	await emulators.evolink.addFault({ operation: "submit", fault, holding: other });
	await product.prompt().fill(other);
	await product.generate().click();
	await product.waitForState("Failed");
	await expect(page).toHaveTitle(`Failed: ${other}`);
	expect(await page.evaluate(() => told.at(-1))).toBe(`A take ended: Failed: ${other}`);
});
