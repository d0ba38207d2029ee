import "server-only";
import * as z from "zod";
import { CATALOG } from "@/lib/domain/catalog/catalog";
import type { BaseUrl, CatalogEntry } from "@/lib/domain/catalog/entry";
import type { GatewayId } from "@/lib/domain/gateway-id";
import type { ScriptDialect } from "@/lib/domain/grammar/dialect";
import { type EnvDocs, envDocs } from "@/lib/runtime/env-schema";
import { baseUrlValue, oneOfValue, textValue } from "@/lib/runtime/env-values";

/** The operator's own means for one gateway. */
export interface GatewaySettings {
	/** By the names of the catalogue's key fields; empty where the operator set none. */
	readonly keyFields: Readonly<Record<string, string>>;
	/** The catalogue's addresses, or what the operator put in their place. */
	readonly baseUrls: Readonly<Record<string, string>>;
	readonly callbackSecret: string | null;
	/** Instead of the catalogue's way of writing shots. */
	readonly shotWord: ScriptDialect | null;
}

interface Declared {
	readonly name: string;
	readonly value: typeof textValue | typeof baseUrlValue | ReturnType<typeof oneOfValue>;
	readonly docs: EnvDocs;
}

function findSecretName({ callback }: CatalogEntry): string | null {
	return callback.kind === "url" ? callback.secretEnv : null;
}

function declareBaseUrl({ label }: CatalogEntry, { env, use, default: fallback }: BaseUrl): Declared {
	const help = use === "files" ? `Another address for ${label}'s file uploads.` : `Another address for ${label}.`;
	return { name: env, value: baseUrlValue, docs: { help, fallback } };
}

function declareVariables(entry: CatalogEntry): Declared[] {
	const secretName = findSecretName(entry);
	const keys = entry.keyFields.map(({ env, label }) => ({
		name: env,
		value: textValue,
		docs: { help: `The operator's ${label}.`, fallback: "none" },
	}));
	const secret = secretName && {
		name: secretName,
		value: textValue,
		docs: { help: `What ${entry.label} signs its callbacks with.`, fallback: "none" },
	};
	return [
		...keys,
		...entry.baseUrls.map((base) => declareBaseUrl(entry, base)),
		...(secret ? [secret] : []),
		...declareShotWord(entry),
	];
}

function declareShotWord({ label, shots: { switchEnv, syntax, alsoPrinted } }: CatalogEntry): Declared[] {
	if (!switchEnv) return [];
	const help = `The word that begins each shot in a prompt for ${label}, which prints more than one: ${[syntax, ...alsoPrinted].join(" or ")}.`;
	return [{ name: switchEnv, value: oneOfValue([syntax, ...alsoPrinted]), docs: { help, fallback: syntax } }];
}

/** Made from the catalogue: a gateway's variables are declared by its entry and nowhere else. */
export const gatewayEnvSchema = z.object(
	Object.fromEntries(
		CATALOG.flatMap(declareVariables).map(({ name, value, docs }) => [name, value.optional().register(envDocs, docs)]),
	),
);

export type GatewayValues = z.output<typeof gatewayEnvSchema>;

function readSettings(entry: CatalogEntry, values: GatewayValues): GatewaySettings {
	const secretName = findSecretName(entry);
	const keys = entry.keyFields.flatMap(({ name, env }) => {
		const value = values[env];
		return value === undefined ? [] : [[name, value] as const];
	});
	return {
		keyFields: Object.fromEntries(keys),
		baseUrls: Object.fromEntries(entry.baseUrls.map(({ use, env, default: usual }) => [use, values[env] ?? usual])),
		callbackSecret: (secretName && values[secretName]) ?? null,
		shotWord: entry.shots.alsoPrinted.find((word) => word === values[entry.shots.switchEnv ?? ""]) ?? null,
	};
}

export function readGateways(values: GatewayValues): ReadonlyMap<GatewayId, GatewaySettings> {
	return new Map(CATALOG.map((entry) => [entry.id, readSettings(entry, values)]));
}

/** `host:port` of every address that the operator put in place of a gateway's own. */
export function listOperatorHosts(values: GatewayValues): readonly string[] {
	return CATALOG.flatMap((entry) => entry.baseUrls)
		.flatMap(({ env }) => values[env] ?? [])
		.map((text) => new URL(text))
		.map(({ hostname, port, protocol }) => `${hostname}:${port || (protocol === "https:" ? "443" : "80")}`);
}
