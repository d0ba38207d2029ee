import { type NextRequest, NextResponse } from "next/server";
import { mayEnter } from "@/lib/runtime/access";
import { contentSecurityPolicy } from "@/lib/runtime/content-security-policy";
import {
	cookieName,
	cookieSettings,
	IDENTITY_SECONDS,
	mintReference,
	type ReferenceCookie,
	readReference,
} from "@/lib/runtime/identity-cookie";

const SEE_OTHER = 303;

/** Shows who may not enter the way to the password, and who may past it. Pages and actions check for themselves too. */
function findDetour({ headers, nextUrl }: NextRequest): NextResponse | null {
	const asksPassword = nextUrl.pathname === "/unlock";
	if (headers.has("next-action") || asksPassword !== mayEnter(headers, Date.now())) return null;
	return NextResponse.redirect(new URL(asksPassword ? "/" : "/unlock", nextUrl), SEE_OTHER);
}

function continueWithPolicy(request: NextRequest): NextResponse {
	const policy = contentSecurityPolicy(crypto.randomUUID());
	const headers = new Headers(request.headers);
	headers.set("content-security-policy", policy);
	const response = NextResponse.next({ request: { headers } });
	response.headers.set("content-security-policy", policy);
	return response;
}

export function proxy(request: NextRequest): NextResponse {
	const response = findDetour(request) ?? continueWithPolicy(request);
	// A cookie in the answer to an action would make Next render the whole page anew.
	if (request.method !== "GET") return response;
	const { headers } = request;
	renew("storyreel", readReference(headers) ?? mintReference());
	renew("storyreel-joined", readReference(headers, "storyreel-joined"));
	return response;

	function renew(cookie: ReferenceCookie, reference: string | null) {
		if (reference !== null)
			response.cookies.set(cookieName(cookie, headers), reference, cookieSettings(headers, IDENTITY_SECONDS));
	}
}

// A matched path silently cuts bodies over 10 MB, so the API, where uploads arrive, stays out.
export const config = { matcher: ["/((?!api/|_next/|s/).*)"] };
