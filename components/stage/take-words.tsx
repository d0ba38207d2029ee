"use client";

import { useMutation } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { answerProblem } from "@/components/ui/answer-problem";
import { IconButton } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { renameTake } from "@/lib/actions/takes";
import { MAX_NAME_CHARS, MAX_NOTE_CHARS } from "@/lib/domain/take/take";
import { takeTitle } from "@/lib/domain/take/title";
import type { TakeView } from "@/lib/domain/take/view";

const PAUSE_MS = 700;
const UNREACHED = "The server did not answer, so this is not saved yet. Change it once more to try again.";

/** A person's own words on a take: a name, a note, a star. Saved at each pause, and when one leaves the field. */
export function TakeWords({ take }: { take: TakeView }) {
	const { labels, id: takeId } = take;
	const saving = useMutation({ mutationFn: renameTake });
	const name = useSavedText(labels.name, (text) => saving.mutate({ takeId, name: text }));
	const note = useSavedText(labels.note, (text) => saving.mutate({ takeId, note: text }));
	const problem = answerProblem(saving, UNREACHED);
	return (
		<div className="grid grid-cols-1">
			<div className="flex items-center gap-1">
				<input
					aria-label="Name of this take"
					maxLength={MAX_NAME_CHARS}
					placeholder={takeTitle(take)}
					{...name}
					className="-mx-1 w-full min-w-0 text-ellipsis rounded-control bg-transparent px-1 py-1 font-semibold text-lg placeholder:text-ink hover:bg-raised"
				/>
				<IconButton
					icon="star"
					label="Star"
					aria-pressed={labels.star}
					onClick={() => saving.mutate({ takeId, star: !labels.star })}
					className={labels.star ? "[&>svg]:fill-current" : ""}
				/>
			</div>
			<input
				aria-label="Note on this take"
				maxLength={MAX_NOTE_CHARS}
				placeholder="Add a note"
				{...note}
				className="-mx-1 w-full text-ellipsis rounded-control bg-transparent px-1 py-1 text-sm placeholder:text-quiet hover:bg-raised"
			/>
			{problem && <Note tone="refusal">{problem}</Note>}
		</div>
	);
}

/** A field that saves itself; `saved` is only where it starts from. */
function useSavedText(saved: string, save: (text: string) => void) {
	const [text, setText] = useState(saved);
	const unsaved = useRef<string | null>(null);
	const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
	function flush() {
		clearTimeout(timer.current);
		if (unsaved.current !== null) save(unsaved.current);
		unsaved.current = null;
	}
	const leave = useEffectEvent(flush);
	useEffect(() => () => leave(), []);
	return {
		value: text,
		onChange(event: { target: { value: string } }) {
			setText(event.target.value);
			unsaved.current = event.target.value;
			clearTimeout(timer.current);
			timer.current = setTimeout(flush, PAUSE_MS);
		},
		onBlur: flush,
	};
}
