import { spawn } from "node:child_process";

const SCRIPT = 'const { buildStale } = await import("./lib/cli/build.mjs"); await buildStale({ quiet: true });';

/** As `makeProductBuild`, for entries that are bundled themselves: the build finds its project by its own place. */
export async function buildApart(): Promise<void> {
	const child = spawn(process.execPath, ["--input-type=module", "-e", SCRIPT], { stdio: "inherit" });
	const code = await new Promise<number | null>((resolve) => child.once("exit", resolve));
	if (code !== 0) throw new Error("The production build failed.");
}
