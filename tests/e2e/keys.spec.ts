import { goodKey } from "./support/gateways";
import { countCharges, expect, test } from "./support/product";

test.beforeEach(({ product }) => product.open());

test("a good key is tested at once, shows its last four and what is left, and is removed again", async ({
	product,
	page,
}) => {
	const key = goodKey("evolink")["EvoLink key"] ?? "";
	const group = await product.openKeys("evolink");
	await expect(group.getByRole("textbox", { name: "EvoLink key" })).toHaveAttribute("type", "password");
	await product.fillKey("evolink", goodKey("evolink"));

	await expect(group).toContainText(`Key ending in ${key.slice(-4)}`);
	await expect(group.getByRole("status")).toContainText(/^Good: EvoLink accepts this key\. [\d,.]+ credits are left\./);
	await group.getByRole("button", { name: "Test key" }).click();
	await expect(group.getByRole("status")).toContainText("Good: EvoLink accepts this key.");
	await page.reload();
	expect(await page.content()).not.toContain(key);

	await product.awake();
	await expect(product.gateway("EvoLink")).toHaveAccessibleName(new RegExp(`your key ····${key.slice(-4)}`));
	await product.openKeys("evolink");
	await group.getByRole("button", { name: "Remove" }).click();
	await expect(group.getByRole("textbox", { name: "EvoLink key" })).toHaveValue("");
	await page.keyboard.press("Escape");
	await expect(product.gateway("EvoLink")).toHaveAccessibleName(/needs a key/);
});

const VERDICTS = [
	["a wrong key", "evolink", { "EvoLink key": "not-the-right-key" }, "EvoLink does not accept this key. Copy it again"],
	[
		"a legacy Kling key",
		"kling",
		{ "Kling key": "eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJhayJ9.c2ln" },
		"This is a legacy Kling key. Turbo needs a new one; make it there.",
	],
	[
		"an account that is not there",
		"useapi",
		{ "useapi.net email": "nobody@example.com" },
		"useapi.net knows no such account. Check its set-up there.",
	],
] as const;

for (const [title, gateway, fields, sentence] of VERDICTS) {
	test(`Test key tells ${title} in a sentence`, async ({ product }) => {
		const group = await product.openKeys(gateway);
		await product.fillKey(gateway, { ...goodKey(gateway), ...fields });
		await expect(group.getByRole("status")).toContainText(sentence);
		await group.getByRole("button", { name: "Test key" }).click();
		await expect(group.getByRole("status")).toContainText(sentence);
	});
}

test("Test key tells an account without money in a sentence", async ({ product, emulators }) => {
	const fault = { kind: "refused", code: "insufficient_balance" } as const;
	await emulators.apimart.addFault({ operation: "balance", fault });
	const group = await product.openKeys("apimart");
	await product.fillKey("apimart", goodKey("apimart"));
	await expect(group.getByRole("status")).toContainText("The key is good, but the APIMart account has no money left.");
});

test("a key that cannot be one is refused beside its field, before anything is stored", async ({ product }) => {
	const group = await product.openKeys("kling");
	await group.getByRole("button", { name: "Save" }).click();
	await expect(group).toContainText("Paste your Kling key first.");
	await product.fillKey("kling", { "Kling key": "two words of a key" });
	await expect(group).toContainText("This does not look like a Kling key");
	await expect(group.getByRole("textbox", { name: "Kling key" })).toHaveAttribute("aria-invalid", "true");
});

test("a person's own limit stops the click, and raising it lets the same click through", async ({
	product,
	emulators,
	page,
	words,
}) => {
	await product.saveKey("evolink");
	await product.openKeys("evolink");
	const group = product.keysOf("evolink");
	const limit = group.getByRole("textbox", { name: "Own daily limit, USD" });
	await expect(limit).toHaveValue("25");
	await limit.fill("a lot");
	await group.getByRole("button", { name: "Set limit" }).click();
	await expect(group).toContainText("Write an amount in dollars");
	await limit.fill("0.50");
	await group.getByRole("button", { name: "Set limit" }).click();
	await expect(group).toContainText("Set.");
	await page.keyboard.press("Escape");

	await product.prompt().fill(words);
	await product.gateway("EvoLink").click();
	await expect(page.getByText("today $0.00 of $0.50")).toBeVisible();
	await product.generate().click();
	await expect(product.compose).toContainText(
		"Your own limit for this key today is $0.50; $0.00 is spent or reserved; this take costs $0.53. Raise the limit in Keys",
	);
	await expect(product.takes).toHaveCount(0);

	await product.compose.getByRole("button", { name: "Keys and limits" }).click();
	await limit.fill("1");
	await limit.press("Enter");
	await expect(group).toContainText("Set.");
	await page.keyboard.press("Escape");
	await product.generate().click();
	await expect(page.getByText("today $0.53 of $1.00")).toBeVisible();
	await product.waitForState("Ready");
	expect(await countCharges(emulators.evolink, words)).toBe(1);
});

test("forgetting this browser deletes its films, its keys and its draft", async ({ product, page, words }) => {
	await product.saveKey("evolink");
	await product.prompt().fill(words);
	await product.gateway("EvoLink").click();
	await product.generate().click();
	const take = await product.waitForState("Ready");
	await take.getByRole("button", { name: /^Open/ }).click();
	const film = new URL((await product.film.getAttribute("src")) ?? "", page.url()).href;
	expect((await page.request.get(film)).status()).toBe(200);

	await product.openKeys("evolink");
	await page.getByRole("button", { name: "Forget this browser" }).click();
	await page.getByRole("button", { name: "Yes, delete everything" }).click();
	await expect(product.stage).toContainText("Your generation history will appear here");
	await product.awake();
	await expect(product.prompt()).toHaveValue("");
	await expect(product.takes).toHaveCount(0);
	await expect(product.gateway("EvoLink")).toHaveAccessibleName(/needs a key/);
	expect((await page.request.get(film)).status()).toBe(404);
});
