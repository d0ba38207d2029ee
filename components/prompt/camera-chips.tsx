"use client";

import { useState } from "react";
import { useDesk } from "@/components/playground/desk-context";
import { setPrompt } from "@/lib/domain/draft/prompt";
import { CAMERA_CHIPS } from "@/lib/domain/prose/camera-chips";
import { insertWords } from "./insert-words";

const SHOWN_AT_FIRST = 4;

/** Camera moves one press away; the rest of them behind *More*. */
export function CameraChips() {
	const desk = useDesk();
	const [all, setAll] = useState(false);
	const chips = all ? CAMERA_CHIPS : CAMERA_CHIPS.slice(0, SHOWN_AT_FIRST);
	function insert(words: string) {
		const draft = desk.getState().history.present;
		if (draft.composition.mode === "one-shot") {
			desk.edit(setPrompt(draft, insertWords(draft.composition.prose.text, words)));
		}
	}
	return (
		<ul aria-label="Camera moves" className="flex flex-wrap gap-x-1 pointer-fine:gap-y-1">
			{chips.map((chip) => (
				<li key={chip.kind}>
					<button type="button" title={`Adds “${chip.words}”`} onClick={() => insert(chip.words)} className={CHIP}>
						{chip.label}
					</button>
				</li>
			))}
			<li>
				<button type="button" aria-expanded={all} onClick={() => setAll(!all)} className={CHIP}>
					{all ? "Fewer" : "More"}
				</button>
			</li>
		</ul>
	);
}

const CHIP =
	"touchable-small rounded-full border-transparent bg-well bg-clip-padding px-2.5 py-1 text-quiet text-xs transition-colors duration-120 hover:bg-raised hover:text-ink pointer-coarse:border-y-8";
