import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { projectRoot } from "./project-root.mjs";

const emptyServerOnly = {
	name: "server-only",
	setup(build) {
		build.onResolve({ filter: /^server-only$/ }, () => ({ path: "server-only", namespace: "empty" }));
		build.onLoad({ filter: /.*/, namespace: "empty" }, () => ({ contents: "" }));
	},
};

/** Bundles TypeScript entries for plain Node; packages stay outside and are found in node_modules. */
export async function bundleEntries(entryPoints, outdir) {
	if (Object.keys(entryPoints).length === 0) return;
	const { build } = await import("esbuild");
	await build({
		absWorkingDir: projectRoot,
		entryPoints,
		outdir,
		outExtension: { ".js": ".mjs" },
		bundle: true,
		platform: "node",
		target: "node20",
		format: "esm",
		packages: "external",
		alias: { "@": projectRoot },
		plugins: [emptyServerOnly],
		sourcemap: true,
		logLevel: "warning",
	});
}

function listChildren() {
	const folder = join(projectRoot, "lib", "children");
	if (!existsSync(folder)) return [];
	return readdirSync(folder).filter((name) => name.endsWith(".ts"));
}

/** What runs outside Next's bundles: the forked children, and what `serve` itself needs of the runtime. */
export async function bundleChildren() {
	const children = listChildren().map((name) => [basename(name, ".ts"), join(projectRoot, "lib", "children", name)]);
	await bundleEntries(Object.fromEntries(children), join(projectRoot, ".next", "children"));
	const boot = join(projectRoot, "lib", "runtime", "boot.ts");
	await bundleEntries({ boot }, join(projectRoot, ".next", "boot"));
}
