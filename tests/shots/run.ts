import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import { buildApart } from "../support/build-apart";

/**
 * Pictures of the running product, for the README and for eyes. `npm run shots [folder]`; without one they go where the
 * README finds them.
 */
const folder = process.argv[2] ?? "public/readme";
const port = Number(process.env.PORT ?? 3299);
const origin = `http://localhost:${port}`;

const WIDTHS = { desk: [1440, 900], tablet: [768, 1024], phone: [360, 780] } as const;
type Width = keyof typeof WIDTHS;

await buildApart();
const dataDir = mkdtempSync(join(tmpdir(), "storyreel-shots-"));
const server = spawn(process.execPath, ["lib/cli/run-entry.mjs", "tests/e2e/support/serve-emulated.ts"], {
	stdio: "inherit",
	env: { ...process.env, PORT: String(port), E2E_DATA_DIR: dataDir },
});
try {
	await untilReady();
	mkdirSync(folder, { recursive: true });
	const executablePath = process.env.CHROME ?? "/usr/bin/chromium";
	const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
	await shootAll(browser);
	await browser.close();
} finally {
	server.kill("SIGTERM");
}

async function untilReady(): Promise<void> {
	for (;;) {
		if (server.exitCode !== null) throw new Error("The server ended before it was ready.");
		const health = await fetch(`${origin}/api/health`).then(
			(reply) => reply.json(),
			() => null,
		);
		if (health?.ready) return;
		await new Promise((resolve) => setTimeout(resolve, 250));
	}
}

async function shootAll(browser: Browser): Promise<void> {
	const first = await openPage(browser, "desk", "dark");
	await save(first, "empty");
	await first.getByRole("button", { name: /^Render this sample/ }).click();
	await first.getByRole("list", { name: "History" }).getByText("Ready", { exact: true }).waitFor({ timeout: 180_000 });
	await first.getByRole("region", { name: "Stage" }).getByRole("slider", { name: "Seek" }).fill("5.2");
	await first.getByRole("list", { name: "History" }).locator("img").first().waitFor({ timeout: 60_000 });
	await save(first, "ready");
	await first.emulateMedia({ colorScheme: "light" });
	await save(first, "ready-light");
	await first.getByRole("button", { name: "Help" }).click();
	await save(first, "learn-light");
	await first.context().close();

	for (const width of ["tablet", "phone"] as const) {
		const page = await openPage(browser, width, "dark");
		await page
			.getByRole("textbox", { name: "Prompt" })
			.fill("A corgi running on the beach, cinematic, golden-hour light");
		await save(page, `compose-${width}`);
		await page.context().close();
	}
}

async function openPage(browser: Browser, width: Width, colorScheme: "dark" | "light"): Promise<Page> {
	const [w, h] = WIDTHS[width];
	const context = await browser.newContext({ viewport: { width: w, height: h }, colorScheme, deviceScaleFactor: 1 });
	const page = await context.newPage();
	await page.goto(origin);
	await page.waitForFunction(() =>
		Object.keys(document.querySelector("textarea") ?? {}).some((key) => key.startsWith("__react")),
	);
	return page;
}

async function save(page: Page, name: string): Promise<void> {
	await page.evaluate(() => document.fonts.ready);
	await page.screenshot({ path: join(folder, `${name}.jpg`), type: "jpeg", quality: 82 });
}
