"use client";

import { useDesk, useDeskState, useDraft } from "@/components/playground/desk-context";
import { Remarks } from "@/components/playground/remarks";
import { SpeechIn } from "@/components/prompt/prose-reading";
import { IconButton } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-area";
import { editShots, setShotWords } from "@/lib/domain/draft/shots";
import { MAX_STORED_CHARS, type Shot, type Shots } from "@/lib/domain/shot";
import type { ShotEdits } from "@/lib/domain/timeline/available-edits";
import type { ShotsEdit } from "@/lib/domain/timeline/edit-problem";
import { setShotSeconds, shotRange } from "@/lib/domain/timeline/shot-seconds";
import { SecondsStepper } from "./seconds-stepper";

interface ShotRowProps {
	readonly shot: Shot;
	readonly shots: Shots;
	readonly index: number;
	readonly edits: ShotEdits;
	readonly price: string | null;
}

export function ShotRow({ shot, shots, index, edits, price }: ShotRowProps) {
	const desk = useDesk();
	const trim = useDeskState((state) => state.trim);
	const number = index + 1;
	const range = shotRange(shots, index, trim);
	return (
		<li className="grid grid-cols-1 gap-1.5">
			<div className="flex flex-wrap items-center gap-x-1">
				<span aria-hidden="true" className="tabular w-5 font-semibold text-sm">
					{number}
				</span>
				<SecondsStepper
					label={`Seconds of shot ${number}`}
					seconds={shot.seconds}
					min={range?.minSeconds ?? shot.seconds}
					max={range?.maxSeconds ?? shot.seconds}
					onStep={(seconds) => {
						const present = desk.getState().history.present;
						const edited = editShots(present, (now) => setShotSeconds(now, index, seconds, trim));
						if (!edited.ok) return edited.problem.sentence;
						desk.edit(edited);
						return null;
					}}
				/>
				{price && <span className="tabular ml-2 text-quiet text-xs">{price}</span>}
				<span className="ml-auto flex">
					<EditButton icon="arrowLeft" label={`Move shot ${number} earlier`} edit={edits.moveEarlier} turn />
					<EditButton icon="arrowRight" label={`Move shot ${number} later`} edit={edits.moveLater} turn />
					<EditButton icon="split" label={`Split shot ${number}`} edit={edits.split} />
					<EditButton icon="copy" label={`Duplicate shot ${number}`} edit={edits.duplicate} />
					<EditButton icon="trash" label={`Delete shot ${number}`} edit={edits.delete} />
				</span>
			</div>
			<TextArea
				label={`Shot ${number}`}
				most={MAX_STORED_CHARS}
				rows={2}
				value={shot.words}
				placeholder="What happens in this shot"
				onType={(words) => desk.type(setShotWords(desk.getState().history.present, index, words), `shot-${shot.id}`)}
				onBlur={desk.settle}
			/>
			<Remarks field={`shot-${number}`} />
			<SpeechIn text={shot.words} seconds={shot.seconds} />
		</li>
	);
}

interface EditButtonProps {
	readonly icon: Parameters<typeof IconButton>[0]["icon"];
	readonly label: string;
	readonly edit: ShotsEdit;
	/** Rows stand above each other, so earlier points up. */
	readonly turn?: boolean;
}

function EditButton({ icon, label, edit, turn = false }: EditButtonProps) {
	const desk = useDesk();
	const draft = useDraft();
	return (
		<IconButton
			icon={icon}
			label={label}
			title={edit.ok ? label : edit.problem.sentence}
			disabled={!edit.ok}
			onClick={() => desk.edit(editShots(draft, () => edit))}
			className={turn ? "[&>svg]:rotate-90" : ""}
		/>
	);
}
