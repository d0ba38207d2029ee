import "server-only";
import { resolve } from "node:path";
import type { z } from "zod";
import type { GatewayId } from "@/lib/domain/gateway-id";
import { MICROS } from "@/lib/domain/money";
import { findUnknownNames } from "@/lib/runtime/env-names";
import { type EnvValues, envSchema } from "@/lib/runtime/env-schema";
import { type GatewaySettings, gatewayEnvSchema, listOperatorHosts, readGateways } from "@/lib/runtime/gateway-env";

export interface S3Settings {
	readonly bucket: string;
	readonly region: string;
	readonly endpoint: string | null;
	readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string } | null;
}

export interface Env {
	readonly port: number;
	readonly host: string;
	readonly publicUrl: URL | null;
	readonly dataDir: string;
	readonly databaseUrl: string | null;
	readonly s3: S3Settings | null;
	readonly secretKey: string | null;
	readonly previousSecretKeys: readonly string[];
	readonly dailySpendCapMicros: number;
	readonly globalDailySpendCapMicros: number;
	readonly accessPassword: string | null;
	readonly trustedProxyHops: number;
	readonly rateLimitScale: number;
	/** `host:port` that may be private addresses, the operator's base URLs among them. */
	readonly egressAllow: readonly string[];
	readonly gateways: ReadonlyMap<GatewayId, GatewaySettings>;
}

export type EnvSource = Readonly<Record<string, string | undefined>>;

export class EnvError extends Error {
	override readonly name = "EnvError";
	constructor(readonly problems: readonly string[]) {
		super(
			problems.length === 1
				? `The environment has a mistake: ${problems[0]}`
				: `The environment has mistakes:\n  ${problems.join("\n  ")}`,
		);
	}
}

function describeIssues(error: z.ZodError | undefined): readonly string[] {
	return error?.issues.map((issue) => `${issue.path.join(".")} ${issue.message}.`) ?? [];
}

function findConflicts(given: EnvSource): readonly string[] {
	const conflicts: string[] = [];
	const hasKeyId = given.S3_ACCESS_KEY_ID !== undefined;
	if (hasKeyId !== (given.S3_SECRET_ACCESS_KEY !== undefined)) {
		conflicts.push("S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY go together: set both or neither.");
	}
	if (given.S3_BUCKET === undefined && (hasKeyId || given.S3_ENDPOINT !== undefined || given.S3_REGION !== undefined)) {
		conflicts.push("S3_BUCKET is missing: the other S3_ variables do nothing without it.");
	}
	if (given.DATABASE_URL !== undefined && given.SECRET_KEY === undefined) {
		conflicts.push("SECRET_KEY is required with DATABASE_URL: every server must seal with the same key.");
	}
	return conflicts;
}

function readS3(flat: EnvValues): S3Settings | null {
	if (flat.S3_BUCKET === undefined) return null;
	const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = flat;
	return {
		bucket: flat.S3_BUCKET,
		region: flat.S3_REGION ?? "us-east-1",
		endpoint: flat.S3_ENDPOINT?.href ?? null,
		credentials: accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : null,
	};
}

/** Reads everything at once and throws one `EnvError` that lists every mistake. */
export function readEnv(source: EnvSource): Env {
	const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ""));
	const own = envSchema.safeParse(given);
	const gateway = gatewayEnvSchema.safeParse(given);
	const problems = [
		...describeIssues(own.error),
		...describeIssues(gateway.error),
		...findConflicts(given),
		...findUnknownNames(Object.keys(given)),
	];
	if (!own.success || !gateway.success || problems.length > 0) throw new EnvError(problems);

	const flat = own.data;
	return {
		port: flat.PORT ?? 3000,
		host: flat.HOST ?? "127.0.0.1",
		publicUrl: flat.PUBLIC_URL ?? null,
		dataDir: resolve(/* turbopackIgnore: true */ flat.DATA_DIR ?? "data"),
		databaseUrl: flat.DATABASE_URL ?? null,
		s3: readS3(flat),
		secretKey: flat.SECRET_KEY ?? null,
		previousSecretKeys: flat.SECRET_KEY_PREVIOUS ?? [],
		dailySpendCapMicros: flat.DAILY_SPEND_CAP_USD ?? 5 * MICROS,
		globalDailySpendCapMicros: flat.GLOBAL_DAILY_SPEND_CAP_USD ?? 25 * MICROS,
		accessPassword: flat.ACCESS_PASSWORD ?? null,
		trustedProxyHops: flat.TRUSTED_PROXY_HOPS ?? 0,
		rateLimitScale: flat.RATE_LIMIT_SCALE ?? 1,
		egressAllow: [...(flat.EGRESS_ALLOW ?? []), ...listOperatorHosts(gateway.data)],
		gateways: readGateways(gateway.data),
	};
}

let read: Env | undefined;

/** This process's environment. The first call reads it, so that a build never does. */
export function env(): Env {
	read ??= readEnv(process.env);
	return read;
}
