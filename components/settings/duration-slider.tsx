"use client";

import { useDesk, useDraft } from "@/components/playground/desk-context";
import { Remarks } from "@/components/playground/remarks";
import { Icon } from "@/components/ui/icon";
import { Range } from "@/components/ui/range";
import { durationRange, setDuration } from "@/lib/domain/draft/duration";
import { Modality } from "./modality";

/** In Shots it sets the total; every shot stretches or shrinks in proportion. */
export function DurationSlider() {
	const desk = useDesk();
	const { atSeconds, minSeconds, maxSeconds } = durationRange(useDraft());
	return (
		<div>
			<div className="flex items-center justify-between">
				<span aria-hidden="true" className="text-quiet text-xs">
					Duration <span className="tabular ml-1 font-medium text-ink text-sm">{atSeconds} s</span>
				</span>
				<p className="flex items-center gap-3 text-quiet text-xs">
					<Modality />
					<span className="inline-flex items-center gap-1">
						<Icon name="sound" className="size-3.5" />
						Sound: always on
					</span>
				</p>
			</div>
			<div className="flex items-center gap-3">
				<span aria-hidden="true" className="tabular shrink-0 text-quiet text-xs">
					{minSeconds} s
				</span>
				<Range
					label="Duration"
					value={atSeconds}
					min={minSeconds}
					max={maxSeconds}
					valueText={`${atSeconds} seconds`}
					onSlide={(seconds) => desk.type(setDuration(desk.getState().history.present, seconds), "duration")}
					onSettle={desk.settle}
				/>
				<span aria-hidden="true" className="tabular shrink-0 text-quiet text-xs">
					{maxSeconds} s
				</span>
			</div>
			<Remarks field="duration" />
		</div>
	);
}
