/** One bad import for each rule: where it stands and what it says. */
export const seeds: Readonly<Record<string, { readonly path: string; readonly text: string }>> = {
	"app-imports-down": { path: "app/seed.ts", text: 'import "@/lib/storage/seed";' },
	"components-imports-down": { path: "components/timeline/seed.ts", text: 'import "@/lib/runtime/env";' },
	"components-ui-imports-down": { path: "components/ui/seed.ts", text: 'import "@/lib/domain/shot";' },
	"lib-actions-imports-down": { path: "lib/actions/seed.ts", text: 'import "@/lib/storage/seed";' },
	"lib-runtime-imports-down": { path: "lib/runtime/seed.ts", text: 'import "@/lib/actions/seed";' },
	"lib-services-imports-down": {
		path: "lib/services/seed.ts",
		text: 'import type { Seed } from "@/lib/storage/seed";',
	},
	"lib-gateways-imports-down": { path: "lib/gateways/seed.ts", text: 'import "@/lib/services/seed";' },
	"lib-storage-imports-down": { path: "lib/storage/seed.ts", text: 'import "@/lib/gateways/seed";' },
	"lib-ports-imports-down": { path: "lib/ports/seed.ts", text: 'export type { Seed } from "@/lib/services/seed";' },
	"lib-domain-imports-down": { path: "lib/domain/seed.ts", text: 'export * from "../ports/seed";' },
	"lib-children-imports-down": { path: "lib/children/seed.ts", text: 'void import("@/lib/gateways/seed");' },
	"lib-cli-imports-down": { path: "lib/cli/seed.mjs", text: 'import "../domain/shot";' },
	"root-imports-runtime": { path: "proxy.ts", text: 'import "@/lib/services/seed";' },
	"gateways-stay-apart": { path: "lib/gateways/kling/seed.ts", text: 'import "../evolink/seed";' },
	"domain-imports-relatively": { path: "lib/domain/take/seed.ts", text: 'import "@/lib/domain/shot";' },
	"domain-needs-only-zod-mini": { path: "lib/domain/draft/seed.ts", text: 'import * as z from "zod";' },
	"browser-takes-zod-mini": { path: "components/keys/seed.tsx", text: 'import { z } from "zod";' },
	"browser-has-no-server-packages": { path: "components/share/seed.tsx", text: 'import pg from "pg";' },
	"ports-need-no-packages": { path: "lib/ports/other-seed.ts", text: 'import type { Pool } from "pg";' },
	"nothing-imports-tests": { path: "lib/services/other-seed.ts", text: 'import "@/tests/support/temp-dir";' },
	"no-cycle": { path: "lib/services/cycle-seed.ts", text: 'import type { Other } from "./cycled-seed";' },
	"every-import-resolves": { path: "app/lost-seed.tsx", text: 'import "@/components/no-such-file";' },
};

/** What the seeds point at. */
export const targets: Readonly<Record<string, string>> = {
	"lib/gateways/evolink/seed.ts": "export {};",
	"lib/services/cycled-seed.ts": 'import type { Seed } from "./cycle-seed";',
};
