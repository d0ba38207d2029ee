import { expect, test } from "./support/product";
import { Product } from "./support/screen";

test.beforeEach(({ product }) => product.open());

test("two tabs keep a draft each through a reload; a new tab starts from the latest", async ({ product, page }) => {
	await product.prompt().fill("Words of the first tab");
	const second = new Product(await page.context().newPage());
	await second.open();
	await expect(second.prompt()).toHaveValue("Words of the first tab");
	await second.prompt().fill("Words of the second tab");

	await page.reload();
	await product.awake();
	await expect(product.prompt()).toHaveValue("Words of the first tab");
	const third = new Product(await page.context().newPage());
	await third.open();
	await expect(third.prompt()).toHaveValue("Words of the second tab");
});

test("a script that cannot be read yet outlives a reload and the other mode", async ({ product, page }) => {
	await page.getByRole("radio", { name: "Shots" }).check();
	await page.getByText("Script", { exact: true }).click();
	const script = page.getByRole("textbox", { name: "Shot script" });
	const halfWritten = "shot 1, 3, a lighthouse; shot 2, three, waves;";
	await script.fill(halfWritten);

	await page.reload();
	await product.awake();
	await expect(script).toBeVisible();
	await expect(script).toHaveValue(halfWritten);
	await page.getByRole("radio", { name: "One shot" }).check();
	await page.getByRole("radio", { name: "Shots" }).check();
	await expect(script).toHaveValue(halfWritten);
});

test("more words than fit are said to be cut, and what fits outlives a reload", async ({ product, page }) => {
	const long = "waves ".repeat(4_000);
	await product.prompt().click();
	await page.evaluate((text) => document.execCommand("insertText", false, text), long);
	await expect(product.compose).toContainText("20,000 characters are all that fits here.");
	await page.reload();
	await product.awake();
	await expect(product.prompt()).toHaveValue(long.slice(0, 20_000));
});

test("a link that leads to no picture stays in its field, with the reason beside it", async ({
	product,
	page,
	allowed,
}) => {
	allowed.push(/status of 4\d\d/);
	await product.compose.getByRole("button", { name: "Add image" }).click();
	const url = page.getByRole("textbox", { name: "Image URL" });
	await url.fill("not a link");
	await url.press("Enter");
	await expect(product.compose).toContainText("Paste a link that begins with https://");
	await url.fill("https://127.0.0.1/picture.png");
	await url.press("Enter");
	await expect(product.compose.getByRole("region", { name: "First frame" })).toContainText(/link|address/);
	await expect(url).toHaveValue("https://127.0.0.1/picture.png");
});

test("a picture may be dropped or pasted anywhere, and what is no picture says so", async ({
	product,
	page,
	allowed,
}) => {
	allowed.push(/status of 415/);
	const address = page.url();
	await dropFile(product, "notes.txt", "text/plain", "only words");
	await expect(product.compose).toContainText("This is not a picture that can be read.");
	expect(page.url()).toBe(address);

	await pastePicture(product);
	await expect(product.compose).toContainText("Image to video");
	await product.compose.getByRole("button", { name: "Remove image" }).click();
	await product.compose.getByRole("button", { name: "Add image" }).click();
	await expect(page.getByRole("list", { name: "Recent uploads" }).getByRole("button")).toHaveCount(1);
	await page.getByRole("button", { name: /^Use this upload/ }).click();
	await expect(product.compose).toContainText("Image to video");
});

async function dropFile({ page }: Product, name: string, type: string, text: string): Promise<void> {
	await page.evaluate(
		([fileName, fileType, bytes]) => {
			const dataTransfer = new DataTransfer();
			dataTransfer.items.add(new File([bytes ?? ""], fileName ?? "", { type: fileType ?? "" }));
			const stage = document.querySelector("[aria-label=Stage]");
			for (const kind of ["dragover", "drop"])
				stage?.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
		},
		[name, type, text],
	);
}

async function pastePicture({ page }: Product): Promise<void> {
	await page.evaluate(async () => {
		const picture = await fetch("/samples/noir-portrait.jpg").then((response) => response.blob());
		const clipboardData = new DataTransfer();
		clipboardData.items.add(new File([picture], "noir.jpg", { type: "image/jpeg" }));
		document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
	});
}

test("the name of a take is saved while one still writes, and undo is in sight in both modes", async ({
	product,
	page,
	words,
}) => {
	await product.prompt().fill(words);
	await product.generate().click();
	await product.waitForState(/Queued|Rendering|Saving|Ready/);
	const other = new Product(await page.context().newPage());
	await other.open();
	await page.getByRole("textbox", { name: "Name of this take" }).pressSequentially("The one for the ending");
	await expect(other.takes.first()).toContainText("The one for the ending");

	await product.loadExample("Text to video, 1080p");
	await page.getByRole("button", { name: "Undo" }).click();
	await expect(product.prompt()).toHaveValue(words);
	await page.getByRole("button", { name: "Redo" }).click();
	await expect(product.prompt()).not.toHaveValue(words);
});

test("a click never leaves without the picture that is on its way", async ({ product, page, words }) => {
	let letThrough = () => {};
	const held = new Promise<void>((resolve) => {
		letThrough = resolve;
	});
	await page.route("**/api/images?*", async (route) => {
		await held;
		await route.continue();
	});
	await product.prompt().fill(words);
	await page.getByLabel("Image file").setInputFiles("public/samples/noir-portrait.jpg");
	await expect(product.compose).toContainText("The first frame is still on its way.");
	await expect(product.generate()).toHaveAttribute("aria-disabled", "true");
	await product.prompt().press("ControlOrMeta+Enter");
	letThrough();
	await expect(product.compose).toContainText("Image to video");
	await expect(product.generate()).toHaveAttribute("aria-disabled", "false");
	await expect(product.takes).toHaveCount(0);
});

test("seconds that cannot be say why beside their shot, and may be rewritten in peace", async ({ page }) => {
	await page.getByRole("radio", { name: "Shots" }).check();
	await page.getByRole("button", { name: "Add shot" }).click();
	const seconds = page.getByRole("spinbutton", { name: "Seconds of shot 1" });
	await seconds.fill("20");
	await expect(seconds).toHaveAccessibleDescription(/needs at least 1 second/);
	await expect(seconds).toHaveValue("20");
	await seconds.fill("");
	await expect(seconds).toHaveValue("");
	await seconds.fill("2");
	await seconds.blur();
	await expect(seconds).toHaveValue("2");
	await expect(seconds).toHaveAccessibleDescription("");
});
