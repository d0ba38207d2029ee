"use client";

import { useSyncExternalStore } from "react";

const TICK_MS = 1000;
const listeners = new Set<() => void>();
let nowMs = 0;
let timer: ReturnType<typeof setInterval> | null = null;

function subscribe(heard: () => void): () => void {
	listeners.add(heard);
	timer ??= setInterval(tick, TICK_MS);
	if (nowMs === 0) nowMs = Date.now();
	return () => {
		listeners.delete(heard);
		if (listeners.size > 0 || timer === null) return;
		clearInterval(timer);
		timer = null;
	};
}

function tick(): void {
	nowMs = Date.now();
	for (const heard of listeners) heard();
}

/** One clock for everything that shows elapsed time; `null` until the page is awake. */
export function useNow(): number | null {
	return useSyncExternalStore(
		subscribe,
		() => nowMs || null,
		() => null,
	);
}
