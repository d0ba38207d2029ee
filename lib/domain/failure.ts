import * as z from "zod/mini";

/** The answer to "was I charged?". `unknown` is honest, and offers the person to settle it. */
export const chargedSchema = z.enum(["no", "yes-refunded", "yes", "unknown"]);
export type Charged = z.infer<typeof chargedSchema>;

/**
 * Why a take did not become a film.
 * `refused-*` come before any rendering; the rest happened after a gateway had accepted it.
 */
export const failureCodeSchema = z.enum([
	"not-sent",
	"refused-key",
	"refused-legacy-key",
	"refused-permission",
	"refused-money",
	"refused-moderation",
	"refused-input",
	"refused-image",
	"refused-needs-image",
	"refused-busy",
	"refused-account",
	"refused-unknown",
	"moderation",
	"input",
	"image",
	"gateway-error",
	"gateway-timeout",
	"gateway-capacity",
	"cancelled-there",
	"gone",
	"reply-drift",
	"film-lost",
	"film-broken",
	"settled-by-person",
	"renderer",
]);
export type FailureCode = z.infer<typeof failureCodeSchema>;

/** `gatewayWords` are quoted as theirs; `sentence` is ours and says what to do. */
export const failureSchema = z.object({
	code: failureCodeSchema,
	sentence: z.string(),
	gatewayWords: z.nullable(z.string()),
	charged: chargedSchema,
});
export type Failure = Readonly<z.infer<typeof failureSchema>>;
