"use client";

import { Button } from "@/components/ui/button";
import type { TakeAction } from "@/lib/domain/take/actions";
import { takeTitle } from "@/lib/domain/take/title";
import type { TakeView } from "@/lib/domain/take/view";

interface LeftTakesProps {
	readonly takes: readonly TakeView[];
	readonly onAct: (action: TakeAction, take: TakeView) => void;
}

/** Gone from the history, not yet gone for good. */
export function LeftTakes({ takes, onAct }: LeftTakesProps) {
	return (
		<details className="px-2.5 text-sm">
			<summary className="touchable inline-flex items-center text-quiet text-xs hover:text-ink">
				{takes.length} left in the last 24 hours
			</summary>
			<ul className="mt-1 grid gap-1">
				{takes.map((take) => (
					<li key={take.id} className="flex items-center gap-2">
						<span className="min-w-0 grow truncate text-quiet">{takeTitle(take)}</span>
						<Button look="quiet" icon="receipt" onClick={() => onAct("receipt", take)}>
							Receipt
						</Button>
						<Button onClick={() => onAct("restore", take)}>Restore</Button>
					</li>
				))}
			</ul>
		</details>
	);
}
