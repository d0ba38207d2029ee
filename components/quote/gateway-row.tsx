"use client";

import { useId } from "react";
import { joinClasses } from "@/components/ui/join-classes";
import type { CatalogEntry } from "@/lib/domain/catalog/entry";
import type { Verdict } from "@/lib/domain/judge/verdict";
import type { Quote } from "@/lib/domain/quote/quote";
import { GatewayDetails } from "./gateway-details";
import { priceText } from "./price-text";

interface GatewayRowProps {
	readonly entry: CatalogEntry;
	readonly quote: Quote;
	readonly verdict: Verdict;
	/** What the chosen gateway says of this draft, which stands beside its fields already. */
	readonly known: Verdict;
	readonly chosen: boolean;
	readonly groupName: string;
	/** "your key ····3f9a", "needs a key", "" where none is needed. */
	readonly keyText: string;
	readonly onChoose: () => void;
}

export function GatewayRow({ entry, quote, verdict, known, chosen, groupName, keyText, onChoose }: GatewayRowProps) {
	const remarksId = useId();
	const remark = chosen ? null : remarkOn(verdict, known);
	return (
		<div
			className={joinClasses(
				"rounded-control transition-colors duration-120",
				chosen ? "bg-raised shadow-[0_0_0_1px_var(--edge)]" : "hover:bg-raised/50",
			)}
		>
			<label className="touchable-small relative flex py-1 items-center gap-2.5 rounded-control px-2.5 has-focus-visible:outline-2 has-focus-visible:outline-accent-ink">
				<input
					type="radio"
					name={groupName}
					value={entry.id}
					checked={chosen}
					onChange={onChoose}
					aria-label={`${entry.label}, ${priceText(quote)}${keyText ? `, ${keyText}` : ""}`}
					aria-describedby={remark ? remarksId : undefined}
					className="m-0 size-3.5 shrink-0 outline-none"
				/>
				<span className={joinClasses("text-sm", chosen && "font-medium")}>{entry.label}</span>
				<span className="grow truncate text-quiet text-xs">{keyText}</span>
				<span className={joinClasses("tabular text-sm", quote.kind === "unknown" ? "text-quiet" : "font-medium")}>
					{priceText(quote)}
				</span>
			</label>
			{remark && (
				<p
					id={remarksId}
					className={joinClasses(
						"px-2.5 pb-1.5 pl-8.5 text-pretty text-xs",
						remark.refuses ? "text-bad" : "text-quiet",
					)}
				>
					{remark.sentence}
				</p>
			)}
			{chosen && <GatewayDetails entry={entry} quote={quote} />}
		</div>
	);
}

/** Only what is news: not the empty prompt, which the button tells, and nothing the chosen gateway says in full. */
function remarkOn(verdict: Verdict, known: Verdict) {
	const refusal = verdict.refusals.find((each) => each.code !== "prompt-missing");
	if (refusal) {
		const isKnown = known.refusals.some((each) => each.code === refusal.code);
		return { refuses: true, sentence: isKnown ? "Would refuse this, too." : refusal.sentence };
	}
	const loss = verdict.losses.find((each) => !known.losses.some(({ code }) => code === each.code));
	return loss ? { refuses: false, sentence: loss.sentence } : null;
}
