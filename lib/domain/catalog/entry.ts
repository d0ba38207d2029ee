import type { Modality, Resolution } from "../draft";
import type { GatewayId } from "../gateway-id";
import type { ScriptDialect, ShotDialect } from "../grammar/dialect";
import type { Money } from "../money";

/** What one gateway accepts and charges for the one model we render: data, each with where it was read. */
export interface CatalogEntry {
	readonly id: GatewayId;
	readonly label: string;
	readonly about: string;
	/** `null` where we render ourselves. */
	readonly routes: Readonly<Record<Modality, Route>> | null;
	readonly prompt: Readonly<Record<Modality, PromptLimit>>;
	readonly promptWithImage: PromptWithImage;
	readonly textOnly: "yes" | "contradictory";
	readonly shots: ShotRules;
	readonly seconds: { readonly min: number; readonly max: number };
	readonly image: ImageRules;
	readonly negativePrompt: "field" | "write-in-prompt" | "not-taken";
	readonly watermark: "switch" | "none" | "always-clean-copy";
	readonly price: Price;
	readonly failureCost: FailureCost;
	readonly cancel: CancelRule;
	readonly unknownOutcome: UnknownOutcome;
	readonly callback: CallbackRules;
	/** How many tasks one look may ask about. */
	readonly tasksPerLook: number;
	readonly filmLink: FilmLink;
	readonly keyFields: readonly KeyField[];
	readonly baseUrls: readonly BaseUrl[];
	readonly links: Links;
	/** Where its own sources disagree or fall silent, in sentences for people. */
	readonly notes: readonly string[];
}

/** Copyable: what to name the model, and where the request goes below the base URL. */
export interface Route {
	readonly modelId: string;
	readonly method: "POST";
	readonly path: string;
}

/** `assumed` limits are Kling's own, applied where a gateway states none. */
export interface PromptLimit {
	readonly advised: number;
	readonly hard: number;
	readonly basis: "stated" | "assumed";
}

export type PromptWithImage = "optional" | "required" | "unknown";

export interface ShotRules {
	readonly syntax: ShotDialect;
	/** Other forms its documents print as well. */
	readonly alsoPrinted: readonly ScriptDialect[];
	/** By which the operator can have one of those forms sent instead. */
	readonly switchEnv: string | null;
	/** `null` where no limit applies to a single shot. */
	readonly maxWords: number | null;
	readonly note: string;
}

export interface ImageRules {
	readonly formats: readonly ("jpeg" | "png")[];
	readonly maxBytes: number;
	readonly minSide: number;
	/** The longer side divided by the shorter, at most. */
	readonly maxElongation: number;
	readonly basis: "stated" | "assumed";
	readonly transport: ImageTransport;
	/** Said beside a picture that may be turned down for what it shows. */
	readonly caution: string | null;
}

/** `upload` puts the bytes there first and sends the URL; `inline` sends them within the request. */
export type ImageTransport =
	| { readonly kind: "inline"; readonly encoding: "data-uri" | "bare-base64" }
	| { readonly kind: "upload"; readonly path: string }
	| { readonly kind: "local" };

export interface Source {
	readonly label: string;
	readonly url: string | null;
}

interface Stated {
	/** The day on which the source was known to say so, as YYYY-MM-DD. */
	readonly asOf: string;
	readonly source: Source;
	readonly note: string;
}

export type Price =
	| (Stated & { readonly kind: "free" })
	| (Stated & {
			readonly kind: "per-second";
			readonly perSecond: Readonly<Record<Resolution, Rate>>;
			/** The fewest seconds billed, where the gateway says so. */
			readonly minimumSeconds: number | null;
	  })
	/** `known` says in words what is published; a number is never invented. */
	| (Stated & { readonly kind: "unknown"; readonly known: string });

/** One second of film. `credits` are the gateway's own counter, `listCny` a list price in yuan; both exact or absent. */
export interface Rate {
	readonly usd: Money;
	readonly credits: Money | null;
	readonly listCny: Money | null;
}

/** What a take that fails costs there, said before the click. */
export interface FailureCost {
	readonly charged: "not-billed" | "refunded" | "unknown";
	readonly sentence: string;
	readonly source: Source;
}

/** Whether the gateway has a call that stops a task, and what that call does not do. */
export interface CancelRule {
	readonly offered: "yes" | "no";
	readonly sentence: string;
}

/** What may be done when a paid request was sent and its answer never came. */
export type UnknownOutcome =
	| { readonly kind: "look-up-by-own-id"; readonly absentLooks: number; readonly gapMs: number }
	| { readonly kind: "resend-same-key"; readonly maxResends: number; readonly windowMs: number }
	| { readonly kind: "resend-once-then-list" }
	| { readonly kind: "echo-in-list" }
	| { readonly kind: "none" };

export type CallbackRules =
	| { readonly kind: "none" }
	| {
			readonly kind: "url";
			readonly schemes: readonly ("http" | "https")[];
			/** `null` where no rule is stated. */
			readonly ports: readonly number[] | null;
			readonly maxChars: number | null;
			/** Appended by the gateway to the URL we give. */
			readonly suffix: "" | "/callback";
			readonly signature: "never" | "with-secret";
			readonly secretEnv: string | null;
			readonly note: string;
	  };

export type FilmLink =
	| { readonly kind: "hours"; readonly hours: number; readonly note: string }
	| { readonly kind: "undocumented"; readonly note: string }
	| { readonly kind: "ours" };

/** One credential, by the name under which an adapter finds it. */
export interface KeyField {
	readonly name: string;
	readonly label: string;
	readonly env: string;
	readonly secret: boolean;
	readonly optional: boolean;
}

export interface BaseUrl {
	readonly use: "api" | "files";
	readonly env: string;
	readonly default: string;
}

/** `null` where no address is known to us. */
export interface Links {
	readonly docs: string | null;
	readonly model: string | null;
	readonly pricing: string | null;
	readonly keys: string | null;
	readonly setup: string | null;
}
