"use client";

import { type RefObject, useEffect, useState, useSyncExternalStore } from "react";
import { becomeAudible } from "./audible";
import { FIRST_VOLUME, getVolume, setVolume, subscribeToVolume, type Volume } from "./volume-memory";

export interface VideoView {
	readonly playing: boolean;
	readonly seconds: number;
	readonly duration: number;
	readonly problem: string | null;
}

const AT_REST: VideoView = { playing: false, seconds: 0, duration: 0, problem: null };
const HEARD = ["play", "pause", "ended", "timeupdate", "seeking", "seeked", "loadedmetadata", "emptied", "error"];

/** What the element itself says, read again at each of its events and, while it plays, at each frame. */
export function useVideoView(ref: RefObject<HTMLVideoElement | null>): VideoView {
	const [view, setView] = useState(AT_REST);
	useEffect(() => {
		const video = ref.current;
		if (!video) return;
		let frame = 0;
		const look = () => setView(readView(video));
		const everyFrame = () => {
			look();
			if (!video.paused) frame = requestAnimationFrame(everyFrame);
		};
		const start = () => {
			becomeAudible(video);
			cancelAnimationFrame(frame);
			everyFrame();
		};
		for (const name of HEARD) video.addEventListener(name, look);
		video.addEventListener("play", start);
		look();
		return () => {
			cancelAnimationFrame(frame);
			for (const name of HEARD) video.removeEventListener(name, look);
			video.removeEventListener("play", start);
		};
	}, [ref]);
	return view;
}

function readView(video: HTMLVideoElement): VideoView {
	return {
		playing: !video.paused && !video.ended,
		seconds: video.currentTime,
		duration: Number.isFinite(video.duration) ? video.duration : 0,
		problem: video.error ? "This film cannot be played here. Download it, or load the page again." : null,
	};
}

export function useVolume(ref: RefObject<HTMLVideoElement | null>): [Volume, (volume: Volume) => void] {
	const volume = useSyncExternalStore(subscribeToVolume, getVolume, () => FIRST_VOLUME);
	useEffect(() => {
		const video = ref.current;
		if (!video) return;
		video.volume = volume.level;
		video.muted = volume.muted;
	}, [ref, volume]);
	return [volume, setVolume];
}
