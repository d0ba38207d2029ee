"use client";

import { useId } from "react";
import { useDesk, useDraft } from "@/components/playground/desk-context";
import { Remarks } from "@/components/playground/remarks";
import { TextArea } from "@/components/ui/text-area";
import { setPrompt } from "@/lib/domain/draft/prompt";
import { PromptLength } from "./prompt-length";

const PLACEHOLDER = "A subject, what it does, how the camera moves, where we are. Write what is said in quotes.";

export function PromptBox() {
	const desk = useDesk();
	const draft = useDraft();
	const lengthId = useId();
	const remarksId = useId();
	const { composition } = draft;
	if (composition.mode !== "one-shot") return null;
	return (
		<div>
			<TextArea
				label="Prompt"
				rows={6}
				value={composition.prose.text}
				placeholder={PLACEHOLDER}
				onType={(text) => desk.type(setPrompt(desk.getState().history.present, text), "prompt")}
				onBlur={desk.settle}
				aria-describedby={`${lengthId} ${remarksId}`}
				className="min-h-40"
			/>
			<div className="mt-1.5 flex justify-end">
				<PromptLength id={lengthId} />
			</div>
			<Remarks field="prompt" id={remarksId} quietCodes={composition.prose.text === "" ? ["prompt-missing"] : []} />
		</div>
	);
}
