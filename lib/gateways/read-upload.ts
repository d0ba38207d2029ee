import "server-only";
import type { Answer } from "@/lib/gateways/api";
import { isWebAddress } from "@/lib/gateways/read-look";
import { type RefusalRules, refuseFree } from "@/lib/gateways/refusals";
import type { UploadOutcome } from "@/lib/ports/gateway";

export interface UploadedImage {
	readonly url: string;
	readonly expiresAtMs: number | null;
}

/** Only an image was sent, so only the image can be what is wrong. */
const BAD_IMAGE = { 400: "refused-image", 415: "refused-image", 422: "refused-image" } as const;

export function readUpload(
	answer: Answer,
	read: (json: unknown) => UploadedImage | null,
	rules: RefusalRules,
): UploadOutcome {
	const uploaded = answer.isOk ? read(answer.json) : null;
	if (uploaded && isWebAddress(uploaded.url)) {
		return { kind: "uploaded", image: { kind: "url", url: uploaded.url }, expiresAtMs: uploaded.expiresAtMs };
	}
	const strict = { ...rules, byStatus: { ...rules.byStatus, ...BAD_IMAGE } };
	return { kind: "refused", ...refuseFree(answer, strict, "refused-image") };
}
