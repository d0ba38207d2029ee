import type { Page } from "@playwright/test";
import { ordersHolding } from "./support/orders";
import { expect, test } from "./support/product";
import type { Product } from "./support/screen";

type Check = (on: { product: Product; page: Page }) => Promise<void>;

/** A rule of one of the five documents, as it shows on this screen. */
function rule(
	seed: "EmpirioLabs' post" | "EmpirioLabs' page" | "useapi.net" | "EvoLink" | "APIMart",
	title: string,
	check: Check,
) {
	test(`${seed}: ${title}`, async ({ product, page }) => {
		await product.open();
		await check({ product, page });
	});
}

const timeline = (page: Page) => page.getByRole("region", { name: "Timeline" });
const inShots = (page: Page) => page.getByRole("radio", { name: "Shots" }).check();
const radios = (page: Page, group: string) => page.getByRole("radiogroup", { name: group }).getByRole("radio");

async function openDetails(product: Product, label: string): Promise<void> {
	await product.gateway(label).click();
	await product.compose.getByText(`About ${label}`).click();
}

async function openHelp(page: Page) {
	await page.getByRole("button", { name: "Help" }).click();
	return page.getByRole("dialog", { name: "How it works" });
}

rule("EmpirioLabs' post", "a film lasts 3 to 15 seconds", async ({ page }) => {
	const slider = page.getByRole("slider", { name: "Duration" });
	await expect(slider).toHaveAttribute("min", "3");
	await expect(slider).toHaveAttribute("max", "15");
});

rule("EmpirioLabs' post", "it renders at 720p or 1080p", async ({ page }) => {
	await expect(radios(page, "Resolution")).toHaveCount(2);
	await expect(page.getByRole("radio", { name: "720p faster" })).toBeChecked();
});

rule("EmpirioLabs' post", "1080p costs more per second than 720p", async ({ product, page }) => {
	await expect(product.gateway("EmpirioLabs")).toHaveAccessibleName(/\$0\.90\b/);
	await page.getByRole("radio", { name: "1080p sharper" }).check();
	await expect(product.gateway("EmpirioLabs")).toHaveAccessibleName(/\$1\.125\b/);
});

rule("EmpirioLabs' post", "a request that fails before any video is not billed", async ({ product }) => {
	await product.gateway("EmpirioLabs").click();
	await expect(product.compose).toContainText("does not bill a request that fails before any video is produced");
});

rule("EmpirioLabs' post", "sound is always on, and there is no switch for it", async ({ product, page }) => {
	await expect(product.compose).toContainText("Sound: always on");
	await expect(page.getByRole("switch", { name: /sound|audio/i })).toHaveCount(0);
});

rule("EmpirioLabs' post", "at most six shots", async ({ page }) => {
	await inShots(page);
	await page.getByRole("slider", { name: "Duration" }).fill("15");
	const add = page.getByRole("button", { name: "Add shot" });
	const shots = page.getByRole("textbox", { name: /^Shot \d$/ });
	for (let count = await shots.count(); count < 6; count += 1) {
		await add.click();
		await expect(shots).toHaveCount(count + 1);
	}
	await expect(add).toBeDisabled();
});

rule("EmpirioLabs' post", "each shot lasts at least a second", async ({ page }) => {
	await inShots(page);
	await page.getByRole("button", { name: "Add shot" }).click();
	await expect(page.getByRole("spinbutton", { name: "Seconds of shot 1" })).toHaveAttribute("min", "1");
});

rule("EmpirioLabs' post", "the shots' seconds add up to the total", async ({ page }) => {
	await inShots(page);
	await page.getByRole("button", { name: "Add shot" }).click();
	await page.getByRole("slider", { name: "Duration" }).fill("11");
	const seconds = await page
		.getByRole("spinbutton")
		.evaluateAll((fields) =>
			fields.reduce((sum, field) => sum + Number(field instanceof HTMLInputElement ? field.value : 0), 0),
		);
	expect(seconds).toBe(11);
});

