import type { ReactNode } from "react";
import { joinClasses } from "./join-classes";
import { Wordmark } from "./wordmark";

const MIDDLES = {
	/** There is no such page. */
	missing: "border-2 border-edge-strong border-dashed",
	/** Something slipped. */
	broken: "translate-y-3 -rotate-6 bg-accent",
	/** Not for everybody. */
	closed: "bg-accent",
	/** Comes from elsewhere. */
	arriving: "translate-x-3 bg-accent",
} as const;

interface SlateProps {
	readonly middle: keyof typeof MIDDLES;
	readonly title: string;
	readonly children: ReactNode;
}

/** A page that is no screen: the mark's three shots, drawn large, say what became of the middle one. */
export function Slate({ middle, title, children }: SlateProps) {
	return (
		<div className="grid min-h-dvh grid-rows-[auto_1fr]">
			<header className="flex h-12 items-center px-4 desk:px-5">
				<Wordmark />
			</header>
			<main className="mx-auto grid w-full max-w-md content-center gap-4 px-6 pb-24">
				<div aria-hidden="true" className="mb-6 flex h-20 gap-1">
					<span className="grow-3 rounded-l-panel bg-panel shadow-[inset_0_0_0_1px_var(--edge)]" />
					<span className={joinClasses("grow-4", MIDDLES[middle])} />
					<span className="grow-3 rounded-r-panel bg-panel shadow-[inset_0_0_0_1px_var(--edge)]" />
				</div>
				<h1 className="text-balance font-semibold text-3xl tracking-tight">{title}</h1>
				{children}
			</main>
		</div>
	);
}
