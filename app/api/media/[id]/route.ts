import type { NextRequest } from "next/server";
import { mediaIdSchema } from "@/lib/domain/ids";
import { filmName } from "@/lib/domain/take/title";
import { admitReader } from "@/lib/runtime/admit";
import { mediaResponse } from "@/lib/runtime/media-response";
import { runtime } from "@/lib/runtime/runtime";
import { findOwnMedia, MEDIA_PARTS, type MediaPart, type ServedMedia } from "@/lib/services/serve-media";

type Context = { readonly params: Promise<{ readonly id: string }> };

async function answer(request: NextRequest, { params }: Context): Promise<Response> {
	const { doors } = runtime();
	const admission = await admitReader(request.headers, doors);
	if (admission.kind === "refused") return missing();
	const { searchParams } = request.nextUrl;
	const id = mediaIdSchema.safeParse((await params).id).data;
	const part = readPart(searchParams.get("part"));
	const media = id && part ? await findOwnMedia(doors, admission.browserId, id, part) : null;
	if (!media) return missing();
	const { method, headers } = request;
	const downloadAs = part === "film" && searchParams.has("download") ? nameFilm(media) : null;
	return mediaResponse(media, { method, headers, downloadAs, cacheControl: "private, max-age=86400, no-transform" });
}

/** What is missing, what is somebody else's and what is no id at all answer alike. */
function missing(): Response {
	return new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
}

function readPart(name: string | null): MediaPart | null {
	return name === null ? "film" : (MEDIA_PARTS.find((part) => part === name) ?? null);
}

function nameFilm({ take }: ServedMedia): string | null {
	return take.state.kind === "ready" ? filmName(take, take.state.media.seconds) : null;
}

export { answer as GET, answer as HEAD };
