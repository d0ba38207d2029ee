import { join } from "node:path";
import type { Browser } from "@playwright/test";
import { openPerson, shoot } from "./person";
import { waitForFilm } from "./states/takes";

export async function shootForReadme(browser: Browser, origin: string, folder: string): Promise<void> {
	const { page, product } = await openPerson(browser, origin);
	const save = (name: string) => shoot(page, join(folder, name));
	await product.open();
	await save("empty");
	await page.getByRole("button", { name: /^Render this sample/ }).click();
	await waitForFilm(product, "5.2");
	await save("ready");
	await page.emulateMedia({ colorScheme: "light" });
	await save("ready-light");
	await page.getByRole("button", { name: "Help" }).click();
	await save("learn-light");
	await page.context().close();

	for (const size of ["tablet", "phone"] as const) {
		const narrow = await openPerson(browser, origin, size);
		await narrow.product.open();
		await narrow.product.prompt().fill("A corgi running on the beach, cinematic, golden-hour light");
		await shoot(narrow.page, join(folder, `compose-${size}`));
		await narrow.page.context().close();
	}
}
