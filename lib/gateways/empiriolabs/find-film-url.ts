import "server-only";
import { isWebAddress } from "@/lib/gateways/read-look";

type Step = string | number;

/** The shape of a finished job is not published. These are the places seen in clients, the likeliest first. */
const PLACES: readonly (readonly Step[])[] = [
	["result", "data", 0, "url"],
	["result", "output", 0, "url"],
	["result", "output", 0],
	["result", "video", "url"],
	["result", "video_url"],
	["result", "url"],
	["result", "output_url"],
	["output", 0, "url"],
	["output", "url"],
	["data", 0, "url"],
	["video", "url"],
	["video_url"],
	["output_url"],
];

const LOOKS_LIKE_FILM = /\.(mp4|mov|m4v|webm)$/i;

export function findFilmUrl(job: unknown): string | null {
	for (const place of PLACES) {
		const found = place.reduce<unknown>(stepInto, job);
		if (typeof found === "string" && isWebAddress(found)) return found;
	}
	return searchFilm(job);
}

function stepInto(value: unknown, step: Step): unknown {
	return typeof value === "object" && value !== null ? Reflect.get(value, step) : undefined;
}

/** Depth first, in the order of the answer. */
function searchFilm(value: unknown): string | null {
	if (typeof value === "string")
		return isWebAddress(value) && LOOKS_LIKE_FILM.test(new URL(value).pathname) ? value : null;
	if (typeof value !== "object" || value === null) return null;
	for (const member of Object.values(value)) {
		const found = searchFilm(member);
		if (found !== null) return found;
	}
	return null;
}
