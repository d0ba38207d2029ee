"use client";

import { useDesk } from "@/components/playground/desk-context";
import { Button } from "@/components/ui/button";
import { makeShots } from "@/lib/domain/draft/make-shots";
import { sceneChanges } from "@/lib/domain/prose/scene-changes";

interface ShotsOfferProps {
	readonly text: string;
	readonly seconds: number;
}

/** Prose with scene changes can become a timeline; One shot goes on sending it untouched. */
export function ShotsOffer({ text, seconds }: ShotsOfferProps) {
	const desk = useDesk();
	const proposals = sceneChanges(text, seconds);
	if (proposals.length < 2) return null;
	return (
		<div className="flex flex-wrap items-center justify-between gap-2">
			<p className="text-quiet text-sm">The scene changes: {proposals.length} shots.</p>
			<Button icon="split" onClick={() => desk.edit(makeShots(desk.getState().history.present, proposals))}>
				Make shots from this
			</Button>
		</div>
	);
}
