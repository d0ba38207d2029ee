import "server-only";
import * as z from "zod";
import {
	dollarsValue,
	factorValue,
	hopsValue,
	hostPortsValue,
	hostValue,
	originValue,
	portValue,
	postgresValue,
	secretKeysValue,
	secretKeyValue,
	textValue,
	urlValue,
} from "@/lib/runtime/env-values";

export interface EnvDocs {
	readonly help: string;
	/** What holds when it is not set, in words. */
	readonly fallback: string;
}

export const envDocs = z.registry<EnvDocs>();

function variable<Schema extends z.ZodType>(value: Schema, fallback: string, help: string) {
	const optional = value.optional();
	envDocs.add(optional, { fallback, help });
	return optional;
}

/** What Storyreel reads beside the gateways' own. The README's table and `.env.example` are made from it. */
export const envSchema = z.object({
	PORT: variable(portValue, "3000", "The port to serve on. 0 takes any free one."),
	HOST: variable(hostValue, "127.0.0.1", "The address to listen on. 0.0.0.0 opens it to the network."),
	PUBLIC_URL: variable(originValue, "none", "How others reach this server. Gateways are asked to call back there."),
	DATA_DIR: variable(textValue, "./data", "Where the embedded database, the media and the secret key live."),
	DATABASE_URL: variable(postgresValue, "embedded", "A PostgreSQL to use instead of the embedded one."),
	S3_ENDPOINT: variable(urlValue, "AWS", "The address of an S3-compatible store."),
	S3_BUCKET: variable(textValue, "files under DATA_DIR", "The bucket that keeps the media."),
	S3_REGION: variable(textValue, "us-east-1", "The bucket's region."),
	S3_ACCESS_KEY_ID: variable(textValue, "none", "The store's access key."),
	S3_SECRET_ACCESS_KEY: variable(textValue, "none", "The store's secret key."),
	SECRET_KEY: variable(
		secretKeyValue,
		"made once, kept in DATA_DIR",
		"Seals stored keys and signs callbacks; at least 32 characters. Required with DATABASE_URL.",
	),
	SECRET_KEY_PREVIOUS: variable(
		secretKeysValue,
		"none",
		"A comma list of other secret keys that still open what they sealed, while SECRET_KEY is being changed.",
	),
	DAILY_SPEND_CAP_USD: variable(dollarsValue, "5", "What one browser may spend in a day on the operator's keys."),
	GLOBAL_DAILY_SPEND_CAP_USD: variable(
		dollarsValue,
		"25",
		"What all browsers together may spend in a day on the operator's keys.",
	),
	ACCESS_PASSWORD: variable(textValue, "none", "Asked for before anything is shown."),
	TRUSTED_PROXY_HOPS: variable(hopsValue, "0", "How many reverse proxies of yours stand in front."),
	RATE_LIMIT_SCALE: variable(factorValue, "1", "Multiplies every rate limit."),
	EGRESS_ALLOW: variable(hostPortsValue, "none", "A comma list of host:port that may be private addresses."),
});

export type EnvValues = z.output<typeof envSchema>;
