import { readFileSync } from "node:fs";
import type { EmulatorAddresses } from "../../support/emulators/remote-emulator";
import { ADDRESSES_FILE, dataDir } from "./data-dir";
import { SharedEmulator } from "./shared-emulator";

export type GatewayName = keyof EmulatorAddresses;
export type Emulators = Readonly<Record<GatewayName, SharedEmulator>>;

export const GATEWAYS = {
	empiriolabs: { label: "EmpirioLabs", fields: { "EmpirioLabs key": "EMPIRIOLABS_API_KEY" } },
	evolink: { label: "EvoLink", fields: { "EvoLink key": "EVOLINK_API_KEY" } },
	apimart: { label: "APIMart", fields: { "APIMart key": "APIMART_API_KEY" } },
	useapi: { label: "useapi.net", fields: { "useapi.net token": "USEAPI_TOKEN", "useapi.net email": "USEAPI_EMAIL" } },
	kling: { label: "Kling", fields: { "Kling key": "KLING_API_KEY" } },
} as const satisfies Record<GatewayName, { label: string; fields: Record<string, string> }>;

function addresses(): EmulatorAddresses {
	return JSON.parse(readFileSync(`${dataDir()}/${ADDRESSES_FILE}`, "utf8")) as EmulatorAddresses;
}

/** What a person would paste, by the names of its fields. */
export function goodKey(gateway: GatewayName): Readonly<Record<string, string>> {
	const { env } = addresses()[gateway];
	return Object.fromEntries(Object.entries(GATEWAYS[gateway].fields).map(([name, from]) => [name, env[from] ?? ""]));
}

export function sharedEmulators(): Emulators {
	const all = addresses();
	return {
		empiriolabs: new SharedEmulator(all.empiriolabs),
		evolink: new SharedEmulator(all.evolink),
		apimart: new SharedEmulator(all.apimart),
		useapi: new SharedEmulator(all.useapi),
		kling: new SharedEmulator(all.kling),
	};
}
