import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const sources = [
	"app",
	"components",
	"lib",
	"public",
	"instrumentation.ts",
	"proxy.ts",
	"next.config.mjs",
	"postcss.config.mjs",
	"tsconfig.json",
	"package.json",
	"package-lock.json",
];

function* walk(root, path) {
	let entries;
	try {
		entries = readdirSync(join(root, path), { withFileTypes: true });
	} catch (error) {
		if (error.code === "ENOTDIR") yield path;
		return;
	}
	for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
		const inner = `${path}/${entry.name}`;
		if (entry.isDirectory()) yield* walk(root, inner);
		else if (!entry.name.endsWith(".md")) yield inner;
	}
}

/** One hash over everything that the production build is made of. */
export function hashSources(root) {
	const hash = createHash("sha256").update(process.versions.modules);
	for (const source of sources) {
		for (const path of walk(root, source)) {
			const bytes = readFileSync(join(root, path));
			hash.update(`${path}\0${bytes.length}\0`).update(bytes);
		}
	}
	return hash.digest("hex");
}
