import "./support/map-group-by.mjs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));

export default defineConfig({
	root,
	resolve: { alias: { "@": root.replace(/\/$/, ""), "server-only": `${root}tests/support/server-only.ts` } },
	test: {
		include: ["tests/**/*.test.ts"],
		exclude: ["tests/e2e/**"],
		testTimeout: 30_000,
		// Its own choice leaves one core idle, which is half of two.
		maxWorkers: "100%",
	},
});
