import "server-only";
import * as z from "zod";
import { gatewayEnv } from "@/lib/runtime/gateway-env";

interface EnvDocs {
	readonly help: string;
	/** What holds when it is not set, in words. */
	readonly fallback: string;
}

export const envDocs = z.registry<EnvDocs>();

const port = z
	.string()
	.regex(/^\d{1,5}$/, "must be a whole number from 0 to 65535")
	.transform(Number)
	.refine((value) => value <= 65535, "must be a whole number from 0 to 65535");

const host = z.string().regex(/^[\w.:%-]+$/, "must be a host name or an address, without a port or scheme");

const httpUrl = z
	.url({ protocol: /^https?$/, error: "must be a whole http or https address" })
	.transform((text) => new URL(text));

const baseUrl = httpUrl.transform((url) => url.href.replace(/\/+$/, ""));

const databaseUrl = z.url({ protocol: /^postgres(ql)?$/, error: "must begin with postgres:// or postgresql://" });

const publicUrl = httpUrl.refine(
	(url) => url.pathname === "/" && url.search === "" && url.hash === "",
	"must be an address without a path, as in https://reel.example.org",
);

const usd = z
	.string()
	.regex(/^\d{1,6}(\.\d{1,6})?$/, "must be an amount in dollars, as in 5 or 12.50")
	.transform((text) => Math.round(Number(text) * 1_000_000));

const hops = z.string().regex(/^\d$/, "must be a whole number from 0 to 9").transform(Number);

const scale = z
	.string()
	.regex(/^\d{1,4}(\.\d{1,3})?$/, "must be a number above 0, as in 1 or 0.5")
	.transform(Number)
	.refine((value) => value > 0, "must be a number above 0, as in 1 or 0.5");

const secretKey = z.string().min(32, "must have at least 32 characters");

const egressAllow = z
	.string()
	.regex(/^\s*[^\s,:]+:\d{1,5}(\s*,\s*[^\s,:]+:\d{1,5})*\s*$/, "must be a comma list of host:port")
	.transform((text) => text.split(",").map((entry) => entry.trim()));

const text = z.string();

/** Every variable that Storyreel reads, beside the gateways'. The README's table and `.env.example` are made from both. */
export const envSchema = z.object({
	PORT: port.optional().register(envDocs, { fallback: "3000", help: "The port to serve on. 0 takes any free one." }),
	HOST: host.optional().register(envDocs, {
		fallback: "127.0.0.1",
		help: "The address to listen on. 0.0.0.0 opens it to the network.",
	}),
	PUBLIC_URL: publicUrl.optional().register(envDocs, {
		fallback: "none",
		help: "How others reach this server, as in https://reel.example.org. Share links begin with it.",
	}),
	DATA_DIR: text.optional().register(envDocs, {
		fallback: "./data",
		help: "Where the embedded database and the media live.",
	}),
	DATABASE_URL: databaseUrl.optional().register(envDocs, {
		fallback: "embedded",
		help: "A PostgreSQL to use instead of the embedded one.",
	}),
	S3_ENDPOINT: httpUrl.optional().register(envDocs, {
		fallback: "AWS",
		help: "The address of an S3-compatible store.",
	}),
	S3_BUCKET: text.optional().register(envDocs, {
		fallback: "files under DATA_DIR",
		help: "The bucket that keeps the media.",
	}),
	S3_REGION: text.optional().register(envDocs, { fallback: "us-east-1", help: "The bucket's region." }),
	S3_ACCESS_KEY_ID: text.optional().register(envDocs, { fallback: "none", help: "The store's access key." }),
	S3_SECRET_ACCESS_KEY: text.optional().register(envDocs, { fallback: "none", help: "The store's secret key." }),
	SECRET_KEY: secretKey.optional().register(envDocs, {
		fallback: "made once, kept in DATA_DIR",
		help: "Seals stored keys and signs callbacks, at least 32 characters. Required with DATABASE_URL.",
	}),
	DAILY_SPEND_CAP_USD: usd.optional().register(envDocs, {
		fallback: "5",
		help: "What one browser may spend in a day on the operator's keys.",
	}),
	GLOBAL_DAILY_SPEND_CAP_USD: usd.optional().register(envDocs, {
		fallback: "25",
		help: "What all browsers together may spend in a day on the operator's keys.",
	}),
	ACCESS_PASSWORD: text.optional().register(envDocs, {
		fallback: "none",
		help: "Asked for before anything but shared films is shown.",
	}),
	TRUSTED_PROXY_HOPS: hops.optional().register(envDocs, {
		fallback: "0",
		help: "How many reverse proxies of yours stand in front.",
	}),
	RATE_LIMIT_SCALE: scale.optional().register(envDocs, { fallback: "1", help: "Multiplies every rate limit." }),
	EGRESS_ALLOW: egressAllow.optional().register(envDocs, {
		fallback: "none",
		help: "A comma list of host:port that may be private addresses.",
	}),
});

const gatewaySchemas = { secret: text, text, url: baseUrl };

export const gatewayEnvSchema = z.object(
	Object.fromEntries(
		gatewayEnv.flatMap(({ names }) =>
			names.map(({ name, kind, help }) => [
				name,
				gatewaySchemas[kind]
					.optional()
					.register(envDocs, { help, fallback: kind === "url" ? "the gateway's own" : "none" }),
			]),
		),
	),
);
