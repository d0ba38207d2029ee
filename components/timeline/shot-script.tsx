"use client";

import { useId, useState } from "react";
import { useDesk, useDeskState, useDraft } from "@/components/playground/desk-context";
import { useGatewayEntry } from "@/components/playground/use-verdict";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { Summary } from "@/components/ui/summary";
import { TextArea } from "@/components/ui/text-area";
import { modality } from "@/lib/domain/draft";
import { replaceShots } from "@/lib/domain/draft/replace-shots";
import { formatShots } from "@/lib/domain/grammar/format-shots";
import { parseScript } from "@/lib/domain/grammar/parse-script";
import { type ScriptProblem, usableShots } from "@/lib/domain/grammar/parsed-script";
import { MAX_SHOTS, MAX_STORED_CHARS, type Shots } from "@/lib/domain/shot";
import { applyEdits, sliceRange } from "@/lib/domain/text-range";

/** Every shot as long as it may be, with its marker. */
const MAX_SCRIPT_CHARS = (MAX_SHOTS + 1) * MAX_STORED_CHARS;

/** The timeline as the model reads it. Typing or pasting a script here moves the timeline as soon as it makes sense. */
export function ShotScript({ shots }: { shots: Shots }) {
	const desk = useDesk();
	const draft = useDraft();
	const entry = useGatewayEntry();
	const problemsId = useId();
	const [opened, setOpened] = useState(false);
	const typed = useDeskState((state) => state.script);
	const text = typed ?? formatShots(shots, "shot");
	const { advised, hard } = entry.prompt[modality(draft)];
	const script = parseScript(text, { limits: { advised, hard, shotChars: entry.shots.maxWords } });
	const problems = typed === null ? [] : script.problems;

	function type(next: string) {
		desk.holdScript(next);
		const usable = usableShots(parseScript(next));
		if (usable) desk.type(replaceShots(desk.getState().history.present, usable), "script");
	}
	function leave() {
		desk.settle();
		if (usableShots(script)) desk.holdScript(null);
	}
	return (
		<details
			open={opened || problems.length > 0}
			onToggle={(event) => setOpened(event.currentTarget.open)}
			className="group/open"
		>
			<Summary className="touchable -ml-1 pr-2">Script</Summary>
			<div className="mt-1 grid grid-cols-1 gap-2">
				<TextArea
					label="Shot script"
					most={MAX_SCRIPT_CHARS}
					rows={3}
					value={text}
					spellCheck={false}
					onType={type}
					onBlur={leave}
					aria-describedby={problemsId}
					className="text-base"
				/>
				<ul id={problemsId} className="grid gap-2">
					{problems.map((problem) => (
						<ProblemItem
							key={`${problem.code} ${problem.range.start}`}
							problem={problem}
							text={text}
							onFix={(fixed) => type(fixed)}
						/>
					))}
				</ul>
			</div>
		</details>
	);
}

interface ProblemItemProps {
	readonly problem: ScriptProblem;
	readonly text: string;
	readonly onFix: (text: string) => void;
}

function ProblemItem({ problem, text, onFix }: ProblemItemProps) {
	const { fix, range, severity, sentence } = problem;
	const place = sliceRange(text, range).trim();
	return (
		<li className="grid justify-items-start gap-1">
			<Note tone={severity === "error" ? "refusal" : "plain"}>
				{place && <q className="text-ink">{place.length > 40 ? `${place.slice(0, 40)}…` : place}</q>} {sentence}
			</Note>
			{fix && <Button onClick={() => onFix(applyEdits(text, fix.edits))}>{fix.label}</Button>}
		</li>
	);
}
