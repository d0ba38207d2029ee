import "server-only";
import type { Refusal } from "@/lib/domain/judge/verdict";
import { formatMoney } from "@/lib/domain/money-text";
import { overCapSentence } from "@/lib/domain/spend/judge-spend";
import type { Reservation } from "@/lib/domain/spend/reservation";
import type { SubmitProblem } from "@/lib/domain/submit/submit-problem";
import type { ShownPrice } from "@/lib/domain/take/take";
import type { TakeView } from "@/lib/domain/take/view";
import type { CreateOutcome } from "@/lib/ports/take-store";

function priceWords({ quote }: ShownPrice): string {
	if (quote.kind === "exact") return formatMoney(quote.total);
	return quote.kind === "free" ? "free" : "not published";
}

/** Each with its sentence, so that no screen has to find words for them. */
export const PROBLEMS = {
	imageMissing: {
		kind: "image-missing",
		sentence: "The first frame is no longer stored here. Add the image again; nothing was sent.",
	},
	takeMissing: { kind: "take-missing", sentence: "That take is no longer here, so it cannot be repeated." },
	stillRunning: {
		kind: "still-running",
		sentence: "That take is still under way; it can be repeated once it has ended.",
	},
	noSpace: {
		kind: "no-space",
		sentence: "This server's disk is full, so nothing was sent. Whoever runs it must free some space first.",
	},
	conflict: {
		kind: "conflict",
		sentence: "This click was used for another draft already. Press Generate once more.",
	},
	noKey: (label: string): SubmitProblem => ({
		kind: "no-key",
		sentence: `There is no ${label} key. Add one under Keys, or choose the Animatic, which is free.`,
	}),
	cannotBeSent: (refusals: readonly Refusal[]): SubmitProblem => ({
		kind: "cannot-be-sent",
		refusals,
		sentence: refusals[0]?.sentence ?? "This draft cannot be sent.",
	}),
	priceChanged: (was: ShownPrice, now: ShownPrice): SubmitProblem => ({
		kind: "price-changed",
		was,
		now,
		sentence: `The price was ${priceWords(was)} on your screen and is ${priceWords(now)} now. Nothing was sent; press Generate again to accept it.`,
	}),
	wouldLeave: (takes: readonly TakeView[]): SubmitProblem => ({
		kind: "would-leave",
		takes,
		sentence: `The history holds 20 takes. To make room, ${takes.length === 1 ? "a film you paid for" : `${takes.length} films you paid for`} would leave: download or keep them, or go on.`,
	}),
} as const satisfies Record<string, SubmitProblem | ((...facts: never[]) => SubmitProblem)>;

type NotMade = Exclude<CreateOutcome, { kind: "created" | "same" }>;

export function explainCreate(outcome: NotMade, reservation: Reservation): SubmitProblem {
	switch (outcome.kind) {
		case "conflict":
			return PROBLEMS.conflict;
		case "too-many":
			return {
				kind: "too-many",
				unfinished: outcome.unfinished,
				sentence: `${outcome.unfinished} animatics are under way already. Wait for one of them, or cancel it.`,
			};
		case "over-cap": {
			const { usedMicros, capMicros } = outcome;
			return { kind: "over-cap", usedMicros, capMicros, sentence: overCapSentence(outcome, reservation) };
		}
	}
}
