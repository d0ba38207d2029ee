import { test as base, expect } from "@playwright/test";
import { type Emulators, sharedEmulators } from "./gateways";
import { Product } from "./screen";

interface Fixtures {
	readonly product: Product;
	readonly emulators: Emulators;
	/** Words of this test alone, by which its takes are found among those of others. */
	readonly words: string;
	/** What the console may say in this test; anything else fails it. */
	readonly allowed: RegExp[];
}

export const test = base.extend<Fixtures>({
	// biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its first argument.
	words: async ({}, use, { testId, repeatEachIndex, retry }) => {
		await use(`A golden retriever runs along the beach, ${testId.slice(-8)}-${repeatEachIndex}-${retry}`);
	},
	// biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its first argument.
	allowed: async ({}, use) => use([]),
	product: async ({ page, allowed }, use) => {
		const complaints: string[] = [];
		page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
		page.on("pageerror", (problem) => complaints.push(problem.message));
		await use(new Product(page));
		expect(complaints.filter((text) => !allowed.some((pattern) => pattern.test(text)))).toEqual([]);
	},
	// biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its first argument.
	emulators: async ({}, use) => {
		const all = sharedEmulators();
		await use(all);
		await Promise.all(Object.values(all).map((emulator) => emulator.clearFaults()));
	},
});

export { countCharges } from "./orders";
export { expect };
