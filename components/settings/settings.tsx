"use client";

import { useDesk, useDraft } from "@/components/playground/desk-context";
import { ChoiceGroup } from "@/components/ui/choice-group";
import type { Ratio, Resolution } from "@/lib/domain/draft";
import { setRatio, setResolution } from "@/lib/domain/draft/settings";
import { DurationSlider } from "./duration-slider";
import { Extras } from "./extras";

const RESOLUTIONS: readonly { value: Resolution; label: string; detail: string }[] = [
	{ value: "720p", label: "720p", detail: "faster" },
	{ value: "1080p", label: "1080p", detail: "sharper" },
];

const RATIOS: readonly { value: Ratio; label: string; detail: string; aspect: number }[] = [
	{ value: "16:9", label: "16:9", detail: "Landscape", aspect: 16 / 9 },
	{ value: "9:16", label: "9:16", detail: "Portrait", aspect: 9 / 16 },
	{ value: "1:1", label: "1:1", detail: "Square", aspect: 1 },
];

export function Settings() {
	const desk = useDesk();
	const draft = useDraft();
	const present = () => desk.getState().history.present;
	return (
		<div className="grid grid-cols-1 gap-4">
			<DurationSlider />
			<div className="flex flex-wrap gap-x-3 gap-y-4">
				<ChoiceGroup
					label="Resolution"
					choices={RESOLUTIONS}
					value={draft.resolution}
					onChoose={(value) => desk.edit(setResolution(present(), value))}
					className="min-w-28 flex-2"
				/>
				<ChoiceGroup
					label="Aspect ratio"
					choices={RATIOS}
					value={draft.ratio}
					onChoose={(value) => desk.edit(setRatio(present(), value))}
					closedBecause={draft.image ? "The ratio follows the image." : null}
					className="min-w-54 flex-4"
				/>
			</div>
			<Extras />
		</div>
	);
}
