import { catalogEntry } from "@/lib/domain/catalog/catalog";
import { type Draft, type ImageRef, imageRefSchema, NEW_DRAFT } from "@/lib/domain/draft";
import type { GatewayId } from "@/lib/domain/gateway-id";
import { judgeDraft } from "@/lib/domain/judge/judge";

export function says(text: string, change: Partial<Draft> = {}): Draft {
	return {
		...NEW_DRAFT,
		composition: { mode: "one-shot", prose: { text, seconds: 5 }, shelvedShots: null },
		...change,
	};
}

export function inShots(words: readonly string[], change: Partial<Draft> = {}): Draft {
	const shots = words.map((text, index) => ({ id: index + 1, seconds: 2, words: text }));
	return {
		...NEW_DRAFT,
		composition: { mode: "shots", shots, shelvedProse: { text: "", seconds: 5 } },
		...change,
	};
}

export function picture(change: Partial<Omit<ImageRef, "id">> = {}): ImageRef {
	return imageRefSchema.parse({
		id: "a".repeat(64),
		format: "jpeg",
		width: 1280,
		height: 720,
		bytes: 400_000,
		...change,
	});
}

export const judge = (draft: Draft, id: GatewayId) => judgeDraft(draft, catalogEntry(id));
export const codes = (remarks: readonly { readonly code: string }[]) => remarks.map((remark) => remark.code);
