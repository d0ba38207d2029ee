import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./support/product";

async function findViolations(page: Page) {
	const { violations } = await new AxeBuilder({ page })
		.withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
		.analyze();
	return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
}

for (const colorScheme of ["dark", "light"] as const) {
	for (const width of [360, 768, 1440]) {
		test.describe(`${colorScheme}, ${width} px`, () => {
			test.use({ colorScheme, viewport: { width, height: 900 } });

			test("nothing stands in anybody's way: empty, composing, in shots, in each dialog", async ({ product, page }) => {
				await product.open();
				expect(await findViolations(page)).toEqual([]);

				await product.prompt().fill('A woman says: "Catch me if you can." Then the scene cuts to a rooftop at night.');
				await page.getByRole("radio", { name: "Shots" }).check();
				await product.gateway("Kling").check();
				expect(await findViolations(page)).toEqual([]);

				await page.getByRole("button", { name: "Keys" }).click();
				await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
				expect(await findViolations(page)).toEqual([]);
				await page.keyboard.press("Escape");

				await page.getByRole("button", { name: "Help" }).click();
				await expect(page.getByRole("dialog", { name: "How it works" })).toBeVisible();
				expect(await findViolations(page)).toEqual([]);
			});
		});
	}
}

for (const colorScheme of ["dark", "light"] as const) {
	test.describe(`${colorScheme}, a take`, () => {
		test.use({ colorScheme });

		test("can be read on the monitor: failed, then ready", async ({ product, page, emulators, words }) => {
			const fault = { kind: "refused", code: "insufficient_quota" } as const;
			await emulators.evolink.addFault({ operation: "submit", fault, times: 1, holding: words });
			await product.open();
			await product.saveKey("evolink");
			await product.prompt().fill(words);
			await product.gateway("EvoLink").check();
			await product.generate().click();
			await product.waitForState("Failed");
			expect(await findViolations(page)).toEqual([]);

			await product.generate().click();
			await product.waitForState("Ready");
			expect(await findViolations(page)).toEqual([]);
		});
	});
}

for (const hasTouch of [false, true]) {
	test.describe(hasTouch ? "with a finger" : "with a mouse", () => {
		test.use({ hasTouch, viewport: { width: 320, height: 700 } });

		test("at 320 px nothing has to be scrolled sideways", async ({ product, page }) => {
			await product.open();
			await page.getByRole("radio", { name: "Shots" }).check();
			const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
			expect(await overflow()).toBe(0);
		});
	});
}

test("targets are at least 24 px, and 44 px for fingers", async ({ browser }) => {
	for (const [hasTouch, least] of [
		[false, 24],
		[true, 44],
	] as const) {
		const context = await browser.newContext({ hasTouch, isMobile: hasTouch, viewport: { width: 390, height: 844 } });
		const page = await context.newPage();
		await page.goto("/");
		await expect(page.getByRole("button", { name: "Help" })).toBeVisible();
		const small = await page.evaluate(
			(size) =>
				[...document.querySelectorAll("button:not(.sr-only)")]
					.map((button) => ({ name: button.textContent || button.ariaLabel, box: button.getBoundingClientRect() }))
					.filter(({ box }) => box.width > 0 && box.height < size - 0.5)
					.map(({ name, box }) => `${name} ${Math.round(box.height)}`),
			least,
		);
		expect(small).toEqual([]);
		await context.close();
	}
});
