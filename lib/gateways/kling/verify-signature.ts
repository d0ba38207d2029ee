import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import type { RawCallback } from "@/lib/ports/gateway";

const LEEWAY_MS = 5 * 60_000;

/** The Standard Webhooks scheme: several signatures may stand side by side while one secret replaces another. */
export function isGenuine({ headers, body, nowMs }: RawCallback, secret: string): boolean {
	const { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signatures } = headers;
	if (!id || !timestamp || !signatures) return false;
	const ageMs = nowMs - Number(timestamp) * 1_000;
	if (!/^\d+$/.test(timestamp) || Math.abs(ageMs) > LEEWAY_MS) return false;
	const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
	const expected = createHmac("sha256", key).update(`${id}.${timestamp}.`).update(body).digest();
	return signatures.split(" ").some((signature) => matches(signature, expected));
}

function matches(signature: string, expected: Buffer): boolean {
	const [version, value = ""] = signature.split(",");
	const given = Buffer.from(value, "base64");
	return version === "v1" && given.length === expected.length && timingSafeEqual(given, expected);
}
