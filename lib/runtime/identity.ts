import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { BrowserId } from "@/lib/domain/ids";
import { mayEnter } from "@/lib/runtime/access";
import { readBrowser } from "@/lib/runtime/identity-cookie";

/** The browser that asks for a page; `null` for one that has no identity yet. Who may not enter is led to the password. */
export async function currentBrowser(): Promise<BrowserId | null> {
	const request = await headers();
	if (!mayEnter(request, Date.now())) redirect("/unlock");
	return readBrowser(request);
}
