import type { CatalogEntry } from "../catalog/entry";
import { SUGGESTED_CHARS } from "../catalog/kling-rules";
import { type Draft, modality } from "../draft";
import { normaliseWords } from "../grammar/words";
import { countChars } from "../text";
import type { Refusal, Warning } from "./verdict";

interface PromptFindings {
	readonly refusals: readonly Refusal[];
	readonly warnings: readonly Warning[];
}

const NOTHING: PromptFindings = { refusals: [], warnings: [] };

/** Is there a prompt where one is needed? */
export function judgePresence(draft: Draft, { label, promptWithImage }: CatalogEntry): PromptFindings {
	if (hasWords(draft)) return NOTHING;
	const field = promptField(draft);
	if (!draft.image) {
		const sentence = "Write what should happen; a film from text needs a prompt.";
		return { refusals: [{ code: "prompt-missing", field, sentence, fix: "write" }], warnings: [] };
	}
	if (promptWithImage === "required") {
		const sentence = `${label} needs a prompt beside the image; describe the motion.`;
		return { refusals: [{ code: "prompt-missing", field, sentence, fix: "write" }], warnings: [] };
	}
	if (promptWithImage === "optional") return NOTHING;
	const sentence = `${label} does not say whether an image may go without a prompt, so it may refuse; a few words avoid that.`;
	return { refusals: [], warnings: [{ code: "prompt-advised-with-image", field, sentence }] };
}

/** Measures the text as it will be sent, markers and all. */
export function judgeLength(draft: Draft, entry: CatalogEntry, wireText: string): PromptFindings {
	const limit = entry.prompt[modality(draft)];
	const chars = countChars(wireText);
	const field = promptField(draft);
	const size = `The prompt is ${grouped(chars)} characters as it will be sent;`;
	if (chars > limit.hard) {
		const rule =
			limit.basis === "stated"
				? `${entry.label} takes at most ${grouped(limit.hard)}`
				: `${entry.label} states no limit, so Kling's ${grouped(limit.hard)} is applied`;
		const sentence = `${size} ${rule}. Shorten it by ${grouped(chars - limit.hard)}.`;
		return { refusals: [{ code: "prompt-too-long", field, sentence, fix: "shorten" }], warnings: [] };
	}
	if (chars <= limit.advised) return NOTHING;
	const adviser = limit.basis === "stated" ? entry.label : "Kling";
	const sentence = `${size} ${adviser} advises at most ${grouped(limit.advised)}, and ${grouped(SUGGESTED_CHARS)} is suggested.`;
	return { refusals: [], warnings: [{ code: "prompt-over-advised", field, sentence }] };
}

function promptField({ composition }: Draft): "prompt" | "shots" {
	return composition.mode === "one-shot" ? "prompt" : "shots";
}

function hasWords({ composition }: Draft): boolean {
	return composition.mode === "one-shot"
		? composition.prose.text.trim() !== ""
		: composition.shots.some((shot) => normaliseWords(shot.words) !== "");
}

function grouped(count: number): string {
	return count.toLocaleString("en-US");
}
