import { createHmac } from "node:crypto";

interface Signing {
	readonly id: string;
	readonly nowMs: number;
	readonly body: string;
	readonly secrets: readonly string[];
}

/** The headers of the Standard Webhooks scheme; none where there is no secret. */
export function signCallback({ id, nowMs, body, secrets }: Signing): Record<string, string> {
	if (secrets.length === 0) return {};
	const timestamp = String(Math.floor(nowMs / 1000));
	const signatures = secrets.map((secret) => `v1,${sign(secret, `${id}.${timestamp}.${body}`)}`);
	return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signatures.join(" ") };
}

function sign(secret: string, content: string): string {
	const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
	return createHmac("sha256", key).update(content).digest("base64");
}
