"use client";

import { IconButton } from "@/components/ui/button";
import { Range } from "@/components/ui/range";
import { clockText, spokenClock } from "./clock-text";
import { SPEEDS, type Transport } from "./use-transport";
import type { VideoView } from "./use-video";
import type { Volume } from "./volume-memory";

interface ControlBarProps {
	readonly view: VideoView;
	readonly transport: Transport;
	readonly volume: Volume;
	readonly onVolume: (volume: Volume) => void;
	readonly captions: { readonly shown: boolean; readonly toggle: () => void } | null;
	readonly canLoop: boolean;
}

export function ControlBar({ view, transport, volume, onVolume, captions, canLoop }: ControlBarProps) {
	const silent = volume.muted || volume.level === 0;
	return (
		<div className="grid gap-0.5">
			<Range
				label="Seek"
				value={view.seconds}
				min={0}
				max={Math.max(view.duration, 0.01)}
				step={0.01}
				valueText={`${spokenClock(view.seconds)} of ${spokenClock(view.duration)}`}
				onSlide={transport.seek}
				className="[--range-fill:var(--accent)]"
			/>
			<div className="flex flex-wrap items-center gap-x-1">
				<IconButton
					icon={view.playing ? "pause" : "play"}
					label={view.playing ? "Pause" : "Play"}
					onClick={transport.toggle}
					className="text-ink"
				/>
				<IconButton icon="stepBack" label="One frame back" onClick={() => transport.stepFrame(-1)} />
				<IconButton icon="stepForward" label="One frame on" onClick={() => transport.stepFrame(1)} />
				<span className="tabular px-1 text-quiet text-sm">
					{clockText(view.seconds)} / {clockText(view.duration)}
				</span>
				<span className="grow" />
				{canLoop && (
					<IconButton icon="loop" label="Loop shot" aria-pressed={transport.looping} onClick={transport.toggleLoop} />
				)}
				<SpeedButton speed={transport.speed} onChange={transport.setSpeed} />
				{captions && (
					<button
						type="button"
						aria-pressed={captions.shown}
						onClick={captions.toggle}
						className="touchable rounded-control px-2 font-medium text-quiet text-xs hover:bg-raised hover:text-ink aria-pressed:text-accent-ink"
					>
						<span aria-hidden="true">CC</span>
						<span className="sr-only">Captions</span>
					</button>
				)}
				<IconButton
					icon={silent ? "mute" : "sound"}
					label={silent ? "Unmute" : "Mute"}
					onClick={() => onVolume({ level: volume.level || 1, muted: !silent })}
				/>
				<Range
					label="Volume"
					value={silent ? 0 : volume.level}
					min={0}
					max={1}
					step={0.05}
					valueText={`${Math.round((silent ? 0 : volume.level) * 100)} percent`}
					onSlide={(level) => onVolume({ level, muted: level === 0 })}
					className="w-20!"
				/>
				<IconButton icon="enlarge" label="Full screen" onClick={transport.enlarge} className="max-tablet:ml-auto" />
			</div>
		</div>
	);
}

function SpeedButton({ speed, onChange }: { speed: number; onChange: (speed: number) => void }) {
	const next = SPEEDS[(SPEEDS.indexOf(speed) + 1) % SPEEDS.length] ?? 1;
	return (
		<button
			type="button"
			aria-label={`Speed ${speed}, press for ${next}`}
			onClick={() => onChange(next)}
			className="touchable tabular w-10 rounded-control text-quiet text-xs hover:bg-raised hover:text-ink"
		>
			{speed}×
		</button>
	);
}
