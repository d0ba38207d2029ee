"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { IconButton } from "@/components/ui/button";
import { renameTake } from "@/lib/actions/takes";
import { MAX_NAME_CHARS, MAX_NOTE_CHARS } from "@/lib/domain/take/take";
import { takeTitle } from "@/lib/domain/take/title";
import type { TakeView } from "@/lib/domain/take/view";

/** A person's own words on a take: a name, a note, a star. Saved when one leaves the field. */
export function TakeWords({ take }: { take: TakeView }) {
	const { labels, id: takeId } = take;
	const [name, setName] = useState(labels.name);
	const [note, setNote] = useState(labels.note);
	const { mutate } = useMutation({ mutationFn: renameTake });
	return (
		<div className="grid gap-1">
			<div className="flex items-center gap-1">
				<input
					aria-label="Name of this take"
					value={name}
					maxLength={MAX_NAME_CHARS}
					placeholder={takeTitle(take)}
					onChange={(event) => setName(event.target.value)}
					onBlur={() => name !== labels.name && mutate({ takeId, name })}
					className="-mx-1 w-full min-w-0 rounded-control bg-transparent px-1 py-1 font-semibold text-lg placeholder:text-ink hover:bg-raised"
				/>
				<IconButton
					icon="star"
					label="Star"
					aria-pressed={labels.star}
					onClick={() => mutate({ takeId, star: !labels.star })}
					className={labels.star ? "[&>svg]:fill-current" : ""}
				/>
			</div>
			<input
				aria-label="Note on this take"
				value={note}
				maxLength={MAX_NOTE_CHARS}
				placeholder="Add a note"
				onChange={(event) => setNote(event.target.value)}
				onBlur={() => note !== labels.note && mutate({ takeId, note })}
				className="-mx-1 w-full rounded-control bg-transparent px-1 py-1 text-sm placeholder:text-quiet hover:bg-raised"
			/>
		</div>
	);
}
