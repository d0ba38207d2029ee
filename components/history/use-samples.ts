"use client";

import { useQueries } from "@tanstack/react-query";
import { readLearnedTimes } from "@/lib/actions/readings";
import { durationSeconds } from "@/lib/domain/draft";
import type { TakeView } from "@/lib/domain/take/view";

const NONE: readonly number[] = [];
const FRESH_FOR_MS = 60_000;

/** Asked only while something renders: how long such films took before, in milliseconds. */
export function useSamples(takes: readonly TakeView[]): (take: TakeView) => readonly number[] {
	const rendering = new Map(
		takes.filter((take) => take.state.kind === "rendering").map((take) => [bucketKey(take), bucketOf(take)]),
	);
	const keys = [...rendering.keys()];
	const samples = useQueries({
		queries: [...rendering.values()].map((bucket) => ({
			queryKey: ["learned-times", bucket],
			queryFn: async () => {
				const answer = await readLearnedTimes(bucket);
				return answer.ok ? answer.value : NONE;
			},
			staleTime: FRESH_FOR_MS,
		})),
		combine: (results) => new Map(results.map((result, index) => [keys[index] ?? "", result.data ?? NONE])),
	});
	return (take) => samples.get(bucketKey(take)) ?? NONE;
}

function bucketOf({ gateway, draft }: TakeView) {
	return { gateway, resolution: draft.resolution, seconds: durationSeconds(draft) };
}

function bucketKey(take: TakeView): string {
	return Object.values(bucketOf(take)).join(" ");
}
