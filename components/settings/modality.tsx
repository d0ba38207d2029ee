"use client";

import { useDraft } from "@/components/playground/desk-context";
import { modality } from "@/lib/domain/draft";

const WORDS = { "text-to-video": "Text to video", "image-to-video": "Image to video" } as const;

/** Follows from the image; nobody declares it. */
export function Modality() {
	return (
		<span className="shrink-0 rounded-full border border-edge px-2 py-0.5 text-quiet text-xs">
			{WORDS[modality(useDraft())]}
		</span>
	);
}
