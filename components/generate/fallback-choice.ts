"use client";

import { useSyncExternalStore } from "react";

const KEY = "storyreel:fallback";
const ON = "on";

const listeners = new Set<() => void>();
let inMemory: boolean | null = null;

/** Whether this browser's person wants a refused take to go to the next gateway by itself. Off until they say so. */
export function useFallbackChoice(): boolean {
	return useSyncExternalStore(subscribe, readChoice, () => false);
}

export function chooseFallback(on: boolean): void {
	inMemory = on;
	try {
		localStorage.setItem(KEY, on ? ON : "off");
	} catch {
		// Forbidden storage: it lasts as long as the page.
	}
	for (const heard of listeners) heard();
}

function readChoice(): boolean {
	try {
		return (localStorage.getItem(KEY) ?? (inMemory ? ON : null)) === ON;
	} catch {
		return inMemory ?? false;
	}
}

function subscribe(heard: () => void): () => void {
	listeners.add(heard);
	window.addEventListener("storage", heard);
	return () => {
		listeners.delete(heard);
		window.removeEventListener("storage", heard);
	};
}
