"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { newSubmitKey } from "@/components/generate/new-submit-key";
import { useAddTake, useKnown } from "@/components/news/news-context";
import { useDesk } from "@/components/playground/desk-context";
import { useScreen } from "@/components/playground/screen";
import {
	cancelTake,
	checkAgain,
	deleteTake,
	keepTake,
	restoreTake,
	retryTake,
	settleUnknown,
} from "@/lib/actions/takes";
import { catalogEntry } from "@/lib/domain/catalog/catalog";
import { whoLeavesNext } from "@/lib/domain/history/leaving";
import type { TakeId } from "@/lib/domain/ids";
import { showPrice } from "@/lib/domain/quote/shown-price";
import type { Result } from "@/lib/domain/result";
import type { TakeAction } from "@/lib/domain/take/actions";
import type { TakeView } from "@/lib/domain/take/view";

export interface TakeActs {
	run(action: TakeAction, take: TakeView): void;
	/** Why the last one did not work, beside the take it was about. */
	readonly problem: { readonly takeId: TakeId; readonly sentence: string } | null;
}

type Answer = Result<unknown, { readonly sentence: string }>;

const UNREACHABLE = "The server did not answer. Check your connection and try again.";

export function useTakeActs(): TakeActs {
	const desk = useDesk();
	const screen = useScreen();
	const retry = useRetry();
	const [problem, setProblem] = useState<TakeActs["problem"]>(null);
	const { mutate } = useMutation({
		mutationFn: ({ ask }: { ask: () => Promise<Answer>; takeId: TakeId }) => ask(),
		onMutate: () => setProblem(null),
		onSuccess: (answer, { takeId }) => answer.ok || setProblem({ takeId, sentence: answer.problem.sentence }),
		onError: (_, { takeId }) => setProblem({ takeId, sentence: UNREACHABLE }),
	});

	function run(action: TakeAction, take: TakeView) {
		const { id: takeId } = take;
		const ask = (call: () => Promise<Answer>) => mutate({ ask: call, takeId });
		const here: Partial<Record<TakeAction, () => void>> = {
			open: () => screen.show(takeId, true),
			reuse: () => desk.edit(take.draft),
			receipt: () => screen.openDialog({ kind: "receipt", takeId }),
			retry: () => ask(() => retry(take)),
			cancel: () => ask(() => cancelTake({ takeId })),
			"stop-watching": () => ask(() => cancelTake({ takeId })),
			delete: () => ask(() => deleteTake({ takeId })),
			restore: () => ask(() => restoreTake({ takeId })),
			"check-again": () => ask(() => checkAgain({ takeId })),
			"was-charged": () => ask(() => settleUnknown({ takeId, charged: "yes" })),
			"was-not-charged": () => ask(() => settleUnknown({ takeId, charged: "no" })),
			keep: () => ask(() => keepTake({ takeId, keep: !take.labels.keep })),
		};
		here[action]?.();
	}
	return { run, problem };
}

/** A new take from an old one's draft, at today's price. */
function useRetry(): (take: TakeView) => Promise<Answer> {
	const known = useKnown();
	const addTake = useAddTake();
	const screen = useScreen();
	return async (take) => {
		const answer = await retryTake({
			takeId: take.id,
			submitKey: newSubmitKey(),
			shown: showPrice(take.draft, catalogEntry(take.gateway)),
			leaving: whoLeavesNext(known.takes).map((each) => each.id),
		});
		if (answer.ok) {
			addTake(answer.value.take);
			screen.show(answer.value.take.id, false);
		}
		return answer;
	};
}
