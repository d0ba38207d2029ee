import type { Product } from "../../e2e/support/screen";
import type { State } from "./state";
import { orderAtEvoLink } from "./takes";

async function openKeys({ page }: Product): Promise<void> {
	await page.getByRole("button", { name: "Keys" }).click();
	await page.getByRole("dialog", { name: "Keys" }).waitFor();
}

async function testKey({ page }: Product, sentence: RegExp): Promise<void> {
	const group = page.getByRole("group", { name: "EvoLink", exact: true });
	await group.getByRole("button", { name: "Test key" }).click();
	await group.getByText(sentence).waitFor();
}

export const DIALOGS: readonly State[] = [
	{
		name: "keys-empty",
		overlaid: true,
		async arrange({ product }) {
			await product.open();
			await openKeys(product);
		},
	},
	{
		name: "keys-good",
		overlaid: true,
		async arrange({ product }) {
			await product.open();
			await product.saveKey("evolink");
			await product.saveKey("useapi");
			await openKeys(product);
			await testKey(product, /good|works/i);
		},
	},
	{
		name: "keys-wrong",
		overlaid: true,
		async arrange({ product }) {
			await product.open();
			await openKeys(product);
			const group = product.page.getByRole("group", { name: "EvoLink", exact: true });
			await group.getByRole("button", { name: "Save" }).click();
			await group.getByRole("textbox", { name: "EvoLink key" }).fill("sk-of-somebody-else");
			await group.getByRole("button", { name: "Save" }).click();
			await testKey(product, /wrong|not accept|refuse|invalid/i);
		},
	},
	{
		name: "forget",
		overlaid: true,
		async arrange({ product }) {
			await product.open();
			await openKeys(product);
			await product.page.getByRole("button", { name: "Forget this browser" }).click();
		},
	},
	{
		name: "recovery-link",
		overlaid: true,
		async arrange({ product }) {
			await product.open();
			await openKeys(product);
			await product.page.getByRole("button", { name: "Create recovery link" }).click();
			await product.page.getByRole("textbox", { name: "Recovery link" }).scrollIntoViewIfNeeded();
		},
	},
	{
		name: "receipt",
		overlaid: true,
		async arrange({ product }) {
			await orderAtEvoLink(product);
			const take = await product.waitForState("Ready");
			await take.getByRole("button", { name: "Receipt" }).click();
			await product.page.getByText("Were you charged?").waitFor();
		},
	},
	{
		name: "learn",
		overlaid: true,
		async arrange({ product }) {
			await product.open();
			await product.page.getByRole("button", { name: "Help" }).click();
			await product.page.getByRole("dialog", { name: "How it works" }).waitFor();
		},
	},
];
