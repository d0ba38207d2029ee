import { type Emulator, startEmulator } from "./emulator";
import { GATEWAY_NAMES, type GatewayName } from "./kernel/personality";
import type { EmulatorOptions } from "./options";

/** Options for all, and for each gateway on top, as the one JSON argument. */
type Configuration = Omit<EmulatorOptions, "variant"> & {
	readonly gateways?: Partial<Record<GatewayName, EmulatorOptions>>;
};

const { gateways = {}, ...common } = JSON.parse(process.argv[2] ?? "{}") as Configuration;

async function start(gateway: GatewayName): Promise<Emulator> {
	return startEmulator(gateway, { clock: "real", ...common, ...gateways[gateway] });
}

const emulators = await Promise.all(GATEWAY_NAMES.map(start));
const addresses = emulators.map(({ gateway, baseUrl, filesBaseUrl, controlUrl, env }) => [
	gateway,
	{ baseUrl, filesBaseUrl, controlUrl, env },
]);
process.stdout.write(`${JSON.stringify(Object.fromEntries(addresses))}\n`);

async function stop(): Promise<void> {
	await Promise.all(emulators.map((emulator) => emulator.close()));
	process.exit(0);
}

process.once("SIGTERM", stop);
process.once("SIGINT", stop);
