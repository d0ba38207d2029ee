"use client";

import { useId } from "react";
import { useDesk, useDraft } from "@/components/playground/desk-context";
import { Remarks } from "@/components/playground/remarks";
import { TextArea } from "@/components/ui/text-area";
import { setPrompt } from "@/lib/domain/draft/prompt";
import { MAX_STORED_CHARS } from "@/lib/domain/shot";
import { CameraChips } from "./camera-chips";
import { PromptLength } from "./prompt-length";
import { ShotsIn, SpeechIn, TicksOf } from "./prose-reading";

const PLACEHOLDER = "A subject, what it does, how the camera moves, where we are. Write what is said in quotes.";

export function PromptBox() {
	const desk = useDesk();
	const draft = useDraft();
	const lengthId = useId();
	const remarksId = useId();
	const { composition } = draft;
	if (composition.mode !== "one-shot") return null;
	const { text, seconds } = composition.prose;
	return (
		<div className="grid grid-cols-1 gap-2">
			<div className="rounded-control bg-well focus-within:outline-2 focus-within:outline-accent-ink">
				<TextArea
					label="Prompt"
					most={MAX_STORED_CHARS}
					rows={4}
					value={text}
					placeholder={PLACEHOLDER}
					onType={(typed) => desk.type(setPrompt(desk.getState().history.present, typed), "prompt")}
					onBlur={desk.settle}
					aria-describedby={`${lengthId} ${remarksId}`}
					className="min-h-28 outline-none"
				/>
				<div className="flex justify-end px-3 pb-2">
					<PromptLength id={lengthId} />
				</div>
			</div>
			<TicksOf text={text} />
			<Remarks field="prompt" id={remarksId} quietCodes={text === "" ? ["prompt-missing"] : []} />
			<SpeechIn text={text} seconds={seconds} />
			<ShotsIn text={text} seconds={seconds} />
			<CameraChips />
		</div>
	);
}
