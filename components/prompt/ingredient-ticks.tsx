"use client";

import { useDesk } from "@/components/playground/desk-context";
import { Icon } from "@/components/ui/icon";
import { setPrompt } from "@/lib/domain/draft/prompt";
import type { Ingredient } from "@/lib/domain/prose/ingredients";
import { insertWords } from "./insert-words";

/** Four quiet ticks; a missing one offers a phrase and never blocks. */
export function IngredientTicks({ ingredients }: { ingredients: readonly Ingredient[] }) {
	const desk = useDesk();
	function insert(filler: string) {
		const draft = desk.getState().history.present;
		if (draft.composition.mode === "one-shot") {
			desk.edit(setPrompt(draft, insertWords(draft.composition.prose.text, filler)));
		}
	}
	return (
		<ul aria-label="What the prompt tells" className="flex flex-wrap items-center gap-x-3 text-xs">
			{ingredients.map(({ kind, label, found, filler }) => (
				<li key={kind}>
					{found ? (
						<span className="touchable-small inline-flex items-center gap-1 text-ink">
							<Icon name="check" className="text-good" />
							{label}
							<span className="sr-only"> found</span>
						</span>
					) : (
						<button
							type="button"
							title={`Adds “${filler}”`}
							onClick={() => insert(filler)}
							className="touchable-small inline-flex items-center gap-1 rounded-control text-quiet hover:text-ink"
						>
							<Icon name="plus" />
							{label}
							<span className="sr-only"> missing, add a phrase</span>
						</button>
					)}
				</li>
			))}
		</ul>
	);
}
