import type { Browser, CDPSession, Page } from "@playwright/test";
import { Product } from "../e2e/support/screen";

/** A fresh browser in front of the product. */
export interface Person {
	readonly page: Page;
	readonly product: Product;
	readonly cdp: CDPSession;
}

export const SIZES = { desk: [1440, 900], tablet: [768, 1024], phone: [360, 780], wide: [1920, 1080] } as const;
export type Size = keyof typeof SIZES;

export async function openPerson(browser: Browser, baseURL: string, size: Size = "desk"): Promise<Person> {
	const context = await browser.newContext({ baseURL, viewport: viewportOf(size), colorScheme: "dark" });
	const page = await context.newPage();
	const cdp = await context.newCDPSession(page);
	await touch(cdp, size);
	return { page, product: new Product(page), cdp };
}

async function touch(cdp: CDPSession, size: Size): Promise<void> {
	await cdp.send("Emulation.setTouchEmulationEnabled", { enabled: isNarrow(size) });
}

function isNarrow(size: Size): boolean {
	return size === "tablet" || size === "phone";
}

function viewportOf(size: Size) {
	const [width, height] = SIZES[size];
	return { width, height };
}

/** Narrow screens are touched, and as long as the page unless something lies over it. */
export async function shootEverySize({ page, cdp }: Person, file: string, overlaid: boolean): Promise<void> {
	for (const size of ["desk", "tablet", "phone", "wide"] as const) {
		await page.setViewportSize(viewportOf(size));
		await touch(cdp, size);
		if (isNarrow(size) && !overlaid) await lengthen(page);
		for (const colorScheme of ["dark", "light"] as const) {
			await page.emulateMedia({ colorScheme });
			await shoot(page, `${file}-${SIZES[size][0]}-${colorScheme}`);
		}
	}
}

/** The browser's own way to take the whole page takes it without fingers. */
async function lengthen(page: Page): Promise<void> {
	const box = await page.evaluate(() => ({
		width: window.innerWidth,
		height: Math.max(window.innerHeight, document.documentElement.scrollHeight),
	}));
	await page.setViewportSize(box);
}

export async function shoot(page: Page, file: string): Promise<void> {
	await page.evaluate(async () => {
		await document.fonts.ready;
		await Promise.all(
			[...document.images].filter((image) => image.loading !== "lazy").map((image) => image.decode().catch(() => null)),
		);
	});
	await page.screenshot({ path: `${file}.jpg`, type: "jpeg", quality: 82, animations: "disabled" });
}
