import type { KeyView } from "@/lib/domain/key/key-view";
import type { SpendView, TakesNews } from "@/lib/domain/take/takes-news";
import type { TakeView } from "@/lib/domain/take/view";

/** What this page knows of its browser's takes. */
export interface Known {
	readonly cursor: number;
	/** Newest first. */
	readonly takes: readonly TakeView[];
	/** Left the history and may still be restored. */
	readonly left: readonly TakeView[];
	readonly keys: readonly KeyView[];
	readonly spend: SpendView;
	/** How far the server's clock is ahead of this one. */
	readonly skewMs: number;
	/** Goes up whenever the list of links should be read again. */
	readonly sharesVersion: number;
}

type Whole = Extract<TakesNews, { kind: "whole" }>;

export function knownFrom(whole: Whole, hereMs: number): Known {
	const { cursor, takes, left, keys, spend, nowMs } = whole;
	return { cursor, takes: newestFirst(takes), left, keys, spend, skewMs: nowMs - hereMs, sharesVersion: 0 };
}

/** Pure: the same news twice, or news one has seen already, change nothing. */
export function applyNews(known: Known, news: TakesNews, hereMs: number): Known {
	if (news.kind === "whole") return { ...knownFrom(news, hereMs), sharesVersion: known.sharesVersion + 1 };
	if (news.kind === "heartbeat" || news.cursor <= known.cursor) return known;
	const changed = new Map(news.takes.map((take) => [take.id, take]));
	const untouched = known.takes.filter((take) => !changed.has(take.id));
	const here = news.takes.filter((take) => take.left === null);
	const gone = news.takes.filter((take) => take.left !== null);
	return {
		cursor: news.cursor,
		takes: newestFirst([...untouched, ...here]),
		left: [...gone, ...known.left.filter((take) => !changed.has(take.id))],
		keys: news.keys ?? known.keys,
		spend: news.spend ?? known.spend,
		skewMs: news.nowMs - hereMs,
		sharesVersion: known.sharesVersion + (news.shares ? 1 : 0),
	};
}

/** A take the page learned of from its own click, before the stream tells the same. */
export function withTake(known: Known, take: TakeView): Known {
	if (known.takes.some((each) => each.id === take.id)) return known;
	return { ...known, takes: newestFirst([take, ...known.takes]) };
}

function newestFirst(takes: readonly TakeView[]): readonly TakeView[] {
	return [...takes].sort((a, b) => b.createdAtMs - a.createdAtMs || (a.id < b.id ? 1 : -1));
}
