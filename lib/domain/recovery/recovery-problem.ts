/** Why a recovery link was not made or did not open. `sentence` is ready to be shown. */
export interface RecoveryProblem {
	readonly kind: "too-many-devices" | "no-such-link" | "already-here";
	readonly sentence: string;
}

export const TOO_MANY_DEVICES: RecoveryProblem = {
	kind: "too-many-devices",
	sentence: "This history is open on ten other devices. Revoke one of them first.",
};

/** Wrong, used, over, revoked: a stranger learns nothing of the difference. */
export const NO_SUCH_LINK: RecoveryProblem = {
	kind: "no-such-link",
	sentence: "This link is not good any more: it works once, within a day. Make a new one where the history is.",
};

export const ALREADY_HERE: RecoveryProblem = {
	kind: "already-here",
	sentence: "This history is already here. Open the link on the other device.",
};
