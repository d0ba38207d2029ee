import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { mayEnter } from "@/lib/runtime/access";
import { findIdentity, type Identity } from "@/lib/runtime/find-identity";
import { runtime } from "@/lib/runtime/runtime";

/** The browser that asks for a page. Who may not enter is led to the password. */
export async function currentIdentity(): Promise<Identity> {
	const request = await headers();
	const { doors } = runtime();
	if (!mayEnter(request, doors.clock.nowMs())) redirect("/unlock");
	return findIdentity(doors, request);
}
