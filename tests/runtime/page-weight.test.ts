import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openProduct, type Product } from "../attacks/support/product";
import { PAGE_BUDGET } from "../bench/page-budget";
import { weighPage } from "../bench/page-weight";
import { makeProductBuild } from "../support/product-build";

let product: Product;

beforeAll(async () => {
	await makeProductBuild();
	product = await openProduct();
}, 300_000);

afterAll(() => product?.close());

describe("a first visit to the screen", () => {
	it("loads no more than its budget", async () => {
		const { scripts, styles, fonts, html } = await weighPage(product.origin, "/");
		const weight = { scripts, styles, fonts, html };
		const over = Object.entries(PAGE_BUDGET).filter(([part, most]) => Reflect.get(weight, part) > most);
		expect(over, JSON.stringify(weight)).toEqual([]);
		expect(scripts).toBeGreaterThan(100_000);
	});
});
