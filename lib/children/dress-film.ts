import { writeFile } from "node:fs/promises";
import type { InputVideoTrack } from "mediabunny";
import { type DressOrder, type DressWord, dressOrderSchema } from "@/lib/domain/film/dress-talk";
import { flashScore } from "./dress/flash-score";
import { type OpenFilm, openFilm } from "./dress/open-film";
import { peaksOf } from "./dress/peaks";
import { pictureOf } from "./dress/picture-of";
import { posterOf, posterSeconds } from "./dress/poster";
import { type SeenFilm, seeFrames } from "./dress/see-frames";
import { serveParent } from "./parent/serve-parent";

async function writePoster(picture: InputVideoTrack, { frames }: SeenFilm, path: string): Promise<void> {
	const { VideoSampleSink } = await import("mediabunny");
	const sample = await new VideoSampleSink(picture).getSample(posterSeconds(frames));
	if (!sample) throw new Error("The film has no frame for a poster.");
	await writeFile(path, await posterOf(await pictureOf(sample)));
	sample.close();
}

async function writeLastFrame({ last }: SeenFilm, path: string): Promise<void> {
	if (!last) throw new Error("The film has no last frame.");
	await writeFile(path, await (await pictureOf(last)).encode("png"));
	last.close();
}

/** What cannot be made of a film is left out; it can be watched all the same. */
async function made(work: Promise<void> | null): Promise<boolean> {
	if (!work) return false;
	return work.then(
		() => true,
		() => false,
	);
}

async function dress({ picture, sound }: OpenFilm, order: DressOrder): Promise<DressWord> {
	const seen = picture ? await seeFrames(picture).catch(() => null) : null;
	const seconds = (await picture?.computeDuration()) ?? 0;
	return {
		kind: "dressed",
		hasPoster: await made(picture && seen && writePoster(picture, seen, order.posterPath)),
		hasLastFrame: await made(seen && writeLastFrame(seen, order.lastFramePath)),
		hasPeaks: await made(sound && peaksOf(sound, seconds).then((peaks) => writeFile(order.peaksPath, peaks))),
		flashScore: seen && seen.frames.length > 0 ? flashScore(seen.frames) : null,
	};
}

serveParent<DressWord>(async (message, say) => {
	const order = dressOrderSchema.parse(message);
	const film = await openFilm(order.filmPath);
	await say(await dress(film, order));
	film.close();
});
