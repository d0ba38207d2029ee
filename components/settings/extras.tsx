"use client";

import { useDesk, useDraft } from "@/components/playground/desk-context";
import { Remarks } from "@/components/playground/remarks";
import { useGatewayEntry } from "@/components/playground/use-verdict";
import { Switch } from "@/components/ui/switch";
import { TextArea } from "@/components/ui/text-area";
import { setNegativePrompt } from "@/lib/domain/draft/prompt";
import { setWatermark } from "@/lib/domain/draft/settings";
import { MAX_STORED_CHARS } from "@/lib/domain/shot";

/** Only where the chosen gateway takes them, or where something is set that it would ignore. */
export function Extras() {
	const draft = useDraft();
	const entry = useGatewayEntry();
	const takesNegative = entry.negativePrompt === "field" || draft.negativePrompt !== "";
	const takesWatermark = entry.watermark === "switch" || draft.watermark !== "unset";
	return (
		<>
			{takesNegative && <NegativePrompt text={draft.negativePrompt} />}
			{takesWatermark && <Watermark isOn={draft.watermark === "on"} />}
		</>
	);
}

function NegativePrompt({ text }: { text: string }) {
	const desk = useDesk();
	return (
		<div>
			<span aria-hidden="true" className="mb-1.5 block text-quiet text-xs">
				Negative prompt
			</span>
			<TextArea
				label="Negative prompt"
				most={MAX_STORED_CHARS}
				rows={1}
				value={text}
				placeholder="What to avoid"
				onType={(typed) => desk.type(setNegativePrompt(desk.getState().history.present, typed), "negative-prompt")}
				onBlur={desk.settle}
				className="text-base"
			/>
			<Remarks field="negative-prompt" />
		</div>
	);
}

function Watermark({ isOn }: { isOn: boolean }) {
	const desk = useDesk();
	return (
		<div>
			<Switch
				label="Watermark"
				on={isOn}
				onToggle={(on) => desk.edit(setWatermark(desk.getState().history.present, on ? "on" : "off"))}
			/>
			<Remarks field="watermark" />
		</div>
	);
}
