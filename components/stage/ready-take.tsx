"use client";

import { useQuery } from "@tanstack/react-query";
import { Note } from "@/components/ui/note";
import type { MediaFacts } from "@/lib/domain/take/media-facts";
import { takeTitle } from "@/lib/domain/take/title";
import type { TakeView } from "@/lib/domain/take/view";
import { chaptersFrom } from "./chapter";
import { mediaUrl } from "./media-url";
import { type Film, Player } from "./player";
import { readPeaks } from "./read-peaks";

/** Above this a film flashes enough to be said before it plays. */
const FLASHES = 0.5;

interface ReadyTakeProps {
	readonly take: TakeView;
	readonly media: MediaFacts;
	readonly startNow: boolean;
}

export function ReadyTake({ take, media, startNow }: ReadyTakeProps) {
	const { mediaId } = media;
	const hasPeaks = take.extras?.hasPeaks ?? false;
	const { data: peaks = null } = useQuery({
		queryKey: ["peaks", mediaId],
		queryFn: () => readPeaks(mediaUrl(mediaId, "peaks")),
		enabled: hasPeaks,
	});
	const { data: captionsUrl = null } = useQuery({
		queryKey: ["captions", mediaId, take.labels.captions],
		queryFn: async () => {
			const { captionsUrlFor } = await import("./draft-captions");
			return captionsUrlFor(take.draft, take.labels.captions, media.seconds);
		},
	});
	const flashes = (take.extras?.flashScore ?? 0) > FLASHES;
	const film: Film = {
		url: mediaUrl(mediaId),
		posterUrl: take.extras?.hasPoster ? mediaUrl(mediaId, "poster") : null,
		captionsUrl,
		width: media.width,
		height: media.height,
		fps: media.fps,
		chapters: chaptersOf(take, media.seconds),
		peaks,
	};
	return (
		<div className="flex flex-col gap-3 desk:grow">
			{flashes && <Note tone="warning">This film flashes. It starts only when you press Play.</Note>}
			<Player film={film} title={takeTitle(take)} startNow={startNow && !flashes} />
		</div>
	);
}

function chaptersOf({ draft }: TakeView, seconds: number) {
	const { composition } = draft;
	return composition.mode === "shots"
		? chaptersFrom(composition.shots)
		: chaptersFrom([{ seconds, words: composition.prose.text }]);
}
