import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

/** What git keeps or would keep, by paths from the root. */
export function listFiles(root: string): readonly string[] {
	const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { cwd: root });
	const paths = listed.toString("utf8").split("\n").filter(Boolean);
	return paths.filter((path) => existsSync(join(root, path))).sort();
}

export function listSources(root: string): readonly string[] {
	return listFiles(root).filter((path) => /\.(ts|tsx|mjs|cjs|js)$/.test(path));
}
