"use client";

import { findIngredients } from "@/lib/domain/prose/ingredients";
import { IngredientTicks } from "./ingredient-ticks";

export function ReadTicks({ text }: { text: string }) {
	return <IngredientTicks ingredients={findIngredients(text)} />;
}
