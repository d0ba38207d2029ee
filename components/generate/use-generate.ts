"use client";

import { useEffect, useRef, useState } from "react";
import { useAddTake, useKnown } from "@/components/news/news-context";
import { useDesk } from "@/components/playground/desk-context";
import { useScreen } from "@/components/playground/screen";
import { submitTake } from "@/lib/actions/takes";
import type { ActProblem } from "@/lib/domain/act-problem";
import { catalogEntry } from "@/lib/domain/catalog/catalog";
import type { Draft } from "@/lib/domain/draft";
import type { GatewayId } from "@/lib/domain/gateway-id";
import { whoLeavesNext } from "@/lib/domain/history/leaving";
import { showPrice } from "@/lib/domain/quote/shown-price";
import type { Order } from "@/lib/domain/submit/order";
import type { SubmitProblem } from "@/lib/domain/submit/submit-problem";
import type { TakeView } from "@/lib/domain/take/view";
import { newSubmitKey } from "./new-submit-key";
import { keepPendingOrder, readPendingOrder, retirePendingOrder } from "./pending-order";

export type GenerateProblem = SubmitProblem | ActProblem | { readonly kind: "unreachable"; readonly sentence: string };

/** Where a click stands. What must be asked is asked before anything is sent. */
export type GenerateState =
	| { readonly kind: "idle" }
	| {
			readonly kind: "asking";
			readonly order: Order;
			readonly unknownPrice: boolean;
			readonly leaving: readonly TakeView[];
	  }
	| { readonly kind: "sending" }
	| { readonly kind: "refused"; readonly problem: GenerateProblem };

const UNREACHABLE: GenerateProblem = {
	kind: "unreachable",
	sentence:
		"The server did not answer. Your click is kept: it is sent again when you press Generate or reload, and never twice.",
};

export interface Generate {
	readonly state: GenerateState;
	/** A click on Generate, for what Compose shows or for another draft. */
	start(draft?: Draft, gateway?: GatewayId): void;
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

	async function send(order: Order) {
		setState({ kind: "sending" });
		keepPendingOrder(sessionStorage, order);
		try {
			const answer = await submitTake(order);
			const mayBeSent = !answer.ok && answer.problem.kind === "broken";
			if (!mayBeSent) retirePendingOrder(sessionStorage);
			if (!answer.ok) return setState({ kind: "refused", problem: answer.problem });
			addTake(answer.value.take);
			show(answer.value.take.id, false);
			setState({ kind: "idle" });
		} catch {
			setState({ kind: "refused", problem: UNREACHABLE });
		}
	}
	useResendOnce(send);

	function start(draft = desk.getState().history.present, gateway = desk.getState().gateway) {
		if (state.kind === "sending") return;
		const pending = readPendingOrder(sessionStorage);
		if (pending && sameWish(pending, draft, gateway)) return void send(pending);
		const leaving = whoLeavesNext(known.takes);
		const shown = showPrice(draft, catalogEntry(gateway));
		const order: Order = { submitKey: newSubmitKey(), gateway, draft, shown, leaving: leaving.map((take) => take.id) };
		const paidFilms = leaving.filter((take) => take.state.kind === "ready" && take.payer.kind !== "free");
		const unknownPrice = shown.quote.kind === "unknown";
		if (unknownPrice || paidFilms.length > 0)
			return setState({ kind: "asking", order, unknownPrice, leaving: paidFilms });
		void send(order);
	}
	return {
		state,
		start,
		confirm: () => state.kind === "asking" && void send(state.order),
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
