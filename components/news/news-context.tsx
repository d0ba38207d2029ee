"use client";

import { QueryClient, QueryClientProvider, skipToken, useQuery, useQueryClient } from "@tanstack/react-query";
import { unstable_isUnrecognizedActionError as isUnrecognizedAction } from "next/navigation";
import { type ReactNode, useEffect, useState } from "react";
import { watchTakes } from "@/lib/actions/takes";
import type { TakesNews } from "@/lib/domain/take/takes-news";
import type { TakeView } from "@/lib/domain/take/view";
import { followNews, type LineState, type OpenedStream } from "./follow-news";
import { applyNews, type Known, knownFrom, withTake } from "./known";

const KNOWN = ["known"] as const;
const LINE = ["line"] as const;
const FIRST_LINE: LineState = "connecting";

interface NewsProviderProps {
	readonly initial: Extract<TakesNews, { kind: "whole" }>;
	readonly children: ReactNode;
}

/** Everything the server tells of this browser lives in one query, which only the stream writes. */
export function NewsProvider({ initial, children }: NewsProviderProps) {
	const [client] = useState(() => {
		const created = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: 1 } } });
		created.setQueryData<Known>(KNOWN, knownFrom(initial, initial.nowMs));
		created.setQueryData<LineState>(LINE, FIRST_LINE);
		return created;
	});
	useEffect(() => {
		client.setQueryData<Known>(KNOWN, (known) => known && { ...known, skewMs: initial.nowMs - Date.now() });
		return followNews({
			open: openStream,
			getKnown: () => client.getQueryData<Known>(KNOWN) ?? knownFrom(initial, Date.now()),
			hear: (news) => client.setQueryData<Known>(KNOWN, (known) => known && applyNews(known, news, Date.now())),
			adopt: (known) => client.setQueryData<Known>(KNOWN, known),
			onLine: (line) => client.setQueryData<LineState>(LINE, line),
		});
	}, [client, initial]);
	return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

async function openStream(cursor: number): Promise<OpenedStream> {
	try {
		return { kind: "stream", news: await watchTakes(cursor) };
	} catch (problem) {
		if (isUnrecognizedAction(problem)) return { kind: "outdated" };
		throw problem;
	}
}

export function useKnown(): Known {
	const { data } = useQuery<Known>({ queryKey: KNOWN, queryFn: skipToken });
	if (!data) throw new Error("The news are asked for outside of their provider.");
	return data;
}

export function useLine(): LineState {
	return useQuery<LineState>({ queryKey: LINE, queryFn: skipToken }).data ?? FIRST_LINE;
}

/** For an answer that is quicker than the stream. */
export function useAddTake(): (take: TakeView) => void {
	const client = useQueryClient();
	return (take) => client.setQueryData<Known>(KNOWN, (known) => known && withTake(known, take));
}
