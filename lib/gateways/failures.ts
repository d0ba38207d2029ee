import "server-only";
import type { CatalogEntry } from "@/lib/domain/catalog/entry";
import type { Charged, Failure, FailureCode } from "@/lib/domain/failure";
import { unreachable } from "@/lib/domain/result";

/** Said before any rendering: nothing was charged. */
export type RefusalCode = Extract<FailureCode, `refused-${string}`>;

/** How a task can end badly at the gateway. */
export type TaskFailureCode = Extract<
	FailureCode,
	| "moderation"
	| "input"
	| "image"
	| "gateway-error"
	| "gateway-timeout"
	| "gateway-capacity"
	| "cancelled-there"
	| "gone"
	| "reply-drift"
>;

const SENTENCES: Readonly<Record<RefusalCode | TaskFailureCode, (label: string) => string>> = {
	"refused-key": (label) => `${label} did not accept the key. Check it under Keys, or paste a new one.`,
	"refused-legacy-key": (label) =>
		`This ${label} key is an older kind that does not cover Turbo. Make a new key and paste it under Keys.`,
	"refused-permission": (label) =>
		`${label} does not let this key use the model. Allow the model for the key there, or use another key.`,
	"refused-money": (label) => `The ${label} account has not enough money left. Top it up, or choose another gateway.`,
	"refused-moderation": (label) => `${label} turned down what was sent under its content rules. Edit it and try again.`,
	"refused-input": (label) => `${label} turned the request down as not valid. Change what it names and try again.`,
	"refused-image": (label) => `${label} turned the image down. Use another image, or crop this one.`,
	"refused-needs-image": (label) =>
		`${label} did not make a film from text alone. Add an image, or choose another gateway.`,
	"refused-busy": (label) => `${label} takes no more work just now. Waiting helps.`,
	"refused-account": (label) => `${label} does not know the account behind this key. Check its set-up there.`,
	"refused-unknown": (label) => `${label} turned the request down. Its own words are all that is known.`,
	moderation: (label) =>
		`${label} stopped the film under its content rules. Edit the prompt or the image and try again.`,
	input: (label) => `${label} could not work with what was sent. Change it and try again.`,
	image: (label) => `${label} could not work with the image. Use another image, or crop this one.`,
	"gateway-error": (label) => `${label} failed to make the film. Trying again may help.`,
	"gateway-timeout": (label) => `${label} gave up because the film took too long. Trying again may help.`,
	"gateway-capacity": (label) =>
		`${label} had no capacity left for the film. Try again later, or choose another gateway.`,
	"cancelled-there": (label) => `The film was cancelled at ${label}.`,
	gone: (label) => `${label} no longer knows this film. It was removed there, for its content or for lack of credits.`,
	"reply-drift": (label) =>
		`${label} says the film is finished, but where it lies could not be found in the answer. Look for it in your account there.`,
};

export function refusal(
	code: RefusalCode,
	{ label }: CatalogEntry,
	words: string | null,
	sentence = SENTENCES[code](label),
): Failure {
	return { code, sentence, gatewayWords: words, charged: "no" };
}

export function taskFailure(code: TaskFailureCode, entry: CatalogEntry, words: string | null): Failure {
	// It was finished there, so it was paid for, whatever its answer looks like.
	const charged = code === "reply-drift" ? "yes" : chargedOnFailure(entry);
	return { code, sentence: SENTENCES[code](entry.label), gatewayWords: words, charged };
}

function chargedOnFailure({ failureCost }: CatalogEntry): Charged {
	switch (failureCost.charged) {
		case "not-billed":
			return "no";
		case "refunded":
			return "yes-refunded";
		case "unknown":
			return "unknown";
		default:
			return unreachable(failureCost.charged);
	}
}
