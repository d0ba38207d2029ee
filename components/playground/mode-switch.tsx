"use client";

import { ChoiceGroup } from "@/components/ui/choice-group";
import { modality } from "@/lib/domain/draft";
import { switchMode } from "@/lib/domain/draft/switch-mode";
import { useDesk, useDraft } from "./desk-context";

const MODES = [
	{ value: "one-shot", label: "One shot" },
	{ value: "shots", label: "Shots" },
] as const;

const MODALITY_WORDS = { "text-to-video": "Text to video", "image-to-video": "Image to video" } as const;

export function ModeSwitch() {
	const desk = useDesk();
	const draft = useDraft();
	return (
		<div className="flex items-center justify-between gap-3">
			<ChoiceGroup
				label="Mode"
				hideLabel
				choices={MODES}
				value={draft.composition.mode}
				onChoose={(mode) => desk.edit(switchMode(desk.getState().history.present, mode))}
				className="w-48"
			/>
			<span className="text-quiet text-xs">{MODALITY_WORDS[modality(draft)]}</span>
		</div>
	);
}
