"use client";

import { joinClasses } from "@/components/ui/join-classes";
import type { Chapter } from "./chapter";

interface ShotChaptersProps {
	readonly chapters: readonly Chapter[];
	readonly current: number;
	readonly onChoose: (index: number) => void;
}

/** The shots under the film, each as wide as it is long. */
export function ShotChapters({ chapters, current, onChoose }: ShotChaptersProps) {
	if (chapters.length < 2) return null;
	return (
		<ol aria-label="Shots of this film" className="flex gap-0.5">
			{chapters.map((chapter, index) => (
				<li
					key={chapter.startSeconds}
					className="min-w-0"
					style={{ flexGrow: chapter.endSeconds - chapter.startSeconds, flexBasis: 0 }}
				>
					<button
						type="button"
						onClick={() => onChoose(index)}
						aria-current={index === current}
						title={chapter.words}
						className={joinClasses(
							"touchable w-full truncate border-t-2 px-1 pt-1 text-left text-xs transition-colors duration-120",
							index === current ? "border-accent text-ink" : "border-edge-strong text-quiet hover:text-ink",
						)}
					>
						<span className="sr-only">Go to shot </span>
						<span className="tabular">{index + 1}</span> <span className="truncate">{chapter.words}</span>
					</button>
				</li>
			))}
		</ol>
	);
}
