import { expect, test } from "./support/product";

test.beforeEach(({ product }) => product.open());

test("a new draft is One shot, 5 s, 720p, 16:9, on the animatic", async ({ product, page }) => {
	await expect(page.getByRole("radio", { name: "One shot" })).toBeChecked();
	await expect(page.getByRole("slider", { name: "Duration" })).toHaveValue("5");
	await expect(page.getByRole("radio", { name: /^720p/ })).toBeChecked();
	await expect(page.getByRole("radio", { name: /^16:9/ })).toBeChecked();
	await expect(product.gateway("Animatic")).toBeChecked();
	await expect(product.generate()).toHaveText(/Generate · free/);
	await expect(product.compose).toContainText("Text to video");
	await expect(product.compose).toContainText("Sound: always on");
});

test("every gateway's price follows the draft at once", async ({ product, page }) => {
	await page.getByRole("slider", { name: "Duration" }).fill("10");
	await expect(product.gateway("EvoLink")).toHaveAccessibleName(/\$1\.06\b/);
	await expect(product.gateway("Kling")).toHaveAccessibleName(/\$1\.12\b/);
	await expect(product.gateway("EmpirioLabs")).toHaveAccessibleName(/\$1\.80\b/);
	await expect(product.gateway("APIMart")).toHaveAccessibleName(/price unknown/);

	await page.getByRole("radio", { name: /^1080p/ }).check();
	await expect(product.gateway("EvoLink")).toHaveAccessibleName(/\$1\.32\b/);
	await expect(product.gateway("EmpirioLabs")).toHaveAccessibleName(/\$2\.25\b/);
});

test("the prompt is counted as it will be sent, and each gateway's own limit judges", async ({ product, page }) => {
	const length = page.getByRole("status", { name: "Prompt length" });
	await product.prompt().fill("x".repeat(263));
	await expect(length).toHaveText("263 / 2,500 (suggested: 2,000)");

	await product.prompt().fill("x".repeat(2_600));
	await product.gateway("Kling").check();
	await expect(product.compose).toContainText(/advises at most 2,500/);
	await product.gateway("EvoLink").check();
	await expect(product.compose).toContainText(/Shorten it by 100/);
	await expect(product.generate()).toHaveAttribute("aria-disabled", "true");
});

test("spoken lines are found in prose and held against the clock", async ({ product, page }) => {
	await page.getByRole("button", { name: "Examples" }).click();
	await page.getByRole("button", { name: "Noir portrait" }).click();
	await expect(page.getByRole("list", { name: "Spoken lines" }).getByRole("listitem")).toHaveCount(2);

	await product.compose.getByRole("button", { name: "Make shots from this" }).click();
	await expect(page.getByRole("region", { name: "Timeline" }).getByRole("textbox", { name: /^Shot \d$/ })).toHaveCount(
		3,
	);
});

test("going back to One shot restores the prose untouched", async ({ product, page }) => {
	const prose = "A corgi on the beach; the scene then cuts to a pier at dusk.";
	await product.prompt().fill(prose);
	await product.compose.getByRole("button", { name: "Make shots from this" }).click();
	await page.getByRole("radio", { name: "One shot" }).check();
	await expect(product.prompt()).toHaveValue(prose);
});

test("seconds roll to the neighbour, or ripple to the total and its price", async ({ product, page }) => {
	await page.getByRole("radio", { name: "Shots" }).check();
	await page.getByRole("button", { name: "Add shot" }).click();
	const total = page.getByRole("slider", { name: "Duration" });
	const before = Number(await total.inputValue());

	await page.getByRole("button", { name: /^One second more: Seconds of shot 1$/ }).click();
	await expect(total).toHaveValue(String(before));

	await page.getByRole("switch", { name: "Ripple" }).check();
	await page.getByRole("button", { name: /^One second more: Seconds of shot 1$/ }).click();
	await expect(total).toHaveValue(String(before + 1));
	await expect(product.gateway("EvoLink")).toHaveAccessibleName(
		new RegExp(`\\$${(0.106 * (before + 1)).toFixed(3).replace(/0$/, "").replace(".", "\\.")}`),
	);
});

test("undo and redo are the draft's own, by button and by key", async ({ product, page }) => {
	await product.prompt().fill("First thought");
	await product.prompt().blur();
	await page.getByRole("radio", { name: /^1080p/ }).check();
	await page.keyboard.press("Control+z");
	await expect(page.getByRole("radio", { name: /^720p/ })).toBeChecked();
	await page.keyboard.press("Control+z");
	await expect(product.prompt()).toHaveValue("");
	await page.keyboard.press("Control+Shift+z");
	await expect(product.prompt()).toHaveValue("First thought");
});

test("the draft survives a reload", async ({ product, page }) => {
	await product.prompt().fill("Nothing typed is lost");
	await page.getByRole("radio", { name: /^9:16/ }).check();
	await page.reload();
	await product.awake();
	await expect(product.prompt()).toHaveValue("Nothing typed is lost");
	await expect(page.getByRole("radio", { name: /^9:16/ })).toBeChecked();
});

test("a script moves the timeline, and what is wrong in it is said at its place", async ({ page }) => {
	await page.getByRole("radio", { name: "Shots" }).check();
	await page.getByText("Script", { exact: true }).click();
	const script = page.getByRole("textbox", { name: "Shot script" });
	await script.fill(
		"shot 1, 3, a lone astronaut walks across a red desert at dawn; shot 2, 3, the camera tilts up to reveal two pale moons;",
	);
	await expect(page.getByRole("spinbutton", { name: "Seconds of shot 2" })).toHaveValue("3");

	await script.fill("shot 1, 3, a; shot 1, 3, b;");
	await expect(page.getByRole("region", { name: "Timeline" })).toContainText(/shot 1|number/i);
});

test("an image makes it image to video, and the ratio follows it", async ({ product, page }) => {
	await page.getByRole("button", { name: "Add image" }).click();
	await page.getByLabel("Image file").setInputFiles("public/samples/ocean-sunrise.jpg");
	await expect(product.compose.getByRole("img", { name: "The first frame" })).toBeVisible({ timeout: 20_000 });
	await expect(product.compose).toContainText("Image to video");
	await expect(page.getByRole("radio", { name: /^9:16/ })).toBeDisabled();
	await expect(product.compose).toContainText("The ratio follows the image.");

	await page.getByRole("button", { name: "Remove image" }).click();
	await expect(product.compose).toContainText("Text to video");
});
