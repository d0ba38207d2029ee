"use client";

import { useId, useState } from "react";
import { IconButton } from "@/components/ui/button";
import { Note } from "@/components/ui/note";

interface SecondsStepperProps {
	readonly label: string;
	readonly seconds: number;
	readonly min: number;
	readonly max: number;
	/** Answers why it cannot be so; `null` once it is. */
	readonly onStep: (seconds: number) => string | null;
}

const NOT_A_NUMBER = "A shot lasts whole seconds: write a number like 3.";

export function SecondsStepper({ label, seconds, min, max, onStep }: SecondsStepperProps) {
	const problemId = useId();
	/** As it stands in the field while somebody writes, also where it is no shot's length. */
	const [typed, setTyped] = useState<string | null>(null);
	const [problem, setProblem] = useState<string | null>(null);
	const step = (wanted: number) => setProblem(onStep(wanted));
	function type(text: string) {
		setTyped(text);
		const wanted = Number(text);
		if (text.trim() === "") setProblem(null);
		else if (Number.isInteger(wanted)) step(wanted);
		else setProblem(NOT_A_NUMBER);
	}
	return (
		<>
			<div className="inline-flex items-center rounded-control bg-well">
				<IconButton
					icon="minus"
					label={`One second less: ${label}`}
					tabIndex={-1}
					disabled={seconds <= min}
					onClick={() => step(seconds - 1)}
				/>
				<input
					type="number"
					inputMode="numeric"
					aria-label={label}
					aria-invalid={problem !== null}
					aria-describedby={problemId}
					value={typed ?? seconds}
					min={min}
					max={max}
					step={1}
					onChange={(event) => type(event.target.value)}
					onBlur={() => setTyped(null)}
					className="tabular w-7 appearance-none bg-transparent py-1 text-center text-sm [&::-webkit-inner-spin-button]:hidden [-moz-appearance:textfield]"
				/>
				<span aria-hidden="true" className="text-quiet text-sm">
					s
				</span>
				<IconButton
					icon="plus"
					label={`One second more: ${label}`}
					tabIndex={-1}
					disabled={seconds >= max}
					onClick={() => step(seconds + 1)}
				/>
			</div>
			<div id={problemId} className="order-last w-full empty:hidden">
				{problem && <Note tone="refusal">{problem}</Note>}
			</div>
		</>
	);
}
