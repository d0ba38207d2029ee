"use client";

import { useDesk, useDeskState, useDraft } from "@/components/playground/desk-context";
import { Remarks } from "@/components/playground/remarks";
import { useGatewayEntry } from "@/components/playground/use-verdict";
import { PromptLength } from "@/components/prompt/prompt-length";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { Switch } from "@/components/ui/switch";
import { editShots } from "@/lib/domain/draft/shots";
import { formatMoney } from "@/lib/domain/money-text";
import { quoteDraft } from "@/lib/domain/quote/quote";
import { totalSeconds } from "@/lib/domain/shot";
import { availableEdits } from "@/lib/domain/timeline/available-edits";
import { ShotRow } from "./shot-row";
import { ShotScript } from "./shot-script";

export function ShotList() {
	const desk = useDesk();
	const draft = useDraft();
	const { trim, problem } = useDeskState((state) => state);
	const quote = quoteDraft(draft, useGatewayEntry());
	if (draft.composition.mode !== "shots") return null;
	const { shots } = draft.composition;
	const edits = availableEdits(shots, trim);
	const prices = quote.kind === "exact" ? quote.shotPrices.map(formatMoney) : [];
	return (
		<section aria-label="Timeline" className="grid grid-cols-1 gap-4">
			<div className="flex items-center gap-1">
				<h3 className="tabular grow font-semibold text-sm">{totalSeconds(shots)} s</h3>
				<Switch
					label="Ripple"
					hint="On: changing a shot changes the total. Off: its neighbour pays."
					on={trim === "ripple"}
					onToggle={(on) => desk.chooseTrim(on ? "ripple" : "roll")}
					className="text-quiet"
				/>
			</div>
			<ol className="grid grid-cols-1 gap-5">
				{shots.map((shot, index) => {
					const rowEdits = edits.shots[index];
					return (
						rowEdits && (
							<ShotRow
								key={shot.id}
								shot={shot}
								shots={shots}
								index={index}
								edits={rowEdits}
								price={prices[index] ?? null}
							/>
						)
					);
				})}
			</ol>
			{problem && <Note tone="refusal">{problem}</Note>}
			<div className="flex items-center justify-between">
				<Button
					icon="plus"
					disabled={!edits.add.ok}
					title={edits.add.ok ? undefined : edits.add.problem.sentence}
					onClick={() => desk.edit(editShots(draft, () => edits.add))}
				>
					Add shot
				</Button>
				<PromptLength />
			</div>
			<ShotScript shots={shots} />
			<Remarks field="shots" />
			<Remarks field="prompt" />
		</section>
	);
}
