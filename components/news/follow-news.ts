import type { TakesRefused } from "@/lib/actions/takes-stream";
import type { TakesNews } from "@/lib/domain/take/takes-news";
import type { Known } from "./known";
import { CHANNEL_NAME, type OtherHistory } from "./other-history";

const LOCK_NAME = "storyreel:watch";
/** Two and a half heartbeats: a line that is silent for longer is gone, whatever it says. */
const SILENCE_MS = 12_500;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;

export type LineState = "connecting" | "open" | "lost" | "outdated" | "locked";

export interface NewsParts {
	/** Opens the stream at a cursor. It ends by itself after a while and is then opened again. */
	open(cursor: number): Promise<OpenedStream>;
	getKnown(): Known;
	hear(news: TakesNews): void;
	/** Another tab knows more: take over what it knows. */
	adopt(known: Known): void;
	onLine(line: LineState): void;
}

export type OpenedStream =
	| { readonly kind: "stream"; readonly news: AsyncIterable<TakesNews | TakesRefused> }
	/** The server runs a newer version: only a reload helps. */
	| { readonly kind: "outdated" };

type TabMessage =
	| { readonly kind: "news"; readonly news: TakesNews }
	| { readonly kind: "hello"; readonly cursor: number }
	| { readonly kind: "known"; readonly known: Known }
	| OtherHistory;

/**
 * One stream for all tabs of this browser: whoever holds the lock reads it and passes on what it
 * hears. When that tab closes, the lock goes to another, which goes on from its own cursor.
 */
export function followNews(parts: NewsParts): () => void {
	const stopped = new AbortController();
	const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(CHANNEL_NAME);
	let leads = false;
	const say = (message: TabMessage) => channel?.postMessage(message);

	if (channel) {
		channel.onmessage = ({ data }: MessageEvent<TabMessage>) => {
			if (data.kind === "other-history") {
				// Nothing more is heard here: what other tabs know now is not about these takes.
				stopped.abort();
				channel.close();
				return window.location.reload();
			}
			if (data.kind === "news") parts.hear(data.news);
			if (data.kind === "known" && data.known.cursor > parts.getKnown().cursor) parts.adopt(data.known);
			if (data.kind === "hello" && leads && data.cursor < parts.getKnown().cursor)
				say({ kind: "known", known: parts.getKnown() });
			if (data.kind !== "hello") parts.onLine("open");
		};
		say({ kind: "hello", cursor: parts.getKnown().cursor });
	}

	const lead = async () => {
		leads = true;
		await readForEver(parts, (news) => say({ kind: "news", news }), stopped.signal);
	};
	// Each tab hears it from the browser, long before the line counts as silent.
	window.addEventListener("offline", () => parts.onLine("lost"), { signal: stopped.signal });
	// Without a secure context there are no locks; then each tab reads for itself.
	const reading = navigator.locks ? navigator.locks.request(LOCK_NAME, { signal: stopped.signal }, lead) : lead();
	reading.catch((problem: unknown) => {
		if (!stopped.signal.aborted) throw problem;
	});
	return () => {
		stopped.abort();
		channel?.close();
	};
}

async function readForEver(parts: NewsParts, pass: (news: TakesNews) => void, signal: AbortSignal): Promise<void> {
	let failures = 0;
	while (!signal.aborted) {
		try {
			const opened = await parts.open(parts.getKnown().cursor);
			if (opened.kind === "outdated") return parts.onLine("outdated");
			// The first news may be a heartbeat away.
			parts.onLine("open");
			const ending = await readOne(opened.news, signal, (news) => {
				failures = 0;
				parts.onLine("open");
				parts.hear(news);
				pass(news);
			});
			if (ending !== "over") return parts.onLine(ending);
		} catch {
			failures += 1;
			parts.onLine("lost");
			await pause(failures, signal);
		}
	}
}

/** Until the stream ends itself. What a reload alone can mend is said; anything else throws, and is tried again. */
async function readOne(
	stream: AsyncIterable<TakesNews | TakesRefused>,
	signal: AbortSignal,
	hear: (news: TakesNews) => void,
): Promise<"over" | "locked" | "outdated"> {
	const iterator = stream[Symbol.asyncIterator]();
	while (!signal.aborted) {
		const result = await withinSilence(iterator.next());
		if (result.done) return "over";
		if (result.value.kind !== "refused") hear(result.value);
		else if (result.value.problem.kind === "not-admitted") return "locked";
		else if (result.value.problem.kind === "malformed") return "outdated";
		else throw new Error(result.value.problem.sentence);
	}
	return "over";
}

async function withinSilence<Value>(promise: Promise<Value>): Promise<Value> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const silence = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new Error("The line went silent.")), SILENCE_MS);
	});
	try {
		return await Promise.race([promise, silence]);
	} finally {
		clearTimeout(timer);
	}
}

/** Longer after each failure, at random so that tabs do not come back all at once; over at once when back online. */
function pause(failures: number, signal: AbortSignal): Promise<void> {
	const longest = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures);
	return new Promise((resolve) => {
		const over = () => {
			clearTimeout(timer);
			window.removeEventListener("online", over);
			signal.removeEventListener("abort", over);
			resolve();
		};
		const timer = setTimeout(over, longest * (0.5 + Math.random() / 2));
		window.addEventListener("online", over);
		signal.addEventListener("abort", over);
	});
}