rule("EmpirioLabs' post", "shots are written as “shot n, seconds, words;”", async ({ product, page }) => {
	await product.loadExample("Storyboard");
	await timeline(page).getByText("Script", { exact: true }).click();
	await expect(page.getByRole("textbox", { name: "Shot script" })).toHaveValue(
		"shot 1, 3, a lone astronaut walks across a red desert at dawn; shot 2, 3, the camera tilts up to reveal two pale moons;",
	);
});

rule("EmpirioLabs' post", "the picture comes as a file or as an address, in JPG or PNG", async ({ page }) => {
	await page.getByRole("button", { name: "Add image" }).click();
	await expect(page.getByRole("textbox", { name: "Image URL" })).toBeVisible();
	await expect(page.getByLabel("Image file")).toHaveAttribute("accept", /image\/jpeg,image\/png/);
});

rule("EmpirioLabs' post", "logos and transparent graphics may be rejected", async ({ product }) => {
	await product.loadExample("First frame");
	await product.gateway("EmpirioLabs").click();
	await expect(product.compose).toContainText("may be rejected: logos and transparent graphics");
});

rule("EmpirioLabs' post", "it wants an image, which its own page denies: both are said", async ({ product }) => {
	await product.prompt().fill("sunrise over the ocean");
	await product.gateway("EmpirioLabs").click();
	await expect(product.compose).toContainText("disagree on films from text alone");
});

rule("EmpirioLabs' page", "a negative prompt is taken there and nowhere else", async ({ product, page }) => {
	await product.gateway("EmpirioLabs").click();
	await page.getByRole("textbox", { name: "Negative prompt" }).fill("blur");
	await product.gateway("EvoLink").click();
	await expect(product.compose).toContainText("EvoLink takes no negative prompt; yours is not sent.");
});

rule("EmpirioLabs' page", "a prompt is required beside an image", async ({ product }) => {
	await product.loadExample("First frame without a prompt");
	await product.gateway("EmpirioLabs").click();
	await expect(product.generate()).toHaveAttribute("aria-disabled", "true");
	await expect(product.compose).toContainText("EmpirioLabs needs a prompt beside the image");
});

rule("EmpirioLabs' page", "three ratios, 16:9 unless chosen", async ({ page }) => {
	await expect(radios(page, "Aspect ratio")).toHaveCount(3);
	await expect(page.getByRole("radio", { name: "16:9 Landscape" })).toBeChecked();
});

rule("EmpirioLabs' page", "the ratio follows the source image", async ({ product, page }) => {
	await product.loadExample("First frame");
	for (const radio of await radios(page, "Aspect ratio").all()) await expect(radio).toBeDisabled();
	await expect(product.compose).toContainText("The ratio follows the image.");
});

rule("EmpirioLabs' page", "five seconds unless chosen", async ({ page }) => {
	await expect(page.getByRole("slider", { name: "Duration" })).toHaveValue("5");
});

rule("EmpirioLabs' page", "its model id, endpoint and rates", async ({ product }) => {
	await openDetails(product, "EmpirioLabs");
	await expect(product.compose).toContainText("kling-3-0-turbo");
	await expect(product.compose).toContainText("POST /v1/videos/generations");
	await expect(product.compose).toContainText(/\$0\.18\/s at 720p, \$0\.225\/s at 1080p/);
});

rule("useapi.net", "one prompt can carry spoken lines", async ({ product, page }) => {
	await product.loadExample("Noir portrait");
	const lines = page.getByRole("list", { name: "Spoken lines" }).getByRole("listitem");
	await expect(lines).toContainText([/Everyone's chasing the diamond/, /Catch me if you can/]);
});

rule("useapi.net", "one prompt can carry scene changes", async ({ product }) => {
	await product.loadExample("Noir portrait");
	await expect(product.compose.getByRole("button", { name: "Make shots from this" })).toBeVisible();
});

rule("useapi.net", "a single portrait makes an upright film", async ({ product }) => {
	await product.loadExample("Noir portrait");
	const shape = await product.compose
		.getByRole("img", { name: "The first frame" })
		.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalHeight / image.naturalWidth));
	expect(shape).toBeCloseTo(16 / 9, 1);
});

