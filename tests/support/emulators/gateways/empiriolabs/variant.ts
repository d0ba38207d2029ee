import type { Base64Form } from "../../files/first-frame";
import type { ResultShape } from "./result-shapes";

/** What the gateway's documents leave open, one switch for each. */
export interface EmpirioLabsVariant {
	/** Its older text describes an image-only release. */
	readonly refuseTextOnly: boolean;
	/** Required by one page, optional beside an image by the other. */
	readonly promptOptionalWithImage: boolean;
	readonly submitStatus: 200 | 201 | 202;
	/** `other-host` points at a host of ours that must never see the key. */
	readonly pollUrl: "relative" | "absolute" | "other-host" | "absent";
	readonly resultShape: ResultShape;
	readonly errorEnvelope: "object" | "string" | "detail" | "message" | "non-json";
	readonly jobError: "object" | "string" | "absent";
	readonly words: {
		readonly queued: string;
		readonly rendering: string;
		readonly done: string;
		readonly failed: string;
		readonly cancelled: string;
	};
	readonly base64: Base64Form;
	readonly refuseTransparency: boolean;
	/** Per account; null for no limit, 50 as documented. */
	readonly requestsPerMinute: number | null;
}

export const EMPIRIOLABS_VARIANT: EmpirioLabsVariant = {
	refuseTextOnly: false,
	promptOptionalWithImage: false,
	submitStatus: 200,
	pollUrl: "relative",
	resultShape: "result.data[0].url",
	errorEnvelope: "object",
	jobError: "object",
	words: { queued: "queued", rendering: "processing", done: "completed", failed: "failed", cancelled: "cancelled" },
	base64: "either",
	refuseTransparency: true,
	requestsPerMinute: null,
};
