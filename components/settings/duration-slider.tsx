"use client";

import { useDesk, useDraft } from "@/components/playground/desk-context";
import { Remarks } from "@/components/playground/remarks";
import { Range } from "@/components/ui/range";
import { durationRange, setDuration } from "@/lib/domain/draft/duration";

/** In Shots it sets the total; every shot stretches or shrinks in proportion. */
export function DurationSlider() {
	const desk = useDesk();
	const { atSeconds, minSeconds, maxSeconds } = durationRange(useDraft());
	return (
		<div>
			<div className="flex items-baseline justify-between">
				<span aria-hidden="true" className="text-quiet text-xs">
					Duration
				</span>
				<span aria-hidden="true" className="tabular font-medium text-sm">
					{atSeconds} s
				</span>
			</div>
			<Range
				label="Duration"
				value={atSeconds}
				min={minSeconds}
				max={maxSeconds}
				valueText={`${atSeconds} seconds`}
				onSlide={(seconds) => desk.type(setDuration(desk.getState().history.present, seconds), "duration")}
				onSettle={desk.settle}
			/>
			<div aria-hidden="true" className="tabular flex justify-between text-quiet text-xs">
				<span>{minSeconds} s</span>
				<span>{maxSeconds} s</span>
			</div>
			<Remarks field="duration" />
		</div>
	);
}
