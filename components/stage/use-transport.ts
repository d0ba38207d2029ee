"use client";

import { type KeyboardEvent, type RefObject, useEffect, useState } from "react";
import { type Chapter, chapterAt } from "./chapter";
import { actOfKey, keepsKey } from "./transport-keys";
import type { VideoView } from "./use-video";

export const SPEEDS: readonly number[] = [0.5, 1, 1.5, 2];

export interface Transport {
	toggle(): void;
	seek(seconds: number): void;
	stepFrame(by: number): void;
	goToShot(index: number): void;
	readonly looping: boolean;
	toggleLoop(): void;
	readonly speed: number;
	setSpeed(speed: number): void;
	enlarge(): void;
	onKeyDown(event: KeyboardEvent): void;
}

interface TransportParts {
	readonly video: RefObject<HTMLVideoElement | null>;
	readonly view: VideoView;
	readonly chapters: readonly Chapter[];
	readonly fps: number;
	readonly toggleMute: () => void;
}

/** Everything a hand can do to the film. */
export function useTransport({ video, view, chapters, fps, toggleMute }: TransportParts): Transport {
	const [loopedShot, setLoopedShot] = useState<number | null>(null);
	const [speed, setSpeed] = useState(1);
	useLoop(video, loopedShot === null ? null : (chapters[loopedShot] ?? null));
	useEffect(() => {
		if (video.current) video.current.playbackRate = speed;
	}, [video, speed]);

	const seek = (seconds: number) => {
		if (video.current) video.current.currentTime = Math.min(Math.max(seconds, 0), view.duration);
	};
	const toggle = () => {
		const film = video.current;
		if (!film) return;
		if (film.paused) film.play().catch(() => undefined);
		else film.pause();
	};
	const stepFrame = (by: number) => {
		video.current?.pause();
		seek((Math.round(view.seconds * fps) + by + 0.01) / fps);
	};
	const goToShot = (index: number) => {
		const chapter = chapters[index];
		if (!chapter) return;
		if (loopedShot !== null) setLoopedShot(index);
		seek(chapter.startSeconds);
	};
	const toggleLoop = () => setLoopedShot(loopedShot === null ? chapterAt(chapters, view.seconds) : null);
	const enlarge = () => {
		const frame = video.current?.closest("[data-stage-frame]");
		if (document.fullscreenElement) document.exitFullscreen().catch(() => undefined);
		else frame?.requestFullscreen().catch(() => undefined);
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.metaKey || event.ctrlKey || event.altKey || keepsKey(event.target, event.key)) return;
		const acts = { toggle, seek, stepFrame, goToShot, toggleLoop, enlarge, toggleMute };
		const act = actOfKey(event.key, acts, view);
		if (!act) return;
		event.preventDefault();
		act();
	};
	return {
		toggle,
		seek,
		stepFrame,
		goToShot,
		looping: loopedShot !== null,
		toggleLoop,
		speed,
		setSpeed,
		enlarge,
		onKeyDown,
	};
}

function useLoop(video: RefObject<HTMLVideoElement | null>, chapter: Chapter | null): void {
	useEffect(() => {
		const film = video.current;
		if (!film || !chapter) return;
		const turnBack = () => {
			const past = film.currentTime >= chapter.endSeconds - 0.02 || film.currentTime < chapter.startSeconds - 0.05;
			if (past) film.currentTime = chapter.startSeconds;
		};
		const playOn = () => {
			turnBack();
			film.play().catch(() => undefined);
		};
		film.addEventListener("timeupdate", turnBack);
		film.addEventListener("ended", playOn);
		return () => {
			film.removeEventListener("timeupdate", turnBack);
			film.removeEventListener("ended", playOn);
		};
	}, [video, chapter]);
}
