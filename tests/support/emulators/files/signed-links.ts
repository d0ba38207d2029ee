import { createHmac, timingSafeEqual } from "node:crypto";

type LinkJudgement = "good" | "expired" | "forged";

/** Links as object stores sign them: an expiry and a signature in the query. */
export class SignedLinks {
	readonly #secret: string;

	constructor(secret: string) {
		this.#secret = secret;
	}

	sign(origin: string, path: string, expiresAtMs: number): string {
		const expires = Math.floor(expiresAtMs / 1000);
		return `${origin}${path}?Expires=${expires}&Signature=${this.#signature(path, expires)}`;
	}

	judge(url: URL, nowMs: number): LinkJudgement {
		const expires = Number(url.searchParams.get("Expires"));
		const given = Buffer.from(url.searchParams.get("Signature") ?? "");
		const right = Buffer.from(this.#signature(url.pathname, expires));
		if (given.length !== right.length || !timingSafeEqual(given, right)) return "forged";
		return expires * 1000 <= nowMs ? "expired" : "good";
	}

	#signature(path: string, expires: number): string {
		return createHmac("sha256", this.#secret).update(`${path}\n${expires}`).digest("hex").slice(0, 40);
	}
}
