import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { CATALOG, envNames } from "@/lib/domain/catalog/catalog";
import { type EnvSource, readEnv } from "@/lib/runtime/env";
import { gatewayEnvSchema } from "@/lib/runtime/gateway-env";

function problemOf(source: EnvSource): string {
	try {
		readEnv(source);
	} catch (error) {
		if (error instanceof Error) return error.message;
	}
	return "none";
}

describe("an empty environment", () => {
	test("serves on loopback, embedded, with the published caps", () => {
		expect(readEnv({})).toMatchObject({
			port: 3000,
			host: "127.0.0.1",
			publicUrl: null,
			dataDir: resolve("data"),
			databaseUrl: null,
			s3: null,
			secretKey: null,
			dailySpendCapMicros: 5_000_000,
			globalDailySpendCapMicros: 25_000_000,
			accessPassword: null,
			trustedProxyHops: 0,
			rateLimitScale: 1,
			egressAllow: [],
		});
	});

	test("is what an environment of empty values is", () => {
		expect(readEnv({ PORT: "", PUBLIC_URL: "", KLING_API_KEY: "" })).toEqual(readEnv({}));
	});
});

describe("values", () => {
	test.each([
		[{ PORT: "0" }, { port: 0 }],
		[{ PORT: "65535" }, { port: 65535 }],
		[{ HOST: "::1" }, { host: "::1" }],
		[{ PUBLIC_URL: "https://reel.example.org" }, { publicUrl: new URL("https://reel.example.org") }],
		[{ DAILY_SPEND_CAP_USD: "12.50" }, { dailySpendCapMicros: 12_500_000 }],
		[{ DAILY_SPEND_CAP_USD: "0" }, { dailySpendCapMicros: 0 }],
		[{ GLOBAL_DAILY_SPEND_CAP_USD: "0.1" }, { globalDailySpendCapMicros: 100_000 }],
		[{ TRUSTED_PROXY_HOPS: "2" }, { trustedProxyHops: 2 }],
		[{ RATE_LIMIT_SCALE: "0.5" }, { rateLimitScale: 0.5 }],
		[{ EGRESS_ALLOW: "127.0.0.1:8080, [::1]:9000" }, { egressAllow: ["127.0.0.1:8080", "[::1]:9000"] }],
		[{ DATA_DIR: "/srv/reel" }, { dataDir: "/srv/reel" }],
	])("%o is read as %o", (source, read) => {
		expect(readEnv(source)).toMatchObject(read);
	});

	test.each([
		[{ PORT: "65536" }, "PORT must be a whole number from 0 to 65535."],
		[{ PORT: "3000.5" }, "PORT must be a whole number from 0 to 65535."],
		[{ HOST: "http://localhost" }, "HOST must be a host name or an address, without port or scheme."],
		[{ PUBLIC_URL: "reel.example.org" }, "PUBLIC_URL must be a whole http or https address."],
		[{ PUBLIC_URL: "ftp://reel.example.org" }, "PUBLIC_URL must be a whole http or https address."],
		[
			{ PUBLIC_URL: "https://example.org/reel" },
			"PUBLIC_URL must be an address without a path, as in https://reel.example.org.",
		],
		[
			{ DATABASE_URL: "mysql://db/reel", SECRET_KEY: "k".repeat(32) },
			"DATABASE_URL must begin with postgres:// or postgresql://.",
		],
		[{ SECRET_KEY: "short" }, "SECRET_KEY must have at least 32 characters."],
		[
			{ SECRET_KEY_PREVIOUS: `${"k".repeat(32)},short` },
			"SECRET_KEY_PREVIOUS must be a comma list of keys of at least 32 characters each.",
		],
		[{ DAILY_SPEND_CAP_USD: "-1" }, "DAILY_SPEND_CAP_USD must be an amount in dollars, as in 5 or 12.50."],
		[{ DAILY_SPEND_CAP_USD: "1e9" }, "DAILY_SPEND_CAP_USD must be an amount in dollars, as in 5 or 12.50."],
		[{ RATE_LIMIT_SCALE: "0" }, "RATE_LIMIT_SCALE must be a number above 0, as in 1 or 0.5."],
		[{ TRUSTED_PROXY_HOPS: "yes" }, "TRUSTED_PROXY_HOPS must be a whole number from 0 to 9."],
		[{ EGRESS_ALLOW: "127.0.0.1" }, "EGRESS_ALLOW must be a comma list of host:port."],
		[{ EVOLINK_SHOT_WORD: "scene" }, "EVOLINK_SHOT_WORD must be shot or 镜头."],
		[{ KLING_BASE_URL: "//kling" }, "KLING_BASE_URL must be a whole http or https address."],
	])("%o is refused", (source, sentence) => {
		expect(problemOf(source)).toBe(`The environment has a mistake: ${sentence}`);
	});

	test.each([
		[
			{ DATABASE_URL: "postgres://db/reel" },
			/^The environment has a mistake: SECRET_KEY is required with DATABASE_URL/,
		],
		[{ S3_ENDPOINT: "http://127.0.0.1:9000" }, /S3_BUCKET is missing/],
		[{ S3_BUCKET: "films", S3_ACCESS_KEY_ID: "id" }, /S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY go together/],
	])("%o lacks what belongs to it", (source, sentence) => {
		expect(problemOf(source)).toMatch(sentence);
	});

	test("secrets are never repeated in a refusal", () => {
		expect(problemOf({ SECRET_KEY: "hunter2", KLING_APIKEY: "sk-live" })).not.toMatch(/hunter2|sk-live/);
	});
});

