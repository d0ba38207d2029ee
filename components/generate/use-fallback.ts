"use client";

import { useEffect, useEffectEvent, useRef } from "react";
import { useKnown } from "@/components/news/news-context";
import type { GatewayId } from "@/lib/domain/gateway-id";
import { type SubmitKey, submitKeySchema, type TakeId } from "@/lib/domain/ids";
import { cheapestElsewhere, mayGoElsewhereByItself } from "@/lib/domain/quote/elsewhere";
import { isFinished } from "@/lib/domain/take/state";
import type { TakeView } from "@/lib/domain/take/view";
import { useFallbackChoice } from "./fallback-choice";
import type { Generate } from "./use-generate";

/** Sends what was refused while this page looked on to the next cheapest gateway, where the person has asked for that. */
export function useFallback(generate: Generate, payable: readonly GatewayId[]): void {
	const { takes } = useKnown();
	const wanted = useFallbackChoice();
	const running = useRef<ReadonlySet<TakeId>>(new Set());
	const goElsewhere = useEffectEvent((take: TakeView) => {
		const next = cheapestElsewhere(take.draft, payable, takes);
		if (next) generate.start(take.draft, next.gateway, keyAfter(take.id));
	});
	useEffect(() => {
		const before = running.current;
		running.current = new Set(takes.filter((take) => !isFinished(take.state)).map((take) => take.id));
		if (!wanted) return;
		for (const take of takes) if (before.has(take.id) && isRefused(take)) goElsewhere(take);
	}, [takes, wanted]);
}

function isRefused({ state, payer }: TakeView): boolean {
	return state.kind === "failed" && payer.kind !== "free" && mayGoElsewhereByItself(state.failure);
}

/** One key for what follows a take, so that several tabs that see it refused make one take. */
function keyAfter(takeId: TakeId): SubmitKey {
	return submitKeySchema.parse(takeId.replace(/^tk/, "sk"));
}
