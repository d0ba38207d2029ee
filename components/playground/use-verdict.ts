"use client";

import { catalogEntry } from "@/lib/domain/catalog/catalog";
import type { CatalogEntry } from "@/lib/domain/catalog/entry";
import { judgeDraft } from "@/lib/domain/judge/judge";
import type { Field, Verdict } from "@/lib/domain/judge/verdict";
import { useDeskState, useDraft } from "./desk-context";

export function useGatewayEntry(): CatalogEntry {
	return catalogEntry(useDeskState((state) => state.gateway));
}

/** The draft as the chosen gateway would take it. Pure and quick, so it is simply asked again. */
export function useVerdict(): Verdict {
	return judgeDraft(useDraft(), useGatewayEntry());
}

export function remarksOn(verdict: Verdict, field: Field) {
	return {
		refusals: verdict.refusals.filter((remark) => remark.field === field),
		warnings: [...verdict.warnings, ...verdict.losses].filter((remark) => remark.field === field),
	};
}
