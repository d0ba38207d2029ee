import { setTimeout as wait } from "node:timers/promises";
import type { BrowserId, TakeId } from "@/lib/domain/ids";
import type { TakesNews } from "@/lib/domain/take/takes-news";
import type { TakeView } from "@/lib/domain/take/view";
import type { TakeLog } from "./take-log";

const PAUSE_MS = 80;

/** One open page: follows the stream of a browser from cursor to cursor, whoever serves it, until told to stop. */
export async function watchBrowser(
	origins: readonly string[],
	browserId: BrowserId,
	log: TakeLog,
	isOver: () => boolean,
): Promise<void> {
	let cursor: number | null = null;
	for (let turn = 0; !isOver(); turn += 1) {
		const query = new URLSearchParams({ browser: browserId, ...(cursor === null ? {} : { cursor: String(cursor) }) });
		const cut = new AbortController();
		const check = setInterval(() => isOver() && cut.abort(), 200);
		try {
			const response = await fetch(`${origins[turn % origins.length]}/watch?${query}`, { signal: cut.signal });
			for await (const news of readLines(response)) {
				if (news.cursor < (cursor ?? 0))
					log.complain(`The cursor of ${browserId} went from ${cursor} to ${news.cursor}.`);
				cursor = news.cursor;
				for (const take of takesOf(news)) log.note(take);
			}
		} catch {
			// Cut off by a kill; it asks again from the last cursor.
		} finally {
			clearInterval(check);
		}
		await wait(PAUSE_MS);
	}
}

function takesOf(news: TakesNews): readonly (TakeView & { readonly id: TakeId })[] {
	if (news.kind === "whole") return [...news.takes, ...news.left];
	return news.kind === "changes" ? news.takes : [];
}

async function* readLines(response: Response): AsyncGenerator<TakesNews> {
	let rest = "";
	const decoder = new TextDecoder();
	for await (const chunk of response.body ?? []) {
		rest += decoder.decode(chunk, { stream: true });
		const lines = rest.split("\n");
		rest = lines.pop() ?? "";
		for (const line of lines) yield JSON.parse(line) as TakesNews;
	}
}
