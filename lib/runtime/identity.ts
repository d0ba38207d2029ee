import "server-only";
import { headers } from "next/headers";
import type { BrowserId } from "@/lib/domain/ids";
import { readBrowser } from "@/lib/runtime/identity-cookie";

/** The browser that asks for a page or calls an action; `null` for one that has no identity yet. */
export async function currentBrowser(): Promise<BrowserId | null> {
	return readBrowser(await headers());
}
