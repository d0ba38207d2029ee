import type { MediaFacts } from "@/lib/domain/take/media-facts";
import type { ByteRange } from "./media-store";

/** Reads what a film file says about itself. Decodes nothing, costs milliseconds, keeps nothing. */
export interface FilmProbe {
	/** Throws only when reading throws. */
	probe(film: FilmBytes): Promise<FilmReading>;
}

/** A stored film, read in the parts the probe asks for. */
export interface FilmBytes {
	readonly bytes: number;
	read(range: ByteRange): Promise<AsyncIterable<Uint8Array>>;
}

export type FilmReading =
	| ({ readonly kind: "film" } & Pick<MediaFacts, "width" | "height" | "seconds" | "fps" | "hasAudio">)
	/** No MP4 with a picture in it, or one that ends too soon. `reason` is a sentence for the person. */
	| { readonly kind: "broken"; readonly reason: string };
