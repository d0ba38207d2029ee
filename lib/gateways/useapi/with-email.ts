import "server-only";
import type { Access } from "@/lib/ports/gateway";

/** It may be left out with one account; with several it says whose task or picture is meant. */
export function withEmail(path: string, { account }: Access, others: Readonly<Record<string, string>> = {}): string {
	const query = new URLSearchParams({ ...(account.email ? { email: account.email } : {}), ...others });
	return query.size > 0 ? `${path}?${query}` : path;
}
