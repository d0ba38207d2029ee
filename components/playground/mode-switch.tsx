"use client";

import { ChoiceGroup } from "@/components/ui/choice-group";
import { switchMode } from "@/lib/domain/draft/switch-mode";
import { useDesk, useDraft } from "./desk-context";

const MODES = [
	{ value: "one-shot", label: "One shot" },
	{ value: "shots", label: "Shots" },
] as const;

export function ModeSwitch() {
	const desk = useDesk();
	const draft = useDraft();
	return (
		<ChoiceGroup
			label="Mode"
			hideLabel
			choices={MODES}
			value={draft.composition.mode}
			onChoose={(mode) => desk.edit(switchMode(desk.getState().history.present, mode))}
			className="w-36 tablet:w-44 desk:w-40"
		/>
	);
}
