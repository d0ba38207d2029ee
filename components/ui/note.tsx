import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";
import { joinClasses } from "./join-classes";

const TONES = {
	plain: { colour: "text-quiet", icon: null },
	good: { colour: "text-good", icon: "check" },
	warning: { colour: "text-warn", icon: "warning" },
	refusal: { colour: "text-bad", icon: "warning" },
} as const satisfies Record<string, { colour: string; icon: IconName | null }>;

interface NoteProps {
	readonly tone?: keyof typeof TONES;
	/** Inside a paragraph it is a span. */
	readonly as?: "p" | "span";
	readonly id?: string;
	readonly className?: string;
	readonly children: ReactNode;
}

/** A sentence beside what it is about. The icon says the tone to those who do not see the colour. */
export function Note({ tone = "plain", as: Tag = "p", id, className, children }: NoteProps) {
	const { colour, icon } = TONES[tone];
	return (
		<Tag id={id} className={joinClasses("flex gap-1.5 text-pretty text-sm", colour, className)}>
			{icon && <Icon name={icon} className="mt-px shrink-0" />}
			<span>{children}</span>
		</Tag>
	);
}