rule("useapi.net", "it documents no shot syntax, so shots go as prose", async ({ product }) => {
	await product.loadExample("Storyboard");
	await product.gateway("useapi.net").click();
	await expect(product.compose).toContainText("useapi.net documents no shot syntax: your shots are sent as prose");
});

rule("useapi.net", "it drives one's own Kling account, and its set-up is a link away", async ({ product }) => {
	const group = await product.openKeys("useapi");
	await expect(group).toContainText("drives your own Kling account");
	await expect(group.getByRole("link", { name: "Set-up" })).toHaveAttribute("href", /useapi\.net.*setup-kling/);
});

rule("useapi.net", "for the full feature set there is standard 3.0, which is not rendered here", async ({ page }) => {
	await expect(await openHelp(page)).toContainText("Kling 3.0 and O3 are not rendered here");
});

rule("EvoLink", "7.2 credits and $0.106 a second at 720p, 9 and $0.132 at 1080p", async ({ product, page }) => {
	await openDetails(product, "EvoLink");
	await expect(product.compose).toContainText(/\$0\.106\/s at 720p, \$0\.132\/s at 1080p/);
	await expect(product.compose).toContainText("36 credits");
	await expect(product.gateway("EvoLink")).toHaveAccessibleName(/\$0\.53\b/);
	await page.getByRole("radio", { name: /^1080p/ }).check();
	await expect(product.compose).toContainText("45 credits");
	await expect(product.gateway("EvoLink")).toHaveAccessibleName(/\$0\.66\b/);
});

rule("EvoLink", "three seconds are billed at least", async ({ product }) => {
	await openDetails(product, "EvoLink");
	await expect(product.compose).toContainText("3 s are billed at least");
});

rule("EvoLink", "the prompt is counted, and 2,000 characters are suggested", async ({ product, page }) => {
	await product.prompt().fill("x".repeat(263));
	await expect(page.getByRole("status", { name: "Prompt length" })).toContainText("263 / 2,500 (suggested: 2,000)");
});

rule("EvoLink", "at most 2,500 characters", async ({ product }) => {
	await product.prompt().fill("x".repeat(2_501));
	await product.gateway("EvoLink").click();
	await expect(product.compose).toContainText("EvoLink takes at most 2,500. Shorten it by 1.");
});

rule("EvoLink", "the history counts what runs and what is completed, and holds 20", async ({ product }) => {
	await expect(product.history.getByRole("status", { name: "History count" })).toHaveText("0 running · 0 completed");
	await expect(product.history).toContainText(/max 20/);
});

rule("EvoLink", "an empty history says where it will appear", async ({ product }) => {
	await expect(product.stage).toContainText("Your generation history will appear here");
});

rule("EvoLink", "billing: per second, 3 to 15 s, price times duration", async ({ page }) => {
	await expect(await openHelp(page)).toContainText(/Price is per second · 3–15 s · total = price\/second × duration/);
});

rule("EvoLink", "three steps: choose, generate, review", async ({ page }) => {
	const steps = (await openHelp(page)).getByRole("list").first().getByRole("listitem");
	await expect(steps).toContainText([/Choose/, /Generate/, /Review/]);
});

rule("EvoLink", "one first frame, no end frame, no references", async ({ product, page }) => {
	await page.getByRole("button", { name: "Add image" }).click();
	await expect(product.compose).toContainText("no end frame, no references");
});

rule("EvoLink", "the speed route, not the cheapest one; teased as Kling 3.0 Fast", async ({ page }) => {
	const help = await openHelp(page);
	await expect(help).toContainText("Turbo is the speed route, not the cheapest one");
	await expect(help).toContainText("Kling 3.0 Fast");
});

