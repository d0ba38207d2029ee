import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync } from "node:fs";
import { basename, join } from "node:path";
import { createInterface } from "node:readline";
import { build } from "esbuild";
import { removeDir } from "./temp-dir";

/** Under the project, where packages are found, and under what nobody looks through. */
export const CACHE = join(process.cwd(), "node_modules", ".cache", "storyreel");

export interface RunnableTs {
	/** A Node process of its own, in this project's folder; its standard output is to be read. */
	run(args: readonly string[], env?: Record<string, string>): ChildProcess;
	remove(): void;
}

/** Bundles a TypeScript entry, so that plain Node can run it. It stays inside the project to find its packages. */
export async function bundleTs(entry: string, nodeFlags: readonly string[] = []): Promise<RunnableTs> {
	const root = process.cwd();
	mkdirSync(CACHE, { recursive: true });
	const directory = mkdtempSync(join(CACHE, "ts-"));
	const name = basename(entry, ".ts");
	await build({
		entryPoints: { [name]: join(root, entry) },
		outdir: directory,
		outExtension: { ".js": ".mjs" },
		bundle: true,
		platform: "node",
		target: "node20",
		format: "esm",
		packages: "external",
		alias: { "@": root, "server-only": join(root, "tests", "support", "server-only.ts") },
		sourcemap: true,
		logLevel: "warning",
	});
	return {
		run: (args, env = {}) =>
			spawn(process.execPath, [...nodeFlags, "--enable-source-maps", join(directory, `${name}.mjs`), ...args], {
				env: { ...process.env, NODE_OPTIONS: "", ...env },
				stdio: ["ignore", "pipe", "inherit"],
			}),
		remove: () => removeDir(directory),
	};
}

export async function ended(child: ChildProcess): Promise<{ readonly code: number | null; readonly output: string }> {
	let output = "";
	child.stdout?.setEncoding("utf8").on("data", (text: string) => {
		output += text;
	});
	const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
	return { code, output };
}

/** What it prints, line by line; `next` waits for a line, or for its end. */
export function linesOf(child: ChildProcess): AsyncIterator<string> {
	if (!child.stdout) throw new Error("Its output is not to be read.");
	return createInterface({ input: child.stdout })[Symbol.asyncIterator]();
}

/** The first line it prints, and nothing after it. */
export async function firstLine(child: ChildProcess): Promise<string> {
	return (await linesOf(child).next()).value ?? "";
}
