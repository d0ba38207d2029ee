import type { State } from "./state";
import { orderAtEvoLink } from "./takes";

/** Where one cannot go on. */
export const WALLS: readonly State[] = [
	{
		name: "over-cap",
		async arrange({ product }) {
			const { page } = product;
			await product.open();
			await product.saveKey("evolink");
			await page.getByRole("button", { name: "Keys" }).click();
			await page.getByRole("textbox", { name: "Own daily limit, USD" }).fill("0.5");
			await page.getByRole("button", { name: "Set limit" }).click();
			await page.getByText("Set.").waitFor();
			await page.keyboard.press("Escape");
			await product.prompt().fill("Sunrise over the ocean");
			await product.gateway("EvoLink").check();
			await product.generate().click();
			await page.getByRole("button", { name: "Keys and limits" }).waitFor();
		},
	},
	{
		name: "offline",
		async arrange({ product }) {
			await orderAtEvoLink(product);
			await product.waitForState("Ready");
			await product.page.context().setOffline(true);
			await product.page.getByText("Offline, trying again").waitFor({ timeout: 120_000 });
		},
	},
	{
		name: "not-found",
		overlaid: true,
		arrange: ({ page }) => page.goto("/nothing-here").then(() => undefined),
	},
	{
		name: "recover",
		overlaid: true,
		arrange: ({ page }) => page.goto("/recover#no-link").then(() => undefined),
	},
	{
		name: "error",
		overlaid: true,
		async arrange({ page }) {
			// The one way to break a page from outside: a browser that answers nonsense.
			await page.addInitScript(() => {
				Reflect.set(window, "matchMedia", undefined);
				Reflect.set(Intl, "NumberFormat", undefined);
			});
			await page.goto("/");
			await page.getByRole("button", { name: "Try again" }).waitFor();
		},
	},
];

/** Served with a password, so apart from all others. */
export const UNLOCK: State = {
	name: "unlock",
	overlaid: true,
	async arrange({ page }) {
		await page.goto("/");
		await page.getByRole("textbox", { name: "Password" }).fill("not the one");
		await page.getByRole("button", { name: "Open" }).click();
		await page.getByRole("status").filter({ hasText: /\S/ }).waitFor();
	},
};
