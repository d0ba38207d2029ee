import { expect, test } from "@playwright/test";

test("the first page comes alive under its content security policy", async ({ page }) => {
	const complaints: string[] = [];
	page.on("console", (message) => {
		if (message.type() === "error") complaints.push(message.text());
	});
	page.on("pageerror", (error) => complaints.push(error.message));

	const answer = await page.goto("/");

	expect(answer?.headers()["content-security-policy"]).toContain("default-src 'none'");
	await expect(page).toHaveTitle("Storyreel");
	await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
	expect(complaints).toEqual([]);
});

test("an address that leads nowhere says so", async ({ page }) => {
	const answer = await page.goto("/no-such-page");
	expect(answer?.status()).toBe(404);
	await expect(page.getByRole("heading", { name: "Nothing is here" })).toBeVisible();
});
