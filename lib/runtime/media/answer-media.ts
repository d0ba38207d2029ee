import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import { mediaIdSchema } from "@/lib/domain/ids";
import { filmName } from "@/lib/domain/take/title";
import { admitReader } from "@/lib/runtime/admit";
import type { DoorAnswer, FindDoorAnswer } from "@/lib/runtime/at-the-door";
import { openBytes } from "@/lib/runtime/media/open-bytes";
import { type MediaWish, ownHeaders, planAnswer } from "@/lib/runtime/media/plan-answer";
import { type HeaderReader, readerOf } from "@/lib/runtime/request-facts";
import type { Has } from "@/lib/services/doors";
import { OwnTakes } from "@/lib/services/own-takes";
import { MEDIA_PARTS, type MediaPart, mediaOf, type ServedMedia } from "@/lib/services/serve-media";

type MediaDoors = Has<"takes" | "hub" | "clock" | "media" | "recoveries" | "vault" | "log">;

const ADDRESS = /^\/api\/media\/([^/?]+)(?:\?(.*))?$/s;
const CACHE_CONTROL = "private, max-age=86400, no-transform";

/** Films, posters and waveforms, read by many small requests: past Next, whose way alone takes longer than all of this. */
export function mediaAtTheDoor(doors: MediaDoors): FindDoorAnswer {
	const takes = new OwnTakes(doors);
	return ({ url }) => {
		const [, id, query] = ADDRESS.exec(url ?? "") ?? [];
		return id === undefined ? null : answerWith(doors, takes, id, new URLSearchParams(query));
	};
}

function answerWith(doors: MediaDoors, takes: OwnTakes, id: string, query: URLSearchParams): DoorAnswer {
	return (request, response) => {
		answer(request, response).catch((problem: unknown) => {
			doors.log.error("media-not-sent", {}, problem);
			if (response.headersSent) response.destroy();
			else response.writeHead(500, { "content-length": "0" }).end();
		});
	};

	async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		if (request.method !== "GET" && request.method !== "HEAD") return refuse(response);
		const headers = readerOf(request.headers);
		const part = readPart(query.get("part"));
		const media = part && (await findMedia(headers, part));
		if (!media) return miss(response);
		const downloadAs = part === "film" && query.has("download") ? nameFilm(media) : null;
		const wish = { headers, downloadAs, cacheControl: CACHE_CONTROL };
		if (isHandedOn(doors, media, headers)) handOn(media, wish, response);
		else await send(media, wish, request.method, response);
	}

	async function findMedia(headers: HeaderReader, part: MediaPart): Promise<ServedMedia | null> {
		const admission = await admitReader(headers, doors);
		const mediaId = mediaIdSchema.safeParse(id).data;
		if (admission.kind === "refused" || !mediaId) return null;
		const take = await takes.find(admission.browserId, mediaId);
		return take && mediaOf(take, part);
	}

	async function send(media: ServedMedia, wish: MediaWish, method: string, response: ServerResponse): Promise<void> {
		const opened = await openBytes(doors.media, media.key);
		if (!opened) return miss(response);
		try {
			const { status, headers, bytes } = planAnswer(media, opened.size, wish);
			response.writeHead(status, headers);
			if (bytes && method === "GET") await opened.send(bytes, response);
			else response.end();
		} finally {
			opened.close();
		}
	}
}

/** What is missing, what is somebody else's and what is no id at all answer alike. */
function miss(response: ServerResponse): void {
	response.writeHead(404, { "cache-control": "no-store", "content-length": "0" }).end();
}

function refuse(response: ServerResponse): void {
	response.writeHead(405, { allow: "GET, HEAD", "cache-control": "no-store", "content-length": "0" }).end();
}

function readPart(name: string | null): MediaPart | null {
	return name === null ? "film" : (MEDIA_PARTS.find((part) => part === name) ?? null);
}

function nameFilm({ take }: ServedMedia): string | null {
	return take.state.kind === "ready" ? filmName(take, take.state.media.seconds) : null;
}

/** Whether an nginx of ours stands in front and has said that it sends the files itself. */
function isHandedOn({ media }: MediaDoors, { key }: ServedMedia, headers: HeaderReader): boolean {
	return headers.get("x-sendfile-type")?.toLowerCase() === "x-accel-redirect" && media.path(key) !== null;
}

/** A fixed place, so that whoever forges the header can name no other. */
function handOn(media: ServedMedia, wish: MediaWish, response: ServerResponse): void {
	const place = { "x-accel-redirect": `/storyreel-media/${media.key}`, "content-length": "0" };
	response.writeHead(200, { ...ownHeaders(media, wish), ...place }).end();
}