rule("EvoLink", "Turbo, 3.0 and O3 in one table", async ({ page }) => {
	const table = (await openHelp(page)).getByRole("table");
	await expect(table.getByRole("columnheader")).toContainText(["Kling 3.0 Turbo", "Kling 3.0", "Kling O3"]);
	await expect(table.getByRole("rowheader")).toHaveCount(5);
});

rule("EvoLink", "legacy Kling keys do not cover Turbo", async ({ product }) => {
	await openDetails(product, "Kling");
	await expect(product.compose).toContainText("legacy keys");
});

rule("EvoLink", "its answers say a render can be cancelled, and no call for it is published", async ({ product }) => {
	await openDetails(product, "EvoLink");
	await expect(product.compose).toContainText("no call for it is published");
});

rule("EvoLink", "text-to-video and image-to-video have model ids of their own", async ({ product }) => {
	await openDetails(product, "EvoLink");
	await expect(product.compose).toContainText("kling-v3-turbo-text-to-video");
	await product.loadExample("First frame");
	await expect(product.compose).toContainText("kling-v3-turbo-image-to-video");
});

rule("APIMart", "2,500 characters are advised, 3,072 are the limit", async ({ product }) => {
	await product.gateway("APIMart").click();
	await product.prompt().fill("x".repeat(2_501));
	await expect(product.compose).toContainText("APIMart advises at most 2,500");
	await expect(product.generate()).toHaveAttribute("aria-disabled", "false");
	await product.prompt().fill("x".repeat(3_073));
	await expect(product.compose).toContainText("APIMart takes at most 3,072. Shorten it by 1.");
	await expect(product.generate()).toHaveAttribute("aria-disabled", "true");
});

rule("APIMart", "the first frame alone decides the mode", async ({ product, page }) => {
	await expect(product.compose).toContainText("Text to video");
	await product.loadExample("First frame");
	await expect(product.compose).toContainText("Image to video");
	await page.getByRole("button", { name: "Remove image" }).click();
	await expect(product.compose).toContainText("Text to video");
});

rule("APIMart", "beside an image the prompt is optional", async ({ product }) => {
	await product.loadExample("First frame without a prompt");
	await product.gateway("APIMart").click();
	await expect(product.generate()).toHaveAttribute("aria-disabled", "false");
});

rule("APIMart", "without an image the prompt is required", async ({ product }) => {
	await product.gateway("APIMart").click();
	await expect(product.generate()).toHaveAttribute("aria-disabled", "true");
	await expect(product.compose).toContainText("a film from text needs a prompt");
});

rule("APIMart", "ratios are named as people speak", async ({ page }) => {
	for (const name of ["16:9 Landscape", "9:16 Portrait", "1:1 Square"])
		await expect(page.getByRole("radio", { name })).toHaveCount(1);
});

test("APIMart: the watermark is passed only when it was set", async ({ product, page, emulators, words }) => {
	await product.open();
	await product.saveKey("apimart");
	await product.gateway("APIMart").click();
	await product.prompt().fill(words);
	const watermark = page.getByRole("switch", { name: "Watermark" });
	await expect(watermark).not.toBeChecked();
	for (const [count, set] of [
		[1, () => Promise.resolve()],
		[2, () => watermark.check()],
	] as const) {
		await set();
		await product.generate().click();
		await product.dialog("Before it is sent").getByRole("button", { name: "Send it" }).click();
		await expect(product.takes).toHaveCount(count);
		await expect.poll(async () => (await ordersHolding(emulators.apimart, words)).length).toBe(count);
	}
	const [without, withIt] = (await ordersHolding(emulators.apimart, words)).map(({ body }) => body);
	expect(without).not.toHaveProperty("watermark");
	expect(withIt).toHaveProperty("watermark", true);
});
