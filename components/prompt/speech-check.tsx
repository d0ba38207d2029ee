"use client";

import { Note } from "@/components/ui/note";
import { fitsShot } from "@/lib/domain/prose/speaking-time";
import { spokenLines } from "@/lib/domain/prose/spoken-lines";

/** What will be said, by whom, and whether there is time for it. */
export function SpeechCheck({ words, seconds }: { words: string; seconds: number }) {
	const lines = spokenLines(words);
	if (lines.length === 0) return null;
	const fit = fitsShot(
		lines.map((line) => line.text),
		seconds,
	);
	return (
		<div className="grid gap-1 text-sm">
			<ul aria-label="Spoken lines" className="grid gap-0.5 text-quiet">
				{lines.map((line) => (
					<li key={line.range.start} className="text-pretty">
						<span className="inline-block text-ink first-letter:uppercase">{line.speaker ?? "Someone"}</span> says “
						{line.text}”
					</li>
				))}
			</ul>
			<Note tone={fit.fits ? "plain" : "warning"}>
				{fit.fits ? `Speech takes ${fit.neededSeconds} s of ${seconds} s.` : `Speech ${fit.sentence}.`}
			</Note>
		</div>
	);
}
