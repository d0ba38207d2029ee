import "server-only";
import { cookies, headers } from "next/headers";
import { cookieName, cookieSettings } from "@/lib/runtime/identity-cookie";

/** This browser shows its own history again. */
export async function dropJoined(): Promise<void> {
	const request = await headers();
	(await cookies()).set(cookieName("storyreel-joined", request), "", cookieSettings(request, 0));
}
