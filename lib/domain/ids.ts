import * as z from "zod/mini";

const LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";

/** 128 bits or more of the caller's randomness, as lower-case Crockford base 32. */
export function spell(bytes: Uint8Array): string {
	let bits = 0;
	let held = 0;
	let text = "";
	for (const byte of bytes) {
		held = (held << 8) | byte;
		bits += 8;
		while (bits >= 5) {
			bits -= 5;
			text += LETTERS[(held >> bits) & 31];
		}
		held &= (1 << bits) - 1;
	}
	return bits > 0 ? text + LETTERS[(held << (5 - bits)) & 31] : text;
}

function prefixed(prefix: string) {
	return z.string().check(z.regex(new RegExp(`^${prefix}_[0-9a-hjkmnp-tv-z]{26}$`)));
}

const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** One generation. */
export const takeIdSchema = prefixed("tk").brand<"TakeId">();
export type TakeId = z.infer<typeof takeIdSchema>;

/** One attempt at sending a take; the gateway knows it as our own id. */
export const dispatchIdSchema = prefixed("dp").brand<"DispatchId">();
export type DispatchId = z.infer<typeof dispatchIdSchema>;

/** One click on Generate, minted by the browser. */
export const submitKeySchema = prefixed("sk").brand<"SubmitKey">();
export type SubmitKey = z.infer<typeof submitKeySchema>;

/** Stored bytes of one take. */
export const mediaIdSchema = prefixed("md").brand<"MediaId">();
export type MediaId = z.infer<typeof mediaIdSchema>;

/** A public link, as its owner lists it; the link's secret token is another thing. */
export const shareIdSchema = prefixed("sh").brand<"ShareId">();
export type ShareId = z.infer<typeof shareIdSchema>;

/** A person's gateway key as stored; the secret itself is another thing. */
export const keyIdSchema = prefixed("ky").brand<"KeyId">();
export type KeyId = z.infer<typeof keyIdSchema>;

/** A way for another device into a browser's history; the link's secret token is another thing. */
export const recoveryIdSchema = prefixed("rc").brand<"RecoveryId">();
export type RecoveryId = z.infer<typeof recoveryIdSchema>;

/** An uploaded image, named by the hash of its re-encoded bytes. */
export const imageIdSchema = sha256.brand<"ImageId">();
export type ImageId = z.infer<typeof imageIdSchema>;

/** A browser, named by the hash of its cookie. */
export const browserIdSchema = sha256.brand<"BrowserId">();
export type BrowserId = z.infer<typeof browserIdSchema>;

const ID_BYTES = 16;

export function mintId<Id>(
	schema: { parse(text: unknown): Id },
	prefix: "tk" | "dp" | "sk" | "md" | "sh" | "ky" | "rc",
	random: Uint8Array,
): Id {
	if (random.length < ID_BYTES) throw new Error(`An id needs ${ID_BYTES} random bytes, got ${random.length}.`);
	return schema.parse(`${prefix}_${spell(random.subarray(0, ID_BYTES))}`);
}
