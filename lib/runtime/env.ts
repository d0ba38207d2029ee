import "server-only";
import { resolve } from "node:path";
import type { z } from "zod";
import type { GatewayId } from "@/lib/domain/gateway-id";
import { MICROS } from "@/lib/domain/money";
import { findUnknownNames } from "@/lib/runtime/env-names";
import { envSchema, gatewayEnvSchema } from "@/lib/runtime/env-variables";
import { gatewayEnv } from "@/lib/runtime/gateway-env";

export interface S3Settings {
	readonly bucket: string;
	readonly region: string;
	readonly endpoint: string | null;
	readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string } | null;
}

/** What the operator set for one gateway, by the field names of its entry. */
export interface GatewaySettings {
	readonly keyFields: Readonly<Record<string, string>>;
	readonly urls: Readonly<Record<string, string>>;
}

export interface Env {
	readonly port: number;
	readonly host: string;
	readonly publicUrl: URL | null;
	readonly dataDir: string;
	readonly databaseUrl: string | null;
	readonly s3: S3Settings | null;
	readonly secretKey: string | null;
	readonly dailySpendCapMicros: number;
	readonly globalDailySpendCapMicros: number;
	readonly accessPassword: string | null;
	readonly trustedProxyHops: number;
	readonly rateLimitScale: number;
	/** `host:port` that may be private addresses, the operator's base URLs among them. */
	readonly egressAllow: readonly string[];
	readonly gateways: Readonly<Partial<Record<GatewayId, GatewaySettings>>>;
}

export type EnvSource = Readonly<Record<string, string | undefined>>;

export class EnvError extends Error {
	override readonly name = "EnvError";
	constructor(readonly problems: readonly string[]) {
		super(`The environment has mistakes:\n${problems.map((problem) => `  ${problem}`).join("\n")}`);
	}
}

type Flat = z.output<typeof envSchema>;

function describeIssues(error: z.ZodError | undefined): readonly string[] {
	return error?.issues.map((issue) => `${issue.path.join(".")} ${issue.message}.`) ?? [];
}

function findConflicts(flat: Flat): readonly string[] {
	const conflicts: string[] = [];
	const hasKeyId = flat.S3_ACCESS_KEY_ID !== undefined;
	if (hasKeyId !== (flat.S3_SECRET_ACCESS_KEY !== undefined)) {
		conflicts.push("S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY go together: set both or neither.");
	}
	if (flat.S3_BUCKET === undefined && (hasKeyId || flat.S3_ENDPOINT !== undefined || flat.S3_REGION !== undefined)) {
		conflicts.push("S3_BUCKET is missing: the other S3_ variables do nothing without it.");
	}
	if (flat.DATABASE_URL !== undefined && flat.SECRET_KEY === undefined) {
		conflicts.push("SECRET_KEY is required with DATABASE_URL: every server must seal with the same key.");
	}
	return conflicts;
}

function readS3(flat: Flat): S3Settings | null {
	if (flat.S3_BUCKET === undefined) return null;
	const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = flat;
	return {
		bucket: flat.S3_BUCKET,
		region: flat.S3_REGION ?? "us-east-1",
		endpoint: flat.S3_ENDPOINT?.href ?? null,
		credentials: accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : null,
	};
}

function readGateways(values: Readonly<Record<string, string | undefined>>): Env["gateways"] {
	const settings = gatewayEnv.map(({ gateway, names }) => {
		const set = names.flatMap(({ name, field, kind }) => {
			const value = values[name];
			return value === undefined ? [] : [{ field, kind, value }];
		});
		const pick = (isUrl: boolean) =>
			Object.fromEntries(
				set.filter(({ kind }) => (kind === "url") === isUrl).map(({ field, value }) => [field, value]),
			);
		return [gateway, { keyFields: pick(false), urls: pick(true) }] as const;
	});
	return Object.fromEntries(settings);
}

function listOperatorHosts(gateways: Env["gateways"]): readonly string[] {
	return Object.values(gateways)
		.flatMap(({ urls }) => Object.values(urls))
		.map((text) => new URL(text))
		.map((url) => `${url.hostname}:${url.port || (url.protocol === "https:" ? "443" : "80")}`);
}

/** Reads everything at once and throws one `EnvError` that lists every mistake. */
export function readEnv(source: EnvSource): Env {
	const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ""));
	const own = envSchema.safeParse(given);
	const gateway = gatewayEnvSchema.safeParse(given);
	const problems = [
		...describeIssues(own.error),
		...describeIssues(gateway.error),
		...(own.success ? findConflicts(own.data) : []),
		...findUnknownNames(Object.keys(given)),
	];
	if (!own.success || !gateway.success || problems.length > 0) throw new EnvError(problems);

	const flat = own.data;
	const gateways = readGateways(gateway.data);
	return {
		port: flat.PORT ?? 3000,
		host: flat.HOST ?? "127.0.0.1",
		publicUrl: flat.PUBLIC_URL ?? null,
		dataDir: resolve(flat.DATA_DIR ?? "data"),
		databaseUrl: flat.DATABASE_URL ?? null,
		s3: readS3(flat),
		secretKey: flat.SECRET_KEY ?? null,
		dailySpendCapMicros: flat.DAILY_SPEND_CAP_USD ?? 5 * MICROS,
		globalDailySpendCapMicros: flat.GLOBAL_DAILY_SPEND_CAP_USD ?? 25 * MICROS,
		accessPassword: flat.ACCESS_PASSWORD ?? null,
		trustedProxyHops: flat.TRUSTED_PROXY_HOPS ?? 0,
		rateLimitScale: flat.RATE_LIMIT_SCALE ?? 1,
		egressAllow: [...(flat.EGRESS_ALLOW ?? []), ...listOperatorHosts(gateways)],
		gateways,
	};
}

let read: Env | undefined;

/** This process's environment. The first call reads it, so that a build never does. */
export function env(): Env {
	read ??= readEnv(process.env);
	return read;
}
