import { type Exchange, headerOf } from "./exchange";

export type Credential =
	| { readonly kind: "none" }
	| { readonly kind: "other-scheme"; readonly scheme: string }
	| { readonly kind: "bearer"; readonly token: string };

export function credentialOf(exchange: Exchange): Credential {
	const header = headerOf(exchange, "authorization")?.trim() ?? "";
	if (header === "") return { kind: "none" };
	const bearer = /^Bearer\s+(\S+)$/.exec(header);
	if (bearer?.[1]) return { kind: "bearer", token: bearer[1] };
	return { kind: "other-scheme", scheme: header.split(/\s/)[0] ?? "" };
}
