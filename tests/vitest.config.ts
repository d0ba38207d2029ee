import "./support/map-group-by.mjs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));

/** These leave their process as they found it, so that one reads the code, and the database's, for many files. */
const TIDY = "tests/{actions,components,domain,emulators,engine,gateways,house,services}/**/*.test.ts";

export default defineConfig({
	root,
	resolve: { alias: { "@": root.replace(/\/$/, ""), "server-only": `${root}tests/support/server-only.ts` } },
	test: {
		testTimeout: 30_000,
		// Its own choice leaves one core idle, which is half of two.
		maxWorkers: "100%",
		projects: [
			{ extends: true, test: { name: "tidy", include: [TIDY], isolate: false } },
			{ extends: true, test: { name: "apart", include: ["tests/**/*.test.ts"], exclude: [TIDY, "tests/e2e/**"] } },
		],
	},
});
