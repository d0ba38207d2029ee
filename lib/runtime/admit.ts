import "server-only";
import type { BrowserId } from "@/lib/domain/ids";
import { mayEnter } from "@/lib/runtime/access";
import { readBrowser } from "@/lib/runtime/identity-cookie";
import { type HeaderReader, isFromOurPage } from "@/lib/runtime/request-facts";

/** Why somebody is not let through to what they asked for. */
export interface NotAdmitted {
	readonly code: "foreign-page" | "locked" | "unknown-browser";
	readonly status: 401 | 403;
	readonly sentence: string;
}

export type Admission =
	| { readonly kind: "admitted"; readonly browserId: BrowserId }
	| { readonly kind: "refused"; readonly refusal: NotAdmitted };

const FOREIGN_PAGE: NotAdmitted = {
	code: "foreign-page",
	status: 403,
	sentence: "Only Storyreel's own pages may ask for this.",
};
const LOCKED: NotAdmitted = {
	code: "locked",
	status: 401,
	sentence: "This Storyreel asks for a password. Reload the page to give it.",
};
const UNKNOWN_BROWSER: NotAdmitted = {
	code: "unknown-browser",
	status: 401,
	sentence: "Storyreel does not know this browser. Allow its cookie and reload the page.",
};

/** For whatever only shows. */
export function admitReader(headers: HeaderReader, nowMs: number): Admission {
	if (!mayEnter(headers, nowMs)) return { kind: "refused", refusal: LOCKED };
	const browserId = readBrowser(headers);
	return browserId === null ? { kind: "refused", refusal: UNKNOWN_BROWSER } : { kind: "admitted", browserId };
}

/** For whatever changes something: each action and each unsafe handler asks this before anything else. */
export function admitWriter(headers: HeaderReader, nowMs: number): Admission {
	return isFromOurPage(headers) ? admitReader(headers, nowMs) : { kind: "refused", refusal: FOREIGN_PAGE };
}
