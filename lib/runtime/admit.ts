import "server-only";
import type { BrowserId, RecoveryId } from "@/lib/domain/ids";
import { mayEnter } from "@/lib/runtime/access";
import { findIdentity, type IdentityDoors } from "@/lib/runtime/find-identity";
import { type HeaderReader, isFromOurPage } from "@/lib/runtime/request-facts";
import type { Has } from "@/lib/services/doors";

/** Why somebody is not let through to what they asked for. */
export interface NotAdmitted {
	readonly code: "foreign-page" | "locked" | "unknown-browser" | "history-closed";
	readonly status: 401 | 403;
	readonly sentence: string;
}

export type Admission =
	| { readonly kind: "admitted"; readonly browserId: BrowserId; readonly joinedBy: RecoveryId | null }
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

const HISTORY_CLOSED: NotAdmitted = {
	code: "history-closed",
	status: 401,
	sentence: "The history that was brought to this browser is closed here. Reload the page to see your own.",
};

type AdmitDoors = IdentityDoors & Has<"clock">;

/** For whatever only shows. */
export async function admitReader(headers: HeaderReader, doors: AdmitDoors): Promise<Admission> {
	if (!mayEnter(headers, doors.clock.nowMs())) return { kind: "refused", refusal: LOCKED };
	const identity = await findIdentity(doors, headers);
	switch (identity.kind) {
		case "own":
			return { kind: "admitted", browserId: identity.browserId, joinedBy: null };
		case "joined":
			return { kind: "admitted", browserId: identity.browserId, joinedBy: identity.recoveryId };
		case "closed":
			return { kind: "refused", refusal: HISTORY_CLOSED };
		case "none":
			return { kind: "refused", refusal: UNKNOWN_BROWSER };
	}
}

/** For whatever changes something: each action and each unsafe handler asks this before anything else. */
export async function admitWriter(headers: HeaderReader, doors: AdmitDoors): Promise<Admission> {
	return isFromOurPage(headers) ? admitReader(headers, doors) : { kind: "refused", refusal: FOREIGN_PAGE };
}
