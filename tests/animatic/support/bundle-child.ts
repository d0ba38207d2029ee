import { mkdirSync, mkdtempSync } from "node:fs";
import { join } from "node:path";
import { bundleEntries } from "../../../lib/cli/bundle.mjs";
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
	await bundleEntries({ [name]: join(process.cwd(), "lib", "children", `${name}.ts`) }, folder);
	return { script: join(folder, `${name}.mjs`), remove: () => removeDir(folder) };
}
