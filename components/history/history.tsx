"use client";

import type { KeyboardEvent } from "react";
import type { Generate } from "@/components/generate/use-generate";
import { useKnown } from "@/components/news/news-context";
import { countsText } from "@/lib/domain/history/counts";
import { LeftTakes } from "./left-takes";
import { TakeItem } from "./take-item";
import { useSamples } from "./use-samples";
import { useTakeActs } from "./use-take-acts";

/** The newest twenty, as the server knows them: another tab or a restart shows the same. */
export function History({ shownId, generate }: { shownId: string | null; generate: Generate }) {
	const { takes, left } = useKnown();
	const acts = useTakeActs(generate);
	const samplesOf = useSamples(takes);
	const keptCount = takes.filter((take) => take.labels.keep).length;
	return (
		<div className="grid grid-cols-1 gap-3 p-4 desk:px-3">
			<div className="flex flex-wrap items-baseline justify-between gap-x-3 px-2">
				<h2 className="font-semibold text-sm">History</h2>
				<p className="tabular text-quiet text-xs">
					<span role="status" aria-label="History count">
						{countsText(takes)}
					</span>{" "}
					(max 20)
				</p>
			</div>
			<ul aria-label="History" className="grid grid-cols-1 gap-1" onKeyDown={walkList}>
				{takes.map((take) => (
					<TakeItem
						key={take.id}
						take={take}
						open={take.id === shownId}
						keptCount={keptCount}
						samplesMs={samplesOf(take)}
						onAct={acts.run}
						problem={acts.problem?.takeId === take.id ? acts.problem.sentence : null}
					/>
				))}
			</ul>
			{left.length > 0 && <LeftTakes takes={left} onAct={acts.run} problem={acts.problem} />}
		</div>
	);
}

/** Up and down go from take to take, from wherever the focus is within one. */
function walkList(event: KeyboardEvent<HTMLUListElement>): void {
	const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
	if (step === undefined || !(event.target instanceof Element)) return;
	const items = [...event.currentTarget.children];
	const here = items.indexOf(event.target.closest("ul[aria-label='History'] > li") ?? event.target);
	const next = items[here + step]?.querySelector("button");
	if (!next) return;
	event.preventDefault();
	next.focus();
}
