"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { Generate } from "@/components/generate/use-generate";
import { useDesk } from "@/components/playground/desk-context";
import { useScreen } from "@/components/playground/screen";
import { cancelTake, checkAgain, deleteTake, keepTake, restoreTake, settleUnknown } from "@/lib/actions/takes";
import type { TakeId } from "@/lib/domain/ids";
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

export function useTakeActs(generate: Generate): TakeActs {
	const desk = useDesk();
	const screen = useScreen();
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
			retry: () => generate.retry(take),
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
	return { run, problem: problem ?? problemOfRetry(generate) };
}

function problemOfRetry({ state }: Generate): TakeActs["problem"] {
	if (state.kind !== "refused" || state.about === null) return null;
	return { takeId: state.about, sentence: state.problem.sentence };
}
