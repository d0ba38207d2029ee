import "server-only";
import type { GatewayId } from "@/lib/domain/gateway-id";

interface GatewayEnvName {
	readonly name: string;
	/** What the runtime calls it: `baseUrl`, `filesBaseUrl`, or the catalogue's key field. */
	readonly field: string;
	readonly kind: "secret" | "text" | "url";
	readonly help: string;
}

interface GatewayEnv {
	readonly gateway: GatewayId;
	readonly prefix: string;
	readonly names: readonly GatewayEnvName[];
}

/** The operator's own keys and addresses, per gateway. */
export const gatewayEnv: readonly GatewayEnv[] = [
	{
		gateway: "empiriolabs",
		prefix: "EMPIRIOLABS_",
		names: [
			{ name: "EMPIRIOLABS_API_KEY", field: "apiKey", kind: "secret", help: "The operator's EmpirioLabs key." },
			{ name: "EMPIRIOLABS_BASE_URL", field: "baseUrl", kind: "url", help: "Another address for EmpirioLabs." },
		],
	},
	{
		gateway: "evolink",
		prefix: "EVOLINK_",
		names: [
			{ name: "EVOLINK_API_KEY", field: "apiKey", kind: "secret", help: "The operator's EvoLink key." },
			{ name: "EVOLINK_BASE_URL", field: "baseUrl", kind: "url", help: "Another address for EvoLink." },
			{
				name: "EVOLINK_FILES_BASE_URL",
				field: "filesBaseUrl",
				kind: "url",
				help: "Another address for EvoLink's file uploads.",
			},
		],
	},
	{
		gateway: "apimart",
		prefix: "APIMART_",
		names: [
			{ name: "APIMART_API_KEY", field: "apiKey", kind: "secret", help: "The operator's APIMart key." },
			{ name: "APIMART_BASE_URL", field: "baseUrl", kind: "url", help: "Another address for APIMart." },
		],
	},
	{
		gateway: "useapi",
		prefix: "USEAPI_",
		names: [
			{ name: "USEAPI_TOKEN", field: "token", kind: "secret", help: "The operator's useapi.net token." },
			{ name: "USEAPI_EMAIL", field: "email", kind: "text", help: "The Kling account's e-mail at useapi.net." },
			{ name: "USEAPI_BASE_URL", field: "baseUrl", kind: "url", help: "Another address for useapi.net." },
		],
	},
	{
		gateway: "kling",
		prefix: "KLING_",
		names: [
			{ name: "KLING_API_KEY", field: "apiKey", kind: "secret", help: "The operator's Kling key." },
			{ name: "KLING_BASE_URL", field: "baseUrl", kind: "url", help: "Another address for Kling." },
			{
				name: "KLING_WEBHOOK_SECRET",
				field: "webhookSecret",
				kind: "secret",
				help: "Kling signs its callbacks with it.",
			},
		],
	},
];
