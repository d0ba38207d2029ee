import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { startEmulator } from "../../support/emulators/emulator";
import { GATEWAY_NAMES } from "../../support/emulators/kernel/personality";
import { ADDRESSES_FILE, dataDir } from "./data-dir";

/** The product itself, as it is served, with the five gateways emulated at the network's edge. */
const emulators = await Promise.all(
	GATEWAY_NAMES.map((name) => startEmulator(name, { clock: "real", durations: { queuedMs: 300, renderingMs: 1_500 } })),
);
const env = Object.assign({}, ...emulators.map((emulator) => emulator.env)) as Record<string, string>;
// Films come from hosts of their own, which the product believes only when they are public or allowed.
const filmHosts = emulators.flatMap(({ filesBaseUrl }) => (filesBaseUrl ? [new URL(filesBaseUrl).host] : []));
const baseUrls = Object.fromEntries(Object.entries(env).filter(([name]) => name.endsWith("_BASE_URL")));
const addresses = emulators.map(({ gateway, baseUrl, filesBaseUrl, controlUrl, env: own }) => [
	gateway,
	{ baseUrl, filesBaseUrl, controlUrl, env: own },
]);
writeFileSync(`${dataDir()}/${ADDRESSES_FILE}`, JSON.stringify(Object.fromEntries(addresses)));

const server = spawn(process.execPath, ["lib/cli/serve.mjs"], {
	stdio: "inherit",
	env: {
		...process.env,
		...baseUrls,
		EGRESS_ALLOW: filmHosts.join(","),
		DATA_DIR: `${dataDir()}/product`,
		// All tests come from one address.
		RATE_LIMIT_SCALE: "20",
	},
});
server.once("exit", async (code) => {
	await Promise.all(emulators.map((emulator) => emulator.close()));
	process.exit(code ?? 1);
});
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => server.kill(signal));
