import "server-only";
import type { MediaId } from "@/lib/domain/ids";
import type { MediaFacts } from "@/lib/domain/take/media-facts";
import type { Has } from "@/lib/services/doors";

export type FilmFacts = Pick<MediaFacts, "width" | "height" | "seconds" | "fps" | "hasAudio">;

export type ReadFilm =
	| { readonly kind: "film"; readonly facts: FilmFacts }
	| { readonly kind: "broken"; readonly reason: string };

/** What a stored film says about itself. */
export async function readFilm(
	{ media, probe }: Has<"media" | "probe">,
	id: MediaId,
	bytes: number,
): Promise<ReadFilm> {
	const reading = await probe.probe({
		bytes,
		async read(range) {
			const chunks = await media.read(`film/${id}`, range);
			if (!chunks) throw new Error(`The film ${id} vanished while it was being read.`);
			return chunks;
		},
	});
	if (reading.kind === "broken") return reading;
	const { width, height, seconds, fps, hasAudio } = reading;
	return { kind: "film", facts: { width, height, seconds, fps, hasAudio } };
}
