import * as z from "zod";

const packageSchema = z.object({
	dev: z.boolean().optional(),
	optionalDependencies: z.record(z.string(), z.string()).optional(),
});

export const lockSchema = z.object({ packages: z.record(z.string(), packageSchema) });
export type Lockfile = z.infer<typeof lockSchema>;

const anyRecordSchema = z.record(z.string(), z.unknown());

interface MissingPackage {
	readonly name: string;
	readonly version: string;
	readonly dev: boolean;
}

/** Where Node would look, from the folder that asks up to the root. */
function isLocked({ packages }: Lockfile, from: string, name: string): boolean {
	for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))) {
		if (packages[`${folder}${folder === "" ? "" : "/"}node_modules/${name}`] !== undefined) return true;
		if (folder === "") return false;
	}
}

/** Other platforms' packages that the lockfile does not name, because the registry at hand did not offer them. */
export function findUnlocked(lock: Lockfile): readonly MissingPackage[] {
	return Object.entries(lock.packages).flatMap(([path, { dev, optionalDependencies }]) =>
		Object.entries(optionalDependencies ?? {})
			.filter(([name]) => !isLocked(lock, path, name))
			.map(([name, version]) => ({ name, version, dev: dev === true })),
	);
}

const systems = ["android", "darwin", "freebsd", "linux", "openharmony", "win32"];
const processors = ["arm64", "arm", "x64", "ia32", "ppc64", "riscv64", "s390x", "wasm32"];

/** What npm must know to leave a package of another platform alone; its makers put it into the name. */
export function describePlatform(name: string) {
	const parts = name.split(/[/-]/);
	const os = systems.filter((system) => parts.includes(system));
	const cpu = processors.filter((processor) => parts.includes(processor));
	if (cpu.length !== 1) throw new Error(`${name} does not say for which processor it is.`);
	const libc = name.includes("musl") ? ["musl"] : os.includes("linux") ? ["glibc"] : undefined;
	return { cpu, ...(libc ? { libc } : {}), optional: true, ...(os.length > 0 ? { os } : {}) };
}

function describeMissing({ name, version, dev }: MissingPackage): readonly [string, unknown] {
	if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)) throw new Error(`${name} is asked for as ${version}, not exactly.`);
	return [`node_modules/${name}`, { version, ...(dev ? { dev } : {}), ...describePlatform(name) }];
}

/** The lockfile's text with those packages named, in npm's order. */
export function completeLockfile(text: string): string {
	const lock = anyRecordSchema.parse(JSON.parse(text));
	const added = findUnlocked(lockSchema.parse(lock)).map(describeMissing);
	const packages = [...Object.entries(anyRecordSchema.parse(lock.packages)), ...added];
	packages.sort(([a], [b]) => a.localeCompare(b, "en"));
	return `${JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }, null, 2)}\n`;
}
