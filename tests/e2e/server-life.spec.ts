import { expect } from "@playwright/test";
import { countCharges } from "./support/orders";
import { PASSWORD, test } from "./support/own-server";

test.describe.configure({ mode: "default", timeout: 150_000 });

test("a password stands before everything, and the pass outlives the page", async ({ page, server }) => {
	await page.goto("/");
	await expect(page).toHaveURL(`${server.url}/unlock`);
	await page.getByRole("textbox", { name: "Password" }).fill("a guess");
	await page.getByRole("button", { name: "Open" }).click();
	await expect(page.getByRole("status")).toContainText("That is not the password. Try again.");
	await expect(page.getByRole("textbox", { name: "Password" })).toBeFocused();

	await page.getByRole("textbox", { name: "Password" }).fill(PASSWORD);
	await page.keyboard.press("Enter");
	await expect(page.getByRole("region", { name: "Compose" })).toBeVisible();
	await page.reload();
	await expect(page.getByRole("region", { name: "Compose" })).toBeVisible();
});

test("a recovery link leads past the password to what it is for", async ({ product, browser }) => {
	await product.page.getByRole("button", { name: "Keys", exact: true }).click();
	await product.page.getByRole("button", { name: "Create recovery link" }).click();
	const link = await product.page.getByRole("textbox", { name: "Recovery link" }).inputValue();

	const page = await (await browser.newContext()).newPage();
	await page.goto(link);
	await page.getByRole("textbox", { name: "Password" }).fill(PASSWORD);
	await page.getByRole("button", { name: "Open" }).click();
	await page.getByRole("button", { name: "Bring this history here" }).click();
	await page.getByRole("button", { name: "Keys", exact: true }).click();
	await expect(page.getByText("This device, since")).toBeVisible();
	await page.context().close();
});

test("the operator's cap stops the click that would pass it, and names every way out", async ({ product, server }) => {
	const words = "A lighthouse keeper counts waves";
	await expect(product.gateway("EvoLink")).toHaveAccessibleName(/the operator's key/);
	await product.gateway("EvoLink").click();
	await product.prompt().fill(words);
	await product.generate().click();
	await expect(product.page.getByText("today $0.53 of $1.00")).toBeVisible();
	await product.waitForState("Ready");

	await product.generate().click();
	await expect(product.compose).toContainText(
		"Today's cap is $1.00; $0.53 is spent or reserved; this take costs $0.53. Use a key of your own, which has its own limit, ask whoever runs this server to raise the cap, or wait for the new day at 00:00 UTC.",
	);
	await expect(product.takes).toHaveCount(1);
	expect(await countCharges(server.emulators.gateways.evolink, words)).toBe(1);
});

test("killed while it renders, paid and free, the server goes on where it was, and the open page with it", async ({
	product,
	server,
}) => {
	const words = "A night train crosses a viaduct";
	const slow = { kind: "task-takes", queuedMs: 500, renderingMs: 12_000 } as const;
	await server.emulators.gateways.evolink.addFault({ operation: "submit", fault: slow, holding: words });
	await product.page.getByRole("slider", { name: "Duration" }).fill("3");
	await product.prompt().fill(`${words}, drawn`);
	await product.generate().click();
	await product.waitForState("Rendering");
	await product.gateway("EvoLink").click();
	await product.prompt().fill(words);
	await product.generate().click();
	await expect(product.takes).toHaveCount(2);
	await product.waitForState("Rendering");

	await server.kill();
	await expect(product.line).toContainText("Offline, trying again", { timeout: 20_000 });
	await expect(product.takes.first()).toContainText("Rendering");
	await server.startAgain();

	await expect(product.line).not.toContainText("Offline", { timeout: 30_000 });
	await expect(product.takes.getByText("Ready", { exact: true })).toHaveCount(2, { timeout: 120_000 });
	expect(await countCharges(server.emulators.gateways.evolink, words)).toBe(1);
	await product.takes.first().getByRole("button", { name: /^Open/ }).click();
	await product.expectPlaying();
});

test("killed while the order is on its way, the server finds the film and pays for it once", async ({
	product,
	server,
}) => {
	const words = "A paper boat in the rain";
	const { kling } = server.emulators.gateways;
	await kling.addFault({ operation: "submit", fault: { kind: "silence" }, times: 1, holding: words });
	await product.page.getByRole("slider", { name: "Duration" }).fill("3");
	await product.gateway("Kling").click();
	await product.prompt().fill(words);
	await product.generate().click();
	await product.waitForState("Sending");
	await expect.poll(() => countCharges(kling, words)).toBe(1);

	await server.kill();
	await server.startAgain();
	await product.waitForState("Ready", 90_000);
	await expect(product.takes).toHaveCount(1);
	expect(await countCharges(kling, words)).toBe(1);
});
