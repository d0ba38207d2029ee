import type { CSSProperties } from "react";
import { type Shot, totalSeconds } from "@/lib/domain/shot";
import { clockText } from "./clock-text";

/** The sample as it lies on a cutting table: its stills as wide as they are long, and its sound below. */
export function SampleFilm({ shots }: { shots: readonly Shot[] }) {
	const total = totalSeconds(shots);
	return (
		<div className="@container">
			<ol aria-label="A sample draft" className="flex gap-0.5">
				{shots.map((shot, index) => {
					const start = totalSeconds(shots.slice(0, index));
					return (
						<li key={shot.id} className="group/shot min-w-0" style={{ flexGrow: shot.seconds, flexBasis: 0 }}>
							<p className="tabular mb-2 flex gap-2 border-edge-strong border-l pl-2 text-quiet text-xs">
								<span className="font-semibold text-ink">{index + 1}</span>
								<span className="grow max-tablet:hidden">{clockText(start)}</span>
								<span className="pr-2">{shot.seconds} s</span>
							</p>
							<img
								src={`/samples/film/shot-${index + 1}.jpg`}
								alt=""
								width={800}
								height={450}
								className="h-[max(8rem,30cqw)] max-h-[42dvh] w-full bg-well object-cover group-first/shot:rounded-tl-panel group-last/shot:rounded-tr-panel"
							/>
							<div className="mt-0.5 bg-panel px-0 py-1.5 group-first/shot:rounded-bl-panel group-last/shot:rounded-br-panel">
								<div
									aria-hidden="true"
									className="h-7 bg-quiet forced-color-adjust-none"
									style={soundStyle(start, shot.seconds, total)}
								/>
							</div>
							<p className="mt-3 pr-4 pl-2 text-pretty text-sm max-tablet:sr-only">{shot.words}</p>
						</li>
					);
				})}
			</ol>
		</div>
	);
}

/** This shot's part of the whole film's waveform. */
function soundStyle(start: number, seconds: number, total: number): CSSProperties {
	const rest = total - seconds;
	return {
		maskImage: "url(/samples/film/sound.svg)",
		maskSize: `${(total / seconds) * 100}% 100%`,
		maskPosition: `${rest > 0 ? (start / rest) * 100 : 0}% 0`,
	};
}
