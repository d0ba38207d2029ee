"use client";

import { useMutation } from "@tanstack/react-query";
import { useNow } from "@/components/history/use-now";
import { useKnown } from "@/components/news/news-context";
import { useDraft } from "@/components/playground/desk-context";
import { answerProblem } from "@/components/ui/answer-problem";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { removeKey, testKey } from "@/lib/actions/keys";
import { catalogEntry } from "@/lib/domain/catalog/catalog";
import type { KeyView } from "@/lib/domain/key/key-view";
import { quoteDraft } from "@/lib/domain/quote/quote";
import { takesLeftText } from "@/lib/domain/quote/takes-left";
import { LimitForm } from "./limit-form";

const UNREACHED = "The server did not answer. Check your connection and try again.";

export function StoredKey({ keyView }: { keyView: KeyView }) {
	const { gateway, lastFour } = keyView;
	const testing = useMutation({ mutationFn: testKey });
	const removing = useMutation({ mutationFn: removeKey });
	const asked = useIsAsked(keyView);
	// Not `disabled`: who works by keys stands on this very button.
	const busy = asked || testing.isPending;
	const problem = answerProblem(testing, UNREACHED) ?? answerProblem(removing, UNREACHED);
	return (
		<div className="grid gap-2">
			<div className="flex flex-wrap items-center gap-2">
				<p className="tabular mr-2 text-sm">
					Key ending in <span className="font-medium">{lastFour}</span>
				</p>
				<Button aria-disabled={busy} onClick={() => !busy && testing.mutate({ gateway })}>
					Test key
				</Button>
				<Button look="danger" disabled={removing.isPending} onClick={() => removing.mutate({ gateway })}>
					Remove
				</Button>
			</div>
			<p role="status" className="min-h-5">
				{asked ? <span className="text-quiet text-sm">Asking…</span> : <TestAnswer keyView={keyView} />}
			</p>
			{problem && <Note tone="refusal">{problem}</Note>}
			<LimitForm gateway={gateway} limitMicros={keyView.dailyLimitMicros} />
		</div>
	);
}

/** A test that a restart cut off is answered by nobody. */
const LONGEST_TEST_MS = 45_000;

function useIsAsked({ test }: KeyView): boolean {
	const { skewMs } = useKnown();
	const nowMs = useNow();
	if (test?.result !== "asked") return false;
	return nowMs === null || nowMs + skewMs - test.atMs < LONGEST_TEST_MS;
}

const TONES = { good: "good", unclear: "warning", asked: "warning" } as const;

function TestAnswer({ keyView: { gateway, test } }: { keyView: KeyView }) {
	const quote = quoteDraft(useDraft(), catalogEntry(gateway));
	if (!test) return null;
	const takesLeft = test.balance && takesLeftText(test.balance, quote);
	const tone = Object.entries(TONES).find(([result]) => result === test.result)?.[1] ?? "refusal";
	const sentence = test.result === "asked" ? "The test was cut off. Test the key again." : test.sentence;
	return (
		<Note as="span" tone={tone}>
			{sentence}
			{takesLeft && ` That is ${takesLeft}.`}
		</Note>
	);
}
