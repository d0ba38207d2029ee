import { joinClasses } from "./join-classes";

interface SwitchProps {
	readonly label: string;
	readonly on: boolean;
	readonly onToggle: (on: boolean) => void;
	readonly hint?: string;
	readonly className?: string;
}

export function Switch({ label, on, onToggle, hint, className }: SwitchProps) {
	return (
		<label className={joinClasses("touchable relative inline-flex items-center gap-2 text-sm", className)} title={hint}>
			<input
				type="checkbox"
				role="switch"
				aria-checked={on}
				checked={on}
				onChange={(event) => onToggle(event.target.checked)}
				className="peer absolute inset-0 m-0 size-full cursor-[inherit] opacity-0"
			/>
			<span
				aria-hidden="true"
				className="relative h-4.5 w-8 shrink-0 rounded-full bg-edge-strong transition-colors duration-120 after:absolute after:top-0.5 after:left-0.5 after:size-3.5 after:rounded-full after:bg-paper after:transition-transform after:duration-120 peer-checked:bg-accent peer-checked:after:translate-x-3.5 peer-checked:after:bg-on-accent peer-focus-visible:outline-2 peer-focus-visible:outline-accent-ink peer-focus-visible:outline-offset-2 forced-colors:bg-[Canvas] forced-colors:outline-1 forced-colors:outline-[ButtonText] forced-colors:forced-color-adjust-none forced-colors:after:bg-[ButtonText] forced-colors:peer-checked:bg-[Highlight]"
			/>
			{label}
		</label>
	);
}
