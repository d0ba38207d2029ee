"use client";

import { unstable_isUnrecognizedActionError as isUnrecognizedAction } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useAddTake, useKnown } from "@/components/news/news-context";
import { useDesk } from "@/components/playground/desk-context";
import { useScreen } from "@/components/playground/screen";
import type { ActProblem } from "@/lib/domain/act-problem";
import { catalogEntry } from "@/lib/domain/catalog/catalog";
import type { Draft } from "@/lib/domain/draft";
import type { GatewayId } from "@/lib/domain/gateway-id";
import { whoLeavesNext } from "@/lib/domain/history/leaving";
import type { SubmitKey, TakeId } from "@/lib/domain/ids";
import { showPrice } from "@/lib/domain/quote/shown-price";
import type { Order } from "@/lib/domain/submit/order";
import type { SubmitProblem } from "@/lib/domain/submit/submit-problem";
import type { TakeView } from "@/lib/domain/take/view";
import { newSubmitKey } from "./new-submit-key";
import { keepPendingOrder, readPendingOrder, retirePendingOrder } from "./pending-order";
import { sendWish, subjectOf, type Wish, withLeaving } from "./wish";

export type GenerateProblem =
	| SubmitProblem
	| ActProblem
	| { readonly kind: "unreachable" | "outdated"; readonly sentence: string };

/** Where a click stands. What must be asked is asked before anything is sent. */
export type GenerateState =
	| { readonly kind: "idle" }
	| {
			readonly kind: "asking";
			readonly wish: Wish;
			readonly unknownPrice: boolean;
			readonly leaving: readonly TakeView[];
	  }
	| { readonly kind: "sending" }
	| { readonly kind: "refused"; readonly problem: GenerateProblem; readonly about: TakeId | null };

const UNREACHABLE: GenerateProblem = {
	kind: "unreachable",
	sentence:
		"The server did not answer. Your click is kept: it is sent again when you press Generate or reload, and never twice.",
};
const UNREACHABLE_RETRY: GenerateProblem = {
	kind: "unreachable",
	sentence: "The server did not answer. If the new take is not in the history in a moment, press Retry again.",
};
const OUTDATED: GenerateProblem = {
	kind: "outdated",
	sentence: "A new version of Storyreel is here. Reload the page; your draft is kept.",
};

export interface Generate {
	readonly state: GenerateState;
	/** A click on Generate, for what Compose shows or for another draft. `key` where the click has one already. */
	start(draft?: Draft, gateway?: GatewayId, key?: SubmitKey): void;
	/** Once more what a take was made from, at today's price. */
	retry(take: TakeView): void;
	/** Yes to what was asked. */
	confirm(): void;
	dismiss(): void;
}

export function useGenerate(): Generate {
	const desk = useDesk();
	const known = useKnown();
	const addTake = useAddTake();
	const { show } = useScreen();
	const [state, setState] = useState<GenerateState>({ kind: "idle" });

	async function send(wish: Wish) {
		setState({ kind: "sending" });
		if (wish.kind === "order") keepPendingOrder(sessionStorage, wish.order);
		try {
			const answer = await sendWish(wish);
			const mayBeSent = !answer.ok && answer.problem.kind === "broken";
			if (!mayBeSent && wish.kind === "order") retirePendingOrder(sessionStorage);
			if (!answer.ok) return refuse(wish, answer.problem);
			addTake(answer.value.take);
			show(answer.value.take.id, false);
			setState({ kind: "idle" });
		} catch (problem) {
			const lost = wish.kind === "order" ? UNREACHABLE : UNREACHABLE_RETRY;
			refuse(wish, isUnrecognizedAction(problem) ? OUTDATED : lost);
		}
	}
	useResendOnce((order) => send({ kind: "order", order }));

	function refuse(wish: Wish, problem: GenerateProblem) {
		if (problem.kind !== "would-leave") return setState({ kind: "refused", problem, about: subjectOf(wish) });
		// Another tab has filled the history meanwhile.
		const named = problem.takes.map((take) => take.id);
		setState({ kind: "asking", wish: withLeaving(wish, named), unknownPrice: false, leaving: problem.takes });
	}

	function ask(wish: Wish, unknownPrice: boolean) {
		const paidFilms = whoLeavesNext(known.takes).filter(
			(take) => take.state.kind === "ready" && take.payer.kind !== "free",
		);
		if (!unknownPrice && paidFilms.length === 0) return void send(wish);
		setState({ kind: "asking", wish, unknownPrice, leaving: paidFilms });
	}

	function priceAndRoom(draft: Draft, gateway: GatewayId) {
		const leaving = whoLeavesNext(known.takes).map((take) => take.id);
		return { shown: showPrice(draft, catalogEntry(gateway)), leaving };
	}

	function start(
		draft = desk.getState().history.present,
		gateway = desk.getState().gateway,
		submitKey = newSubmitKey(),
	) {
		if (state.kind === "sending") return;
		const pending = readPendingOrder(sessionStorage);
		if (pending && sameWish(pending, draft, gateway)) return void send({ kind: "order", order: pending });
		const facts = priceAndRoom(draft, gateway);
		ask({ kind: "order", order: { submitKey, gateway, draft, ...facts } }, facts.shown.quote.kind === "unknown");
	}

	function retry({ id: takeId, draft, gateway }: TakeView) {
		if (state.kind === "sending") return;
		const facts = priceAndRoom(draft, gateway);
		const repeat = { takeId, submitKey: newSubmitKey(), ...facts };
		ask({ kind: "repeat", repeat, gateway }, facts.shown.quote.kind === "unknown");
	}

	return {
		state,
		start,
		retry,
		confirm: () => state.kind === "asking" && void send(state.wish),
		dismiss: () => state.kind !== "sending" && setState({ kind: "idle" }),
	};
}

function sameWish(order: Order, draft: Draft, gateway: GatewayId): boolean {
	return order.gateway === gateway && JSON.stringify(order.draft) === JSON.stringify(draft);
}

/** A click that a reload cut off is sent again before anything else; its key makes that the same take. */
function useResendOnce(send: (order: Order) => Promise<void>): void {
	const sent = useRef(false);
	useEffect(() => {
		if (sent.current) return;
		sent.current = true;
		const pending = readPendingOrder(sessionStorage);
		if (pending) void send(pending);
	});
}
