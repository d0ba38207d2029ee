import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { build } from "esbuild";
import { GATEWAY_NAMES, type GatewayName } from "./kernel/personality";
import type { EmulatorOptions } from "./options";
import { type EmulatorAddresses, RemoteEmulator } from "./remote-emulator";

interface LaunchOptions extends Omit<EmulatorOptions, "variant" | "films"> {
	readonly gateways?: { readonly [Name in GatewayName]?: Omit<EmulatorOptions<Name>, "films"> };
}

export interface LaunchedEmulators {
	readonly gateways: Readonly<Record<GatewayName, RemoteEmulator>>;
	/** The variables of all five together. */
	readonly env: Readonly<Record<string, string>>;
	readonly close: () => Promise<void>;
}

/** All five in a process of their own, so that the ledger outlives whatever happens to the client. */
export async function launchEmulators(options: LaunchOptions = {}): Promise<LaunchedEmulators> {
	const directory = await mkdtemp(join(tmpdir(), "storyreel-emulators-"));
	const bundle = join(directory, "main.mjs");
	const entry = join(process.cwd(), "tests", "support", "emulators", "main.ts");
	await build({
		entryPoints: [entry],
		outfile: bundle,
		bundle: true,
		platform: "node",
		format: "esm",
		logLevel: "error",
	});
	const child = spawn(process.execPath, [bundle, JSON.stringify(options)], { stdio: ["ignore", "pipe", "inherit"] });
	const kill = () => child.kill();
	process.once("exit", kill);
	const addresses = await readAddresses(child);
	const gateways = {
		empiriolabs: new RemoteEmulator(addresses.empiriolabs),
		evolink: new RemoteEmulator(addresses.evolink),
		apimart: new RemoteEmulator(addresses.apimart),
		useapi: new RemoteEmulator(addresses.useapi),
		kling: new RemoteEmulator(addresses.kling),
	};
	const env = Object.assign({}, ...GATEWAY_NAMES.map((name) => addresses[name].env));
	const close = async () => {
		process.off("exit", kill);
		await endChild(child);
		await rm(directory, { recursive: true, force: true });
	};
	return { gateways, env, close };
}

async function readAddresses(child: ChildProcess): Promise<EmulatorAddresses> {
	if (!child.stdout) throw new Error("The emulators have no output to read.");
	for await (const line of createInterface({ input: child.stdout })) return JSON.parse(line) as EmulatorAddresses;
	throw new Error(`The emulators ended before they listened (exit code ${child.exitCode}).`);
}

async function endChild(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const ended = new Promise((resolve) => child.once("exit", resolve));
	child.kill("SIGTERM");
	await ended;
}
