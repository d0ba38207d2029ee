import { mkdirSync, mkdtempSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { CACHE } from "../../support/run-ts";
import { removeDir } from "../../support/temp-dir";

export interface BundledChild {
	readonly script: string;
	remove(): void;
}

/** As the build bundles it. It stays inside the project to find its packages. */
export async function bundleChild(name: "animatic" | "dress-film"): Promise<BundledChild> {
	mkdirSync(CACHE, { recursive: true });
	const folder = mkdtempSync(join(CACHE, "child-"));
	const root = process.cwd();
	await build({
		entryPoints: { [name]: join(root, "lib", "children", `${name}.ts`) },
		outdir: folder,
		outExtension: { ".js": ".mjs" },
		bundle: true,
		platform: "node",
		target: "node20",
		format: "esm",
		packages: "external",
		alias: { "@": root },
		logLevel: "warning",
	});
	return { script: join(folder, `${name}.mjs`), remove: () => removeDir(folder) };
}
