"use client";

import { useDraft } from "@/components/playground/desk-context";
import { useGatewayEntry } from "@/components/playground/use-verdict";
import { joinClasses } from "@/components/ui/join-classes";
import { SUGGESTED_CHARS } from "@/lib/domain/catalog/kling-rules";
import { modality } from "@/lib/domain/draft";
import { wirePrompt } from "@/lib/domain/grammar/wire-prompt";
import { countChars } from "@/lib/domain/text";

const grouped = new Intl.NumberFormat("en");

/** Counts what will be sent, markers included, against the chosen gateway's own limit. */
export function PromptLength({ id }: { id?: string }) {
	const draft = useDraft();
	const entry = useGatewayEntry();
	const limit = entry.prompt[modality(draft)];
	const chars = countChars(wirePrompt(draft, entry.shots.syntax));
	const bound = chars > limit.advised ? limit.hard : limit.advised;
	const tone = chars > limit.hard ? "text-bad" : chars > limit.advised ? "text-warn" : "text-quiet";
	return (
		<p
			id={id}
			role="status"
			aria-label="Prompt length"
			aria-live="off"
			className={joinClasses("tabular text-xs", tone)}
		>
			{grouped.format(chars)} / {grouped.format(bound)} (suggested: {grouped.format(SUGGESTED_CHARS)})
		</p>
	);
}
