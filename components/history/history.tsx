"use client";

import { useQueries } from "@tanstack/react-query";
import type { KeyboardEvent } from "react";
import { useKnown } from "@/components/news/news-context";
import { readLearnedTimes } from "@/lib/actions/readings";
import { durationSeconds } from "@/lib/domain/draft";
import { countsText } from "@/lib/domain/history/counts";
import type { TakeView } from "@/lib/domain/take/view";
import { LeftTakes } from "./left-takes";
import { TakeItem } from "./take-item";
import { useTakeActs } from "./use-take-acts";

/** The newest twenty, as the server knows them: another tab or a restart shows the same. */
export function History({ shownId }: { shownId: string | null }) {
	const { takes, left } = useKnown();
	const acts = useTakeActs();
	const samples = useSamples(takes);
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
						samplesMs={samples.get(bucketKey(take)) ?? NONE}
						onAct={acts.run}
						problem={acts.problem?.takeId === take.id ? acts.problem.sentence : null}
					/>
				))}
			</ul>
			{left.length > 0 && <LeftTakes takes={left} onAct={acts.run} />}
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

const NONE: readonly number[] = [];

function bucketOf({ gateway, draft }: TakeView) {
	return { gateway, resolution: draft.resolution, seconds: durationSeconds(draft) };
}

function bucketKey(take: TakeView): string {
	return Object.values(bucketOf(take)).join(" ");
}

/** Asked only while something renders: how long such films took before. */
function useSamples(takes: readonly TakeView[]): ReadonlyMap<string, readonly number[]> {
	const rendering = new Map(
		takes.filter((take) => take.state.kind === "rendering").map((take) => [bucketKey(take), bucketOf(take)]),
	);
	const keys = [...rendering.keys()];
	return useQueries({
		queries: [...rendering.values()].map((bucket) => ({
			queryKey: ["learned-times", bucket],
			queryFn: async () => {
				const answer = await readLearnedTimes(bucket);
				return answer.ok ? answer.value : NONE;
			},
		})),
		combine: (results) => new Map(results.map((result, index) => [keys[index] ?? "", result.data ?? NONE])),
	});
}
