import "server-only";
import * as z from "zod";

export const portValue = z
	.string()
	.refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65535, "must be a whole number from 0 to 65535")
	.transform(Number);

export const hostValue = z.string().regex(/^[\w.:%-]+$/, "must be a host name or an address, without port or scheme");

export const urlValue = z
	.url({ protocol: /^https?$/, error: "must be a whole http or https address" })
	.transform((text) => new URL(text));

/** As gateways are addressed: paths are appended to it. */
export const baseUrlValue = urlValue.transform((url) => url.href.replace(/\/+$/, ""));

export const originValue = urlValue.refine(
	(url) => url.pathname === "/" && url.search === "" && url.hash === "" && url.username === "",
	"must be an address without a path, as in https://reel.example.org",
);

export const postgresValue = z.url({
	protocol: /^postgres(ql)?$/,
	error: "must begin with postgres:// or postgresql://",
});

export const dollarsValue = z
	.string()
	.regex(/^\d{1,6}(\.\d{1,6})?$/, "must be an amount in dollars, as in 5 or 12.50")
	.transform((text) => Math.round(Number(text) * 1_000_000));

export const hopsValue = z.string().regex(/^\d$/, "must be a whole number from 0 to 9").transform(Number);

export const factorValue = z
	.string()
	.refine((text) => /^\d{1,4}(\.\d{1,3})?$/.test(text) && Number(text) > 0, "must be a number above 0, as in 1 or 0.5")
	.transform(Number);

const MIN_SECRET_CHARS = 32;

export const secretKeyValue = z.string().min(MIN_SECRET_CHARS, "must have at least 32 characters");

/** A secret that has a comma in it cannot stand here; its parts would be too short, and the error says so. */
export const secretKeysValue = z
	.string()
	.transform((text) => text.split(",").map((secret) => secret.trim()))
	.refine(
		(secrets) => secrets.every((secret) => secret.length >= MIN_SECRET_CHARS),
		"must be a comma list of keys of at least 32 characters each",
	);

export const hostPortsValue = z
	.string()
	.regex(/^\s*[^\s,]+:\d{1,5}(\s*,\s*[^\s,]+:\d{1,5})*\s*$/, "must be a comma list of host:port")
	.transform((text) => text.split(",").map((entry) => entry.trim()));

export function oneOfValue(words: readonly string[]) {
	return z.string().refine((text) => words.includes(text), `must be ${words.join(" or ")}`);
}

export const textValue = z.string();
