import "server-only";
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const IV_BYTES = 12;
const TAG_BYTES = 16;

export const ENVELOPE_BYTES = IV_BYTES + TAG_BYTES;

/** AES-256-GCM as `iv | tag | ciphertext`, under a random iv. */
export function encrypt(key: Buffer, plain: Buffer, label: string): Buffer {
	const iv = randomBytes(IV_BYTES);
	const cipher = createCipheriv("aes-256-gcm", key, iv, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(label));
	const text = Buffer.concat([cipher.update(plain), cipher.final()]);
	return Buffer.concat([iv, cipher.getAuthTag(), text]);
}

/** Throws when the key or the label is another one, or anything was altered. */
export function decrypt(key: Buffer, envelope: Buffer, label: string): Buffer {
	const iv = envelope.subarray(0, IV_BYTES);
	const tag = envelope.subarray(IV_BYTES, ENVELOPE_BYTES);
	const decipher = createDecipheriv("aes-256-gcm", key, iv, { authTagLength: TAG_BYTES })
		.setAAD(Buffer.from(label))
		.setAuthTag(tag);
	return Buffer.concat([decipher.update(envelope.subarray(ENVELOPE_BYTES)), decipher.final()]);
}
