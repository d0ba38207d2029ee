import type { Browser } from "@playwright/test";
import { expect, test } from "./support/product";
import { Product } from "./support/screen";

const BRING = "Bring this history here";

/** Another device: its own cookies, its own storage. */
async function anotherDevice(browser: Browser) {
	const page = await (await browser.newContext()).newPage();
	return new Product(page);
}

async function press(product: Product, words: string) {
	await product.prompt().fill(words);
	await product.generate().click();
	await expect(product.take(words)).toHaveCount(1);
}

async function createLink({ page }: Product): Promise<string> {
	await page.getByRole("button", { name: "Keys" }).click();
	await page.getByRole("button", { name: "Create recovery link" }).click();
	return page.getByRole("textbox", { name: "Recovery link" }).inputValue();
}

test("a recovery link shows a history on another device, until it is revoked", async ({ product, browser }) => {
	await product.open();
	await product.saveKey("evolink");
	await product.gateway("EvoLink").click();
	await press(product, "A lighthouse that two devices see");
	await product.waitForState("Ready");
	const link = await createLink(product);
	await expect(product.page.getByText("Link, not used yet")).toBeVisible();

	const phone = await anotherDevice(browser);
	await phone.open();
	await press(phone, "A phone's own harbour");
	const secondTab = await phone.page.context().newPage();
	await secondTab.goto("/");
	await expect(secondTab.getByRole("list", { name: "History" })).toContainText("A phone's own harbour");

	// Opened, looked at, and left: nothing has happened.
	const opened: string[] = [];
	phone.page.on("request", (request) => opened.push(request.url()));
	await phone.page.goto(link);
	await expect(phone.page.getByRole("heading", { name: `${BRING}?` })).toBeVisible();
	await phone.page.getByRole("link", { name: "Not now" }).click();
	await expect(phone.takes).toHaveCount(1);
	await expect(phone.takes).toContainText("A phone's own harbour");

	await phone.page.goto(link);
	await phone.page.getByRole("button", { name: BRING }).click();
	await expect(phone.takes).toContainText("A lighthouse that two devices see");
	await expect(phone.takes).toHaveCount(1);
	expect(phone.page.url()).not.toContain("#");
	expect(opened.filter((url) => url.includes(link.split("#")[1] ?? link))).toEqual([]);
	await phone.takes.first().getByRole("button", { name: /^Open/ }).click();
	await expect(phone.stage.locator("video")).toHaveJSProperty("readyState", 4);
	await expect(secondTab.getByRole("list", { name: "History" })).toContainText("A lighthouse that two devices see");

	// What one does, the other sees.
	await phone.gateway("EvoLink").click();
	await press(phone, "A lighthouse seen from the phone");
	await expect(product.takes).toHaveCount(2);

	await product.page.keyboard.press("Escape");
	await product.page.getByRole("button", { name: "Keys" }).click();
	await expect(product.page.getByText("Another device, since")).toBeVisible();
	await product.page.getByRole("button", { name: "Revoke" }).click();
	await expect(product.page.getByText("Another device, since")).toBeHidden();

	await phone.page.reload();
	await expect(phone.page.getByRole("heading", { name: /is closed$/ })).toBeVisible();
	await phone.page.getByRole("button", { name: "Show my own history" }).click();
	await expect(phone.takes).toHaveCount(1);
	await expect(phone.takes).toContainText("A phone's own harbour");
	await phone.page.context().close();
});

test("a recovery link works once; a revoked, used or invented one says what to do", async ({ product, browser }) => {
	await product.open();
	const link = await createLink(product);
	await product.page.getByRole("button", { name: "Revoke" }).click();
	await expect(product.page.getByRole("textbox", { name: "Recovery link" })).toBeHidden();

	const phone = await anotherDevice(browser);
	for (const address of [link, `/recover#${"a".repeat(43)}`, "/recover"]) {
		await phone.page.goto("about:blank");
		await phone.page.goto(address);
		await phone.page.getByRole("button", { name: BRING }).click();
		await expect(phone.page.getByRole("status")).toContainText("Make a new one where the history is");
	}

	await product.page.getByRole("button", { name: "Create recovery link" }).click();
	const again = await product.page.getByRole("textbox", { name: "Recovery link" }).inputValue();
	await product.page.goto(again);
	await product.page.getByRole("button", { name: BRING }).click();
	await expect(product.page.getByRole("status")).toContainText("This history is already here");

	await phone.page.goto(again);
	await phone.page.getByRole("button", { name: BRING }).click();
	await phone.awake();
	const third = await anotherDevice(browser);
	await third.page.goto(again);
	await third.page.getByRole("button", { name: BRING }).click();
	await expect(third.page.getByRole("status")).toContainText("it works once");

	// A device can go by itself.
	await phone.page.getByRole("button", { name: "Keys" }).click();
	await expect(phone.page.getByText("This device, since")).toBeVisible();
	await phone.page.getByRole("button", { name: "Leave this history" }).click();
	await phone.awake();
	await phone.page.getByRole("button", { name: "Keys" }).click();
	await expect(phone.page.getByRole("button", { name: "Create recovery link" })).toBeVisible();
	await expect(phone.page.getByText("This device, since")).toBeHidden();
	await phone.page.context().close();
	await third.page.context().close();
});
