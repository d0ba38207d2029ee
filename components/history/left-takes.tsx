"use client";

import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { Summary } from "@/components/ui/summary";
import type { TakeAction } from "@/lib/domain/take/actions";
import { takeTitle } from "@/lib/domain/take/title";
import type { TakeView } from "@/lib/domain/take/view";
import type { TakeActs } from "./use-take-acts";

interface LeftTakesProps {
	readonly takes: readonly TakeView[];
	readonly onAct: (action: TakeAction, take: TakeView) => void;
	readonly problem: TakeActs["problem"];
}

/** Gone from the history, not yet gone for good. */
export function LeftTakes({ takes, onAct, problem }: LeftTakesProps) {
	return (
		<details className="group/open px-2 text-sm">
			<Summary className="touchable -ml-1 pr-2">{takes.length} left in the last 24 hours</Summary>
			<ul className="mt-1 grid grid-cols-1 gap-1">
				{takes.map((take) => (
					<li key={take.id} className="grid gap-1">
						<div className="flex items-center gap-2">
							<span className="min-w-0 grow truncate text-quiet">{takeTitle(take)}</span>
							<Button look="quiet" icon="receipt" onClick={() => onAct("receipt", take)}>
								Receipt
							</Button>
							<Button onClick={() => onAct("restore", take)}>Restore</Button>
						</div>
						{problem?.takeId === take.id && <Note tone="refusal">{problem.sentence}</Note>}
					</li>
				))}
			</ul>
		</details>
	);
}
