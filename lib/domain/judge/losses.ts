import type { CatalogEntry } from "../catalog/entry";
import type { Draft } from "../draft";
import type { Loss } from "./verdict";

export function findLosses(draft: Draft, entry: CatalogEntry): Loss[] {
	return [...negativePromptLoss(draft, entry), ...watermarkLoss(draft, entry), ...ratioLoss(draft)];
}

function negativePromptLoss(draft: Draft, { label, negativePrompt }: CatalogEntry): Loss[] {
	if (draft.negativePrompt.trim() === "" || negativePrompt === "field") return [];
	const field = "negative-prompt";
	if (negativePrompt === "not-taken") {
		const sentence = `${label} takes no negative prompt; yours is not sent.`;
		return [{ code: "negative-prompt-ignored", field, sentence }];
	}
	const sentence = `${label} takes no separate negative prompt; yours is not sent. Write what to avoid in the prompt itself.`;
	return [{ code: "negative-prompt-not-separate", field, sentence }];
}

function watermarkLoss(draft: Draft, { label, watermark }: CatalogEntry): Loss[] {
	if (draft.watermark === "unset" || watermark === "switch") return [];
	if (watermark === "always-clean-copy" && draft.watermark === "off") return [];
	const sentence =
		watermark === "none"
			? `${label} has no watermark switch; your setting is not sent.`
			: `${label} gives a film without a watermark; your setting is not used.`;
	return [{ code: "watermark-ignored", field: "watermark", sentence }];
}

function ratioLoss({ image, ratio }: Draft): Loss[] {
	if (!image) return [];
	return [
		{ code: "ratio-follows-image", field: "ratio", sentence: `The film follows the image; ${ratio} is not used.` },
	];
}
