import { expect, test } from "./support/product";
import { Product } from "./support/screen";
import { Watches } from "./support/watches";

const LEAST_GAP_MS = 15_000;

test("two tabs share one stream and one history; when the reading one closes, the other goes on", async ({
	product,
	context,
	words,
}) => {
	const watches = new Watches(context);
	await product.open();
	await expect.poll(() => watches.open()).toBe(1);
	const other = new Product(await context.newPage());
	await other.open();

	await other.prompt().fill(words);
	await other.generate().click();
	await expect(product.takes).toContainText([words]);
	await product.takes.first().getByRole("button", { name: "Cancel" }).click();
	await other.waitForState("Cancelled");
	expect(watches.of(other.page)).toHaveLength(0);
	expect(watches.open()).toBe(1);

	await product.page.close();
	await expect.poll(() => watches.of(other.page).length).toBe(1);
	expect(watches.open()).toBe(1);
	await other.takes.first().getByRole("button", { name: "Delete" }).click();
	await expect(other.takes).toHaveCount(0);
});

test("an idle tab opens its stream at most four times a minute", async ({ product, context }) => {
	test.setTimeout(120_000);
	const watches = new Watches(context);
	await product.open();
	await expect.poll(() => watches.openings.length, { timeout: 60_000 }).toBe(3);
	const [first, second, third] = watches.openings.map(({ atMs }) => atMs);
	expect((second ?? 0) - (first ?? 0)).toBeGreaterThan(LEAST_GAP_MS);
	expect((third ?? 0) - (second ?? 0)).toBeGreaterThan(LEAST_GAP_MS);
	await expect(product.line).not.toContainText("Offline");
});
