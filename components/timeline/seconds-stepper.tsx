"use client";

import { IconButton } from "@/components/ui/button";

interface SecondsStepperProps {
	readonly label: string;
	readonly seconds: number;
	readonly min: number;
	readonly max: number;
	readonly onStep: (seconds: number) => void;
}

export function SecondsStepper({ label, seconds, min, max, onStep }: SecondsStepperProps) {
	return (
		<div className="inline-flex items-center rounded-control bg-well">
			<IconButton
				icon="minus"
				label={`One second less: ${label}`}
				tabIndex={-1}
				disabled={seconds <= min}
				onClick={() => onStep(seconds - 1)}
			/>
			<input
				type="number"
				inputMode="numeric"
				aria-label={label}
				value={seconds}
				min={min}
				max={max}
				step={1}
				onChange={(event) => Number.isInteger(event.target.valueAsNumber) && onStep(event.target.valueAsNumber)}
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
				onClick={() => onStep(seconds + 1)}
			/>
		</div>
	);
}
