"use client";

import type { Draft } from "@/lib/domain/draft";
import { wirePrompt } from "@/lib/domain/grammar/wire-prompt";

/** What a moderator saw: the words as they went out, and the picture. */
export function SentWords({ draft }: { draft: Draft }) {
	const words = wirePrompt(draft, "shot").trim();
	return (
		<div className="text-sm">
			<p className="opacity-75">What was sent:</p>
			<p className="mt-1 max-h-32 overflow-y-auto text-pretty">
				{words ? `“${words}”` : "no words"}
				{draft.image && `${words ? ", and" : ", but"} a first frame of ${draft.image.width} × ${draft.image.height}`}
			</p>
		</div>
	);
}
