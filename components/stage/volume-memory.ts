import * as z from "zod/mini";

const volumeSchema = z.object({ level: z.number().check(z.minimum(0), z.maximum(1)), muted: z.boolean() });
export type Volume = Readonly<z.infer<typeof volumeSchema>>;

const KEY = "storyreel:volume";
export const FIRST_VOLUME: Volume = { level: 1, muted: false };

let remembered: Volume | null = null;
const listeners = new Set<() => void>();

/** One volume for every clip, for ever, and the same in every tab. */
export function getVolume(): Volume {
	remembered ??= readVolume();
	return remembered;
}

export function setVolume(volume: Volume): void {
	remembered = volume;
	try {
		localStorage.setItem(KEY, JSON.stringify(volume));
	} catch {
		// Forbidden storage: it lasts as long as the page.
	}
	tellAll();
}

export function subscribeToVolume(heard: () => void): () => void {
	listeners.add(heard);
	window.addEventListener("storage", rereadVolume);
	return () => {
		listeners.delete(heard);
		if (listeners.size === 0) window.removeEventListener("storage", rereadVolume);
	};
}

function rereadVolume(event: StorageEvent): void {
	if (event.key !== KEY) return;
	remembered = readVolume();
	tellAll();
}

function tellAll(): void {
	for (const heard of listeners) heard();
}

function readVolume(): Volume {
	try {
		const stored = volumeSchema.safeParse(JSON.parse(localStorage.getItem(KEY) ?? "null"));
		return stored.success ? stored.data : FIRST_VOLUME;
	} catch {
		return FIRST_VOLUME;
	}
}
