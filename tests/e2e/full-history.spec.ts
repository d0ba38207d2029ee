import { expect, test } from "./support/product";

test("the 21st take: failed ones go first, then animatics, and a paid film only after it was named", async ({
	product,
	page,
	emulators,
	words,
}) => {
	test.setTimeout(240_000);
	await product.open();
	await product.saveKey("evolink");
	await page.getByRole("slider", { name: "Duration" }).fill("3");
	const send = async (prompt: string, count: number) => {
		await product.prompt().fill(prompt);
		await product.generate().click();
		await expect(product.takes).toHaveCount(count);
		await expect(product.takes.first()).toContainText(prompt);
	};
	await send(`${words}, drawn`, 1);
	await product.gateway("EvoLink").click();
	const fault = { kind: "refused", code: "insufficient_quota" } as const;
	await emulators.evolink.addFault({ operation: "submit", fault, holding: `${words}, refused` });
	await send(`${words}, refused`, 2);
	for (let count = 3; count <= 20; count += 1) await send(`${words}, film ${count}`, count);
	await expect(product.takes.getByText("Ready", { exact: true })).toHaveCount(19, { timeout: 150_000 });
	await expect(product.take(`${words}, refused`)).toContainText("Failed");
	await expect(product.history).toContainText("(max 20)");

	await send(`${words}, film 21`, 20);
	await expect(product.take(`${words}, refused`)).toHaveCount(0);
	await expect(product.take(`${words}, drawn`)).toHaveCount(1);
	await send(`${words}, film 22`, 20);
	await expect(product.take(`${words}, drawn`)).toHaveCount(0);

	const asks = product.dialog("Before it is sent");
	await product.prompt().fill(`${words}, film 23`);
	await product.generate().click();
	await expect(asks).toContainText("The history holds 20 takes.");
	await expect(asks.getByRole("listitem")).toContainText([`${words}, film 3`]);
	const download = page.waitForEvent("download");
	await asks.getByRole("link", { name: "Download" }).click();
	expect((await download).suggestedFilename()).toMatch(/\.mp4$/);
	await asks.getByRole("button", { name: "Keep" }).click();
	await expect(asks).toHaveCount(0);
	await expect(product.take(`${words}, film 3`).getByRole("button", { name: "Keep" })).toHaveAttribute(
		"aria-pressed",
		"true",
	);

	await product.generate().click();
	await expect(asks.getByRole("listitem")).toContainText([`${words}, film 4`]);
	await asks.getByRole("button", { name: "Send it" }).click();
	await expect(product.takes.first()).toContainText(`${words}, film 23`);
	await expect(product.takes).toHaveCount(20);
	await expect(product.take(`${words}, film 3`)).toHaveCount(1);
	await expect(product.history.getByText("3 left in the last 24 hours")).toBeVisible();
});
