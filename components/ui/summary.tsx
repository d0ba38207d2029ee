import type { ReactNode } from "react";
import { Icon } from "./icon";
import { joinClasses } from "./join-classes";

/** What opens a `details` that is a `group/open`: a word and an arrow that turns. */
export function Summary({ className, children }: { className?: string; children: ReactNode }) {
	return (
		<summary
			className={joinClasses(
				"inline-flex list-none items-center gap-1 rounded-control text-quiet text-xs hover:text-ink [&::-webkit-details-marker]:hidden",
				className,
			)}
		>
			<Icon name="caret" className="-rotate-90 transition-transform duration-120 group-open/open:rotate-0" />
			{children}
		</summary>
	);
}
