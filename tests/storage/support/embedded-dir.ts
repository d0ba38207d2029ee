import { cpSync, existsSync, mkdirSync, readFileSync, renameSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { CLUSTER_MAJOR, ensureCluster } from "@/lib/storage/pglite/first-boot";
import { CACHE } from "../../support/run-ts";
import { makeTempDir, removeDir } from "../../support/temp-dir";

function pgliteVersion(): string {
	const entry = createRequire(import.meta.url).resolve("@electric-sql/pglite");
	const { version } = JSON.parse(readFileSync(join(dirname(entry), "..", "package.json"), "utf8"));
	return String(version);
}

/** A first boot takes seconds, so it is done once per version and copied. */
export async function copyCluster(dataDir: string): Promise<void> {
	const template = join(CACHE, `cluster-${CLUSTER_MAJOR}-${pgliteVersion()}`);
	if (!existsSync(template)) {
		mkdirSync(CACHE, { recursive: true });
		const draft = makeTempDir();
		await ensureCluster(join(draft, "pg"));
		cpSync(draft, `${template}.${process.pid}`, { recursive: true });
		removeDir(draft);
		try {
			renameSync(`${template}.${process.pid}`, template);
		} catch {
			removeDir(`${template}.${process.pid}`);
		}
	}
	cpSync(template, dataDir, { recursive: true });
}

export async function makeDataDir(): Promise<string> {
	const dataDir = makeTempDir();
	await copyCluster(dataDir);
	return dataDir;
}
