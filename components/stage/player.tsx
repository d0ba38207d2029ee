"use client";

import { useEffect, useRef, useState } from "react";
import { Note } from "@/components/ui/note";
import { type Chapter, chapterAt } from "./chapter";
import { ControlBar } from "./control-bar";
import { aspectStyle } from "./frame";
import { ShotChapters } from "./shot-chapters";
import { useTransport } from "./use-transport";
import { useVideoView, useVolume } from "./use-video";
import { Waveform } from "./waveform";

export interface Film {
	readonly url: string;
	readonly posterUrl: string | null;
	readonly captionsUrl: string | null;
	readonly width: number;
	readonly height: number;
	readonly fps: number;
	readonly chapters: readonly Chapter[];
	/** `null` while they are being measured. */
	readonly peaks: readonly number[] | null;
}

interface PlayerProps {
	readonly film: Film;
	/** What it is called, for those who do not see it. */
	readonly title: string;
	/** Set when a click asked for this film: then, and only then, it starts by itself. */
	readonly startNow: boolean;
}

export function Player({ film, title, startNow }: PlayerProps) {
	const ref = useRef<HTMLVideoElement>(null);
	const view = useVideoView(ref);
	const [volume, setVolume] = useVolume(ref);
	const [captionsShown, setCaptionsShown] = useState(false);
	const transport = useTransport({
		video: ref,
		view,
		chapters: film.chapters,
		fps: film.fps,
		toggleMute: () => setVolume({ ...volume, muted: !volume.muted }),
	});
	useStartOnce(ref, startNow);
	useEffect(() => {
		const track = ref.current?.textTracks[0];
		if (track) track.mode = captionsShown ? "showing" : "hidden";
	}, [captionsShown]);
	const played = view.duration > 0 ? view.seconds / view.duration : 0;
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: keys work wherever the focus is within the player; each has a button.
		<div
			onKeyDown={transport.onKeyDown}
			data-stage-frame
			className="group/frame flex flex-col gap-2 bg-ground desk:grow"
		>
			{/* biome-ignore lint/a11y/useMediaCaption: the track is there wherever somebody speaks. */}
			<video
				ref={ref}
				src={film.url}
				poster={film.posterUrl ?? undefined}
				aria-label={title}
				playsInline
				preload="metadata"
				onClick={transport.toggle}
				tabIndex={-1}
				style={aspectStyle(`${film.width} / ${film.height}`)}
				className="monitor block w-full object-contain"
			>
				{film.captionsUrl && <track kind="captions" src={film.captionsUrl} srcLang="en" label="Captions" />}
			</video>
			{view.problem && <Note tone="refusal">{view.problem}</Note>}
			<div>
				<ControlBar
					view={view}
					transport={transport}
					volume={volume}
					onVolume={setVolume}
					captions={film.captionsUrl ? { shown: captionsShown, toggle: () => setCaptionsShown(!captionsShown) } : null}
					canLoop={film.chapters.length > 0}
				/>
				{film.peaks && (
					<Waveform peaks={film.peaks} played={played} onSeek={(at) => transport.seek(at * view.duration)} />
				)}
				<ShotChapters
					chapters={film.chapters}
					current={chapterAt(film.chapters, view.seconds)}
					onChoose={transport.goToShot}
				/>
			</div>
		</div>
	);
}

function useStartOnce(ref: { current: HTMLVideoElement | null }, startNow: boolean): void {
	useEffect(() => {
		if (startNow) ref.current?.play().catch(() => undefined);
	}, [ref, startNow]);
}
