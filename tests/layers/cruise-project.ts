import { createRequire } from "node:module";
import type { ParseOptions } from "@swc/core";
import { cruise, type ICruiseResult, type IResolveOptions } from "dependency-cruiser";
import { layerRules } from "./rules";

// The cruiser has no parser for TypeScript 7 but swc, and asks swc to read every file without JSX.
const swc = createRequire(import.meta.url)("@swc/core");
const parseFileSync = swc.parseFileSync;
swc.parseFileSync = (path: string, options: ParseOptions) =>
	parseFileSync(path, { ...options, tsx: path.endsWith(".tsx") });

export const rooms = ["app", "components", "lib", "tests"];
export const rootFiles = ["instrumentation.ts", "proxy.ts", "next.config.mjs", "postcss.config.mjs"];

/** Reads every import below a root and holds it against the rules. */
export async function cruiseProject(root: string): Promise<ICruiseResult> {
	const resolveOptions: Partial<IResolveOptions> = {
		alias: { "@": root },
		extensions: [".ts", ".tsx", ".mjs", ".js", ".json", ".css"],
		conditionNames: ["import", "node", "default"],
		exportsFields: ["exports"],
		symlinks: false,
		bustTheCache: true,
	};
	const { output } = await cruise(
		[...rooms, ...rootFiles],
		{
			baseDir: root,
			ruleSet: layerRules,
			validate: true,
			parser: "swc",
			tsPreCompilationDeps: true,
			doNotFollow: { path: "node_modules" },
		},
		resolveOptions,
	);
	if (typeof output === "string") throw new Error(output);
	return output;
}
