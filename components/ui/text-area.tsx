"use client";

import { type ComponentProps, useLayoutEffect, useRef } from "react";
import { joinClasses } from "./join-classes";

interface TextAreaProps extends Omit<ComponentProps<"textarea">, "onChange"> {
	readonly label: string;
	readonly value: string;
	readonly onType: (text: string) => void;
}

/** Grows with its words, so that nothing one has written is out of sight. */
export function TextArea({ label, value, onType, className, ...rest }: TextAreaProps) {
	const ref = useRef<HTMLTextAreaElement>(null);
	// biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the words, also when undo changes them.
	useLayoutEffect(() => {
		const area = ref.current;
		if (!area || CSS.supports("field-sizing", "content")) return;
		area.style.height = "auto";
		area.style.height = `${area.scrollHeight}px`;
	}, [value]);
	return (
		<textarea
			ref={ref}
			aria-label={label}
			value={value}
			onChange={(event) => onType(event.target.value)}
			className={joinClasses(
				"field-sizing-content block w-full resize-none rounded-control bg-well px-3 py-2.5 text-lg text-ink placeholder:text-quiet",
				className,
			)}
			{...rest}
		/>
	);
}
