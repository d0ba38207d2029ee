import { type Browser, chromium, type Page } from "@playwright/test";
import { findBrowser } from "@/lib/cli/find-program.mjs";
import type { Served } from "./served";

export async function launchBrowser(): Promise<Browser | null> {
	const executablePath = process.env.CHROME ?? findBrowser();
	return executablePath ? chromium.launch({ executablePath, args: ["--no-sandbox"] }) : null;
}

/** The page of a browser that has been here before. */
export async function openPage(browser: Browser, served: Served, cookie: string): Promise<Page> {
	const context = await browser.newContext();
	const [name = "", value = ""] = cookie.split("=");
	await context.addCookies([{ name, value, url: served.origin }]);
	const page = await context.newPage();
	await page.goto(served.origin);
	await page.waitForFunction(() =>
		Object.keys(document.querySelector("textarea") ?? {}).some((key) => key.startsWith("__react")),
	);
	return page;
}

/** From now on the page notes when a line of the history first matched `pattern`, by the pattern's groups. */
export async function noteInHistory(page: Page, pattern: RegExp): Promise<() => Promise<ReadonlyMap<string, number>>> {
	const place = `seen ${pattern.source}`;
	await page.evaluate(
		([source = "", name = ""]) => {
			const seen: Record<string, number> = {};
			const look = () => {
				for (const item of document.querySelectorAll("li")) {
					const found = new RegExp(source).exec(item.textContent ?? "");
					const key = found?.slice(1).join(" ");
					if (key !== undefined) seen[key] ??= performance.timeOrigin + performance.now();
				}
			};
			new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
			Object.assign(window, { [name]: seen });
		},
		[pattern.source, place],
	);
	return async () => {
		const seen: unknown = await page.evaluate((name) => Reflect.get(window, name), place);
		return new Map(Object.entries(seen ?? {}).map(([key, atMs]) => [key, Number(atMs)]));
	};
}
