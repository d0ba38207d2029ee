import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

export interface Bare {
	readonly origin: string;
	readonly pid: number;
	close(): void;
}

/** `bare-server.mjs` in a process of its own, as the product has. */
export async function startBare(nodeArgs: readonly string[] = []): Promise<Bare> {
	const script = join(process.cwd(), "tests", "bench", "bare-server.mjs");
	const child = spawn(process.execPath, [...nodeArgs, script], { stdio: ["ignore", "pipe", "ignore"] });
	const kill = () => child.kill("SIGKILL");
	process.once("exit", kill);
	const [said] = await once(child.stdout, "data");
	return { origin: String(said).trim(), pid: child.pid ?? Number.NaN, close: kill };
}
