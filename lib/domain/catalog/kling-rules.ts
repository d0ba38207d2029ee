import type { ImageRules, PromptLimit } from "./entry";

/** What Kling states for the model itself. Gateways that state nothing of their own are held to it. */
export const KLING_ADVISED_CHARS = 2_500;
/** What EvoLink's own playground suggests, shown beside every counter; it neither warns nor blocks. */
export const SUGGESTED_CHARS = 2_000;
const KLING_HARD_CHARS = 3_072;
export const KLING_SHOT_WORDS = 512;

export function klingTextPrompt(basis: PromptLimit["basis"]): PromptLimit {
	return { advised: KLING_ADVISED_CHARS, hard: KLING_HARD_CHARS, basis };
}

export function klingImagePrompt(basis: PromptLimit["basis"]): PromptLimit {
	return { advised: KLING_ADVISED_CHARS, hard: KLING_ADVISED_CHARS, basis };
}

const MEGABYTE = 1_000_000;
const KLING_IMAGE_MEGABYTES = 50;
/** The vendor's limit for a whole request is unpublished; clients that were seen working stay below this. */
const INLINE_IMAGE_MEGABYTES = 20;

export function klingImage(
	own: Pick<ImageRules, "basis" | "transport"> & { readonly megabytes?: number; readonly caution?: string },
): ImageRules {
	const usual = own.transport.kind === "inline" ? INLINE_IMAGE_MEGABYTES : KLING_IMAGE_MEGABYTES;
	return {
		formats: ["jpeg", "png"],
		maxBytes: (own.megabytes ?? usual) * MEGABYTE,
		minSide: 300,
		maxElongation: 2.5,
		basis: own.basis,
		transport: own.transport,
		caution: own.caution ?? null,
	};
}
