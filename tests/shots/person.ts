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
	// A picture of the whole page would forget a touch screen that was only added later.
	const context = await browser.newContext({
		baseURL,
		viewport: viewportOf(size),
		colorScheme: "dark",
		hasTouch: true,
	});
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

/** Narrow screens are touched, and are shown in their whole length unless something lies over the page. */
export async function shootEverySize({ page, cdp }: Person, file: string, overlaid: boolean): Promise<void> {
	for (const size of ["desk", "tablet", "phone", "wide"] as const) {
		await page.setViewportSize(viewportOf(size));
		await touch(cdp, size);
		for (const colorScheme of ["dark", "light"] as const) {
			await page.emulateMedia({ colorScheme });
			await shoot(page, `${file}-${SIZES[size][0]}-${colorScheme}`, isNarrow(size) && !overlaid);
		}
	}
}

export async function shoot(page: Page, file: string, fullPage = false): Promise<void> {
	await page.evaluate(async () => {
		await document.fonts.ready;
		await Promise.all(
			[...document.images].filter((image) => image.loading !== "lazy").map((image) => image.decode().catch(() => null)),
		);
	});
	await page.screenshot({ path: `${file}.jpg`, type: "jpeg", quality: 82, fullPage, animations: "disabled" });
}
