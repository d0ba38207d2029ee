import type { MediaStore } from "@/lib/ports/media-store";
import type { ScaledClock } from "./scaled-clock";

/** The disk dates its files by the machine's clock; by ours, what was stored a moment ago would be hours old and swept. */
export function onOurClock(media: MediaStore, clock: ScaledClock): MediaStore {
	return {
		...media,
		async list(kind, page) {
			const objects = await media.list(kind, page);
			return objects.map((object) => ({ ...object, storedAtMs: clock.atMs(object.storedAtMs) }));
		},
	};
}
