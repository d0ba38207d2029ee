import type { Page } from "@playwright/test";
import { countCharges, expect, test } from "./support/product";

/** What the page says aloud, each time it says something else. */
async function listen(page: Page): Promise<() => Promise<readonly string[]>> {
	await page.evaluate(() => {
		const heard: string[] = [];
		Object.assign(window, { heardWords: heard });
		for (const region of document.querySelectorAll("p[role=status].sr-only, p[role=alert].sr-only")) {
			new MutationObserver(() => heard.push(region.textContent ?? "")).observe(region, {
				childList: true,
				characterData: true,
				subtree: true,
			});
		}
	});
	return () => page.evaluate(() => Reflect.get(window, "heardWords"));
}

test("offline and back: said at once, the draft kept, the film there once, and the click that was kept sent once", async ({
	product,
	context,
	page,
	emulators,
	allowed,
	words,
}) => {
	test.setTimeout(120_000);
	allowed.push(/net::ERR_INTERNET_DISCONNECTED|Failed to fetch|net::ERR_NETWORK/);
	await product.open();
	await product.saveKey("evolink");
	await product.prompt().fill(words);
	await product.gateway("EvoLink").click();
	await product.generate().click();
	await product.waitForState("Rendering");
	const heard = await listen(page);

	await context.setOffline(true);
	await expect(product.line).toContainText("Offline, trying again", { timeout: 20_000 });
	await product.prompt().fill(`${words}, once more`);
	await product.generate().click();
	await expect(product.compose).toContainText("The server did not answer. Your click is kept");
	await expect(product.takes).toHaveCount(1);

	await context.setOffline(false);
	await expect(product.line).not.toContainText("Offline", { timeout: 30_000 });
	await expect(product.prompt()).toHaveValue(`${words}, once more`);
	await product.waitForState("Ready");
	await product.generate().click();
	await expect(product.takes).toHaveCount(2);
	await expect(product.takes.getByText("Ready", { exact: true })).toHaveCount(2, { timeout: 60_000 });
	expect(await countCharges(emulators.evolink, `${words}"`)).toBe(1);
	expect(await countCharges(emulators.evolink, `${words}, once more`)).toBe(1);
	await expect
		.poll(async () => (await heard()).filter((text) => text.includes(`${words} is ready.`)).length, { timeout: 20_000 })
		.toBe(1);
});

test("a page of an older version says that a new one is here, and a reload keeps the draft", async ({
	product,
	page,
	allowed,
	words,
}) => {
	allowed.push(/status of (404|409)/);
	await page.route("/", (route) => {
		const headers = route.request().headers();
		if (!headers["next-action"]) return route.fallback();
		return route.continue({ headers: { ...headers, "next-action": "0".repeat(headers["next-action"].length) } });
	});
	await product.open();
	await product.prompt().fill(words);
	const reload = page.getByRole("button", { name: "A new version is here: reload" });
	await expect(reload).toBeVisible({ timeout: 30_000 });
	await page.unroute("/");
	await reload.click();
	await product.awake();
	await expect(reload).toHaveCount(0);
	await expect(product.prompt()).toHaveValue(words);
});
