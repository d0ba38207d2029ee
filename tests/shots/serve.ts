import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

interface Served {
	readonly origin: string;
	close(): Promise<void>;
}

type Command = readonly [program: string, ...args: string[]];

/** The product with the five gateways emulated, or, with a command of one's own, the product alone. */
const EMULATED: Command = [process.execPath, "lib/cli/run-entry.mjs", "tests/e2e/support/serve-emulated.ts"];
export const ALONE: Command = [process.execPath, "lib/cli/serve.mjs"];

export async function serve(port: number, env: Record<string, string> = {}, command = EMULATED): Promise<Served> {
	const origin = `http://localhost:${port}`;
	const dataDir = mkdtempSync(join(tmpdir(), "storyreel-shots-"));
	// The page objects find the emulators' addresses by it.
	if (command === EMULATED) process.env.E2E_DATA_DIR = dataDir;
	const [program, ...args] = command;
	const server = spawn(program, args, {
		stdio: "inherit",
		env: { ...process.env, PORT: String(port), E2E_DATA_DIR: dataDir, DATA_DIR: join(dataDir, "product"), ...env },
	});
	const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
	const isReady = () =>
		fetch(`${origin}/api/health`)
			.then((reply) => reply.json())
			.then(
				(health) => health.ready === true,
				() => false,
			);
	while (!(await isReady())) {
		if (server.exitCode !== null) throw new Error("The server ended before it was ready.");
		await new Promise((resolve) => setTimeout(resolve, 250));
	}
	return {
		origin,
		close: async () => {
			server.kill("SIGTERM");
			await ended;
		},
	};
}
