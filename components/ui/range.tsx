import type { CSSProperties } from "react";
import { joinClasses } from "./join-classes";

interface RangeProps {
	readonly label: string;
	readonly value: number;
	readonly min: number;
	readonly max: number;
	readonly step?: number;
	/** What a screen reader says instead of the bare number. */
	readonly valueText: string;
	readonly onSlide: (value: number) => void;
	readonly onSettle?: () => void;
	readonly disabled?: boolean;
	readonly className?: string;
}

export function Range({
	label,
	value,
	min,
	max,
	step = 1,
	valueText,
	onSlide,
	onSettle,
	disabled,
	className,
}: RangeProps) {
	const filled = max > min ? ((value - min) / (max - min)) * 100 : 0;
	const style: CSSProperties & Record<"--filled", string> = { "--filled": `${filled}%` };
	return (
		<input
			type="range"
			aria-label={label}
			aria-valuetext={valueText}
			value={value}
			min={min}
			max={max}
			step={step}
			disabled={disabled}
			onChange={(event) => onSlide(event.target.valueAsNumber)}
			onPointerUp={onSettle}
			onKeyUp={onSettle}
			onBlur={onSettle}
			style={style}
			className={joinClasses("range-track", className)}
		/>
	);
}
