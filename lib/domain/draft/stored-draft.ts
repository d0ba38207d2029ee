import * as z from "zod/mini";
import {
	type Draft,
	imageRefSchema,
	NEW_DRAFT,
	proseSchema,
	ratioSchema,
	resolutionSchema,
	watermarkSchema,
} from "../draft";
import { ok, type Result, refuse } from "../result";
import { shotsSchema, wordsSchema } from "../shot";
import { canonicalJson } from "./canonical-json";

const VERSION = 1;

const NO_PROSE = { text: "", seconds: 5 };

/** Strict about what the person composed, lenient about everything that has a default. */
const lenientDraftSchema = z.object({
	composition: z.discriminatedUnion("mode", [
		z.object({
			mode: z.literal("one-shot"),
			prose: proseSchema,
			shelvedShots: z.catch(z.nullable(shotsSchema), null),
		}),
		z.object({ mode: z.literal("shots"), shots: shotsSchema, shelvedProse: z.catch(proseSchema, NO_PROSE) }),
	]),
	resolution: z.catch(resolutionSchema, NEW_DRAFT.resolution),
	ratio: z.catch(ratioSchema, NEW_DRAFT.ratio),
	image: z.catch(z.nullable(imageRefSchema), null),
	negativePrompt: z.catch(wordsSchema, ""),
	watermark: z.catch(watermarkSchema, NEW_DRAFT.watermark),
});

const storedSchema = z.object({ version: z.int(), draft: z.unknown() });

export type UnreadableDraft = "not-a-draft" | "newer-version";

export function formatDraft(draft: Draft): string {
	return canonicalJson({ version: VERSION, draft });
}

export function parseStoredDraft(text: string): Result<Draft, UnreadableDraft> {
	const stored = storedSchema.safeParse(parseJson(text));
	if (!stored.success) return refuse("not-a-draft");
	if (stored.data.version > VERSION) return refuse("newer-version");
	const draft = lenientDraftSchema.safeParse(stored.data.draft);
	return draft.success ? ok(draft.data) : refuse("not-a-draft");
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
