"use client";

import { type ComponentProps, useLayoutEffect, useRef } from "react";
import { joinClasses } from "./join-classes";
import { Note } from "./note";

interface TextAreaProps extends Omit<ComponentProps<"textarea">, "onChange"> {
	readonly label: string;
	readonly value: string;
	readonly onType: (text: string) => void;
	/** How much can be kept. Said when it is reached. */
	readonly most: number;
}

/** Grows with its words, so that nothing one has written is out of sight. */
const grouped = new Intl.NumberFormat("en");

export function TextArea({ label, value, onType, most, className, ...rest }: TextAreaProps) {
	const ref = useRef<HTMLTextAreaElement>(null);
	// biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the words, also when undo changes them.
	useLayoutEffect(() => {
		const area = ref.current;
		if (!area || CSS.supports("field-sizing", "content")) return;
		area.style.height = "auto";
		area.style.height = `${area.scrollHeight}px`;
	}, [value]);
	return (
		<>
			<textarea
				ref={ref}
				aria-label={label}
				value={value}
				maxLength={most}
				onChange={(event) => onType(event.target.value)}
				className={joinClasses(
					"field-sizing-content block w-full resize-none rounded-control bg-well px-3 py-2.5 text-lg text-ink placeholder:text-quiet",
					className,
				)}
				{...rest}
			/>
			{value.length >= most && (
				<Note tone="warning" className="px-3 py-1">
					{grouped.format(most)} characters are all that fits here. What came after them is not kept.
				</Note>
			)}
		</>
	);
}
