"use client";

import { statusText } from "@/components/history/status-text";
import { useNow } from "@/components/history/use-now";
import { useSamples } from "@/components/history/use-samples";
import { useKnown } from "@/components/news/news-context";
import { joinClasses } from "@/components/ui/join-classes";
import { catalogEntry } from "@/lib/domain/catalog/catalog";
import { STATE_WORDS } from "@/lib/domain/take/state";
import type { TakeView } from "@/lib/domain/take/view";
import { aspectOf, Frame } from "./frame";
import { NotifyButton } from "./notify-button";

/** Only what is known: a bar only where progress is reported. */
export function WaitingTake({ take }: { take: TakeView }) {
	const { skewMs } = useKnown();
	const nowMs = useNow();
	const samplesOf = useSamples([take]);
	const status = statusText(take, nowMs === null ? take.createdAtMs : nowMs + skewMs, samplesOf(take));
	return (
		<Frame aspect={aspectOf(take.draft)}>
			<div className="grid w-64 max-w-full justify-items-center gap-2 p-4 text-center">
				<p className="font-semibold text-xl">{STATE_WORDS[take.state.kind]}</p>
				<p className={joinClasses("tabular min-h-5 text-pretty text-sm", status.urgent ? "text-warn" : "text-quiet")}>
					{status.detail}
				</p>
				{status.progress !== null && (
					<div className="mt-1 h-0.5 w-full overflow-hidden rounded-full bg-paper/20">
						<div
							className="h-full origin-left bg-accent forced-color-adjust-none transition-transform duration-240"
							style={{ transform: `scaleX(${status.progress})` }}
						/>
					</div>
				)}
				<p className="text-quiet text-xs">{catalogEntry(take.gateway).label}</p>
				<NotifyButton />
			</div>
		</Frame>
	);
}
