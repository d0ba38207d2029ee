import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { CLUSTER_MAJOR } from "@/lib/storage/pglite/first-boot";
import { openEmbedded } from "@/lib/storage/pglite/open-embedded";
import { CACHE } from "../../support/run-ts";
import { makeTempDir, removeDir } from "../../support/temp-dir";

const MIGRATIONS = join(process.cwd(), "lib", "storage", "migrations");

function pgliteVersion(): string {
	const entry = createRequire(import.meta.url).resolve("@electric-sql/pglite");
	const { version } = JSON.parse(readFileSync(join(dirname(entry), "..", "package.json"), "utf8"));
	return String(version);
}

function migrationsHash(): string {
	const hash = createHash("sha256");
	for (const name of readdirSync(MIGRATIONS).filter((each) => each.endsWith(".sql")))
		hash.update(name).update(readFileSync(join(MIGRATIONS, name)));
	return hash.digest("hex").slice(0, 12);
}

async function makeCluster(dataDir: string): Promise<void> {
	const onProblem = (problem: unknown) => {
		throw problem;
	};
	const config = { dataDir, migrationsFolder: MIGRATIONS, vacuumEveryMs: 3_600_000, onProblem };
	await (await openEmbedded(config)).close();
}

/** A first boot takes seconds, so it is done once per version, with all its tables, and copied. */
export async function copyCluster(dataDir: string): Promise<void> {
	const template = join(CACHE, `cluster-${CLUSTER_MAJOR}-${pgliteVersion()}-${migrationsHash()}`);
	if (!existsSync(template)) {
		mkdirSync(CACHE, { recursive: true });
		const draft = makeTempDir();
		await makeCluster(draft);
		// The directory beside it keeps who had it open.
		cpSync(join(draft, "pg"), join(`${template}.${process.pid}`, "pg"), { recursive: true });
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