describe("a bucket", () => {
	test("may do without an endpoint and without keys", () => {
		expect(readEnv({ S3_BUCKET: "films" }).s3).toEqual({
			bucket: "films",
			region: "us-east-1",
			endpoint: null,
			credentials: null,
		});
	});

	test("has both of its keys", () => {
		const { s3 } = readEnv({ S3_BUCKET: "films", S3_ACCESS_KEY_ID: "id", S3_SECRET_ACCESS_KEY: "secret" });
		expect(s3?.credentials).toEqual({ accessKeyId: "id", secretAccessKey: "secret" });
	});
});

describe("gateways", () => {
	test("have the variables that their catalogue entries declare, and no others", () => {
		expect(Object.keys(gatewayEnvSchema.shape).sort()).toEqual(CATALOG.flatMap(envNames).sort());
	});

	test("keep their own addresses unless the operator gives others", () => {
		const { gateways } = readEnv({ EVOLINK_BASE_URL: "http://127.0.0.1:4010/" });
		expect(gateways.get("evolink")?.baseUrls).toEqual({
			api: "http://127.0.0.1:4010",
			files: "https://files-api.evolink.ai",
		});
	});

	test("write shots as the catalogue says unless the operator chose the other word", () => {
		const word = (source: Record<string, string>) => readEnv(source).gateways.get("evolink")?.shotWord;
		expect([word({}), word({ EVOLINK_SHOT_WORD: "shot" }), word({ EVOLINK_SHOT_WORD: "镜头" })]).toEqual([
			null,
			null,
			"镜头",
		]);
	});

	test("are given the operator's keys by the names of their fields", () => {
		const { gateways } = readEnv({ USEAPI_TOKEN: "t", USEAPI_EMAIL: "a@example.org", KLING_WEBHOOK_SECRET: "w" });
		expect(gateways.get("useapi")?.keyFields).toEqual({ token: "t", email: "a@example.org" });
		expect(gateways.get("kling")).toMatchObject({ keyFields: {}, callbackSecret: "w" });
	});

	test("at an operator's address may be private, with the port spelled out", () => {
		const { egressAllow } = readEnv({
			EGRESS_ALLOW: "10.0.0.1:443",
			KLING_BASE_URL: "http://kling.internal",
			APIMART_BASE_URL: "https://10.0.0.9/v1",
		});
		expect([...egressAllow].sort()).toEqual(["10.0.0.1:443", "10.0.0.9:443", "kling.internal:80"]);
	});
});

describe("names", () => {
	test.each([
		["KLING_APIKEY", "KLING_APIKEY is not known; did you mean KLING_API_KEY?"],
		["EVOLINK_TOKEN", "EVOLINK_TOKEN is not known; .env.example lists every name."],
		["S3_FORCE_PATH_STYLE", "S3_FORCE_PATH_STYLE is not known; .env.example lists every name."],
		["DATABSE_URL", "DATABSE_URL is not known; did you mean DATABASE_URL?"],
		["DATA_DRI", "DATA_DRI is not known; did you mean DATA_DIR?"],
		["SECRET_KEYS", "SECRET_KEYS is not known; did you mean SECRET_KEY?"],
		["TRUSTED_PROXY_HOP", "TRUSTED_PROXY_HOP is not known; did you mean TRUSTED_PROXY_HOPS?"],
	])("%s is a slip", (name, sentence) => {
		expect(problemOf({ [name]: "x" })).toBe(`The environment has a mistake: ${sentence}`);
	});

	test.each([
		"HOME",
		"PATH",
		"POST",
		"HOSTS",
		"LANG",
		"NODE_ENV",
		"PUBLIC_KEY",
		"DATABASE",
		"SECRET",
		"npm_config_cache",
	])("%s is nobody's business", (name) => {
		expect(problemOf({ [name]: "x" })).toBe("none");
	});
});

test("every mistake is told at once", () => {
	expect(problemOf({ PORT: "x", S3_BUKET: "films", KLING_BASE_URL: "x" })).toBe(
		[
			"The environment has mistakes:",
			"  PORT must be a whole number from 0 to 65535.",
			"  KLING_BASE_URL must be a whole http or https address.",
			"  S3_BUKET is not known; did you mean S3_BUCKET?",
		].join("\n"),
	);
});
