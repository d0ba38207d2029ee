import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";

const root = fileURLToPath(new URL("..", import.meta.url));
const port = process.env.E2E_PORT ?? "3173";
const systemBrowser = ["/usr/bin/chromium", "/usr/bin/google-chrome"].find(existsSync);
const executablePath = process.env.CHROME ?? systemBrowser;

// Workers read this file too and must see the directory the server was given.
process.env.E2E_DATA_DIR ??= mkdtempSync(join(tmpdir(), "storyreel-e2e-"));

export default defineConfig({
	testDir: "e2e",
	outputDir: `${root}test-results`,
	forbidOnly: process.env.CI === "true",
	// One server for all, and most of a test is waiting for films: more workers than cores.
	workers: 4,
	fullyParallel: true,
	timeout: 90_000,
	expect: { timeout: 15_000 },
	// Without a trace, which costs a quarter of the time: `--trace on` draws one of what failed.
	use: {
		baseURL: `http://localhost:${port}`,
		launchOptions: { args: ["--no-sandbox"], ...(executablePath ? { executablePath } : {}) },
	},
	webServer: {
		command: "node lib/cli/run-entry.mjs tests/e2e/support/serve-emulated.ts",
		cwd: root,
		url: `http://localhost:${port}/api/health`,
		env: { PORT: port, E2E_DATA_DIR: process.env.E2E_DATA_DIR },
		timeout: 120_000,
		gracefulShutdown: { signal: "SIGTERM", timeout: 5_000 },
	},
});
