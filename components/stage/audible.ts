let audible: HTMLMediaElement | null = null;

/** Two clips never sound at once: whoever starts stops the one before. */
export function becomeAudible(media: HTMLMediaElement): void {
	if (audible !== media) audible?.pause();
	audible = media;
}
