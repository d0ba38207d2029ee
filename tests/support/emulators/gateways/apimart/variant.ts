import type { Base64Form } from "../../files/first-frame";

/** What the gateway's documents leave open, one switch for each. */
export interface ApiMartVariant {
	/** `array` unless the request asks for a dated version; `object` always. */
	readonly submitData: "array" | "object";
	readonly filmUrl: "array" | "string";
	/** Older replies name the films otherwise. */
	readonly filmsAt: "videos" | "images";
	readonly expiresAt: "present" | "absent";
	readonly taskError: "object" | "detail" | "string" | "absent";
	/** How a refusal arrives. */
	readonly refusals: "http" | "in-200" | "success-false";
	readonly firstStatus: "submitted" | "pending";
	readonly base64: Base64Form;
	/** Whether a finished task states its cost. */
	readonly reportsCost: boolean;
	/** The shape of the balance is in no document we have. */
	readonly balance: "flat" | "wrapped";
}

export const APIMART_VARIANT: ApiMartVariant = {
	submitData: "array",
	filmUrl: "array",
	filmsAt: "videos",
	expiresAt: "present",
	taskError: "object",
	refusals: "http",
	firstStatus: "submitted",
	base64: "either",
	reportsCost: false,
	balance: "flat",
};
