import "server-only";
import type { Dispatcher } from "undici";
import { checkUrl, EgressRefused } from "@/lib/gateways/egress/policy";
import { readRetryAfter } from "@/lib/gateways/http/retry-after";
import type { WayOut } from "@/lib/gateways/http/way-out";
import { TooManyBytes } from "@/lib/ports/media-store";
import type { FileAsk, OpenedFile, RemoteFiles } from "@/lib/ports/remote-files";

const MAX_REDIRECTS = 3;
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];
const GONE: readonly number[] = [403, 404, 410];
const RANGE_NOT_SATISFIABLE = 416;

/** One sentence for both, so that nobody learns which names and ports exist behind this server. */
const sentence = "That address could not be fetched.";
const REFUSED: OpenedFile = { kind: "refused", sentence };
const UNREACHED: OpenedFile = { kind: "unavailable", sentence, retryAfterMs: null };

type Answer = Dispatcher.ResponseData;

export function createRemoteFiles(way: WayOut): RemoteFiles {
	return {
		async open(url, ask) {
			if (!URL.canParse(url)) return REFUSED;
			try {
				const answer = await follow(new URL(url), ask, way);
				return answer ? await readAnswer(answer, url, ask, way) : REFUSED;
			} catch (error) {
				ask.signal.throwIfAborted();
				return wasRefused(error) ? REFUSED : UNREACHED;
			}
		},
	};
}

/** `null` after too many redirects. */
async function follow(start: URL, ask: FileAsk, way: WayOut): Promise<Answer | null> {
	let url = start;
	for (let hops = 0; hops <= MAX_REDIRECTS; hops += 1) {
		const answer = await fetchOnce(url, ask, way);
		const location = answer.headers.location?.toString();
		if (!REDIRECTS.includes(answer.statusCode) || location === undefined) return answer;
		await answer.body.dump();
		if (!URL.canParse(location, url)) return null;
		url = new URL(location, url);
	}
	return null;
}

function fetchOnce(url: URL, { resume, signal }: FileAsk, way: WayOut): Promise<Answer> {
	checkUrl(url, way.policy);
	const range = resume ? { range: `bytes=${resume.fromByte}-`, "if-range": resume.etag } : {};
	return way.pool.request({
		origin: url.origin,
		path: url.pathname + url.search,
		method: "GET",
		headers: { accept: "*/*", "user-agent": "Storyreel", ...range },
		signal,
		headersTimeout: way.timeouts.headersMs,
		bodyTimeout: way.timeouts.idleBodyMs,
	});
}

async function readAnswer(answer: Answer, url: string, ask: FileAsk, way: WayOut): Promise<OpenedFile> {
	const { statusCode: status, headers, body } = answer;
	const { resume, maxBytes } = ask;
	if (status === 200) return describeFile(answer, 0, maxBytes);
	if (status === 206 && resume && rangeStart(headers["content-range"]?.toString()) === resume.fromByte) {
		return describeFile(answer, resume.fromByte, maxBytes);
	}
	await body.dump();
	if (status === RANGE_NOT_SATISFIABLE && resume) return createRemoteFiles(way).open(url, { ...ask, resume: null });
	if (GONE.includes(status)) return { kind: "gone", status };
	const retryAfterMs = readRetryAfter(headers["retry-after"]?.toString(), way.nowMs());
	return { kind: "unavailable", sentence: `That address answered ${status}.`, retryAfterMs };
}

function describeFile({ headers, body }: Answer, fromByte: number, maxBytes: number): OpenedFile {
	const length = headers["content-length"]?.toString() ?? "";
	const etag = headers.etag?.toString() ?? "";
	return {
		kind: "open",
		fromByte,
		totalBytes: /^\d+$/.test(length) ? fromByte + Number(length) : null,
		etag: etag.startsWith('"') ? etag : null,
		contentType: headers["content-type"]?.toString() ?? null,
		bytes: capped(body, fromByte, maxBytes),
	};
}

async function* capped(body: AsyncIterable<Uint8Array>, fromByte: number, maxBytes: number): AsyncIterable<Uint8Array> {
	let size = fromByte;
	for await (const chunk of body) {
		size += chunk.length;
		if (size > maxBytes) throw new TooManyBytes(maxBytes);
		yield chunk;
	}
}

function rangeStart(header: string | undefined): number | null {
	const match = /^bytes (\d+)-/.exec(header ?? "");
	return match ? Number(match[1]) : null;
}

function wasRefused(error: unknown): boolean {
	return error instanceof EgressRefused || (error instanceof Error && error.cause instanceof EgressRefused);
}
