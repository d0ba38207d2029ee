import type { MediaId } from "@/lib/domain/ids";
import type { Extras } from "@/lib/domain/take/take";

/**
 * Makes what hangs beside a stored film: poster, waveform, last frame, flash score. It reads `film/<id>` and writes
 * `poster/<id>`, `peaks/<id>` and `last-frame/<id>` in the media store. Doing it twice does no harm.
 */
export interface FilmDresser {
	/**
	 * Says which of them it made; what a film does not have (no sound, no peaks) is left out without an error. Throws
	 * when the machinery failed, so that trying again may help, and at once when `signal` fires.
	 */
	dress(id: MediaId, signal: AbortSignal): Promise<Extras>;
}
