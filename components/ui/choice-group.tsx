import { useId } from "react";
import { joinClasses } from "./join-classes";

export interface Choice<Value extends string> {
	readonly value: Value;
	readonly label: string;
	/** Said after the label, quieter. */
	readonly detail?: string;
	/** Width over height, to be drawn as a little frame. */
	readonly aspect?: number;
}

interface ChoiceGroupProps<Value extends string> {
	readonly label: string;
	readonly choices: readonly Choice<Value>[];
	readonly value: Value;
	readonly onChoose: (value: Value) => void;
	/** Why nothing can be chosen now; `null` while it can. */
	readonly closedBecause?: string | null;
	readonly hideLabel?: boolean;
	readonly className?: string;
}

/** A few choices side by side, on native radio buttons. */
export function ChoiceGroup<Value extends string>({
	label,
	choices,
	value,
	onChoose,
	closedBecause = null,
	hideLabel = false,
	className,
}: ChoiceGroupProps<Value>) {
	const name = useId();
	const whyId = useId();
	return (
		<div className={className}>
			<span aria-hidden="true" className={joinClasses("mb-1.5 block text-quiet text-xs", hideLabel && "sr-only")}>
				{label}
			</span>
			<div
				role="radiogroup"
				aria-label={label}
				aria-disabled={closedBecause !== null}
				aria-describedby={closedBecause ? whyId : undefined}
				className="@container flex rounded-control bg-well p-0.5"
			>
				{choices.map((choice) => (
					<label
						key={choice.value}
						className={joinClasses(
							"touchable relative flex min-w-0 flex-1 items-center justify-center gap-2 rounded-[4px] px-1 text-center text-quiet text-sm transition-colors duration-120",
							choice.detail && "py-1",
							"has-checked:bg-raised has-checked:text-ink has-checked:shadow-[0_0_0_1px_var(--edge)] forced-colors:has-checked:outline-1 has-focus-visible:outline-2 has-focus-visible:outline-accent-ink has-focus-visible:outline-offset-2",
							closedBecause !== null ? "opacity-50" : "hover:text-ink",
						)}
					>
						<input
							type="radio"
							name={name}
							value={choice.value}
							checked={choice.value === value}
							disabled={closedBecause !== null}
							onChange={() => onChoose(choice.value)}
							className="absolute inset-0 cursor-[inherit] opacity-0"
						/>
						{choice.aspect && <Proportion aspect={choice.aspect} />}
						<span className="min-w-0 text-left leading-tight">
							{choice.label}
							{choice.detail && <span className="block truncate text-quiet text-xs"> {choice.detail}</span>}
						</span>
					</label>
				))}
			</div>
			{closedBecause && (
				<p id={whyId} className="mt-1.5 text-quiet text-xs">
					{closedBecause}
				</p>
			)}
		</div>
	);
}

const FRAME_AREA = 130;

function Proportion({ aspect }: { aspect: number }) {
	const width = Math.round(Math.sqrt(FRAME_AREA * aspect));
	return (
		<span
			aria-hidden="true"
			className="hidden shrink-0 rounded-[2px] border-[1.5px] border-current opacity-60 @[17.5rem]:block"
			style={{ width, height: Math.round(width / aspect) }}
		/>
	);
}
