"use client";

interface WaveformProps {
	/** 0 to 1, in equal steps over the film. */
	readonly peaks: readonly number[];
	/** 0 to 1. */
	readonly played: number;
	readonly onSeek: (fraction: number) => void;
}

const BAR = 2;
const GAP = 1;
const HEIGHT = 32;

/** A second way to seek for eyes and hands; the slider above it is the one for keys and screen readers. */
export function Waveform({ peaks, played, onSeek }: WaveformProps) {
	const width = peaks.length * (BAR + GAP);
	const path = peaks
		.map((peak, index) => {
			const half = Math.max(0.5, (peak * HEIGHT) / 2);
			return `M${index * (BAR + GAP) + BAR / 2} ${HEIGHT / 2 - half}V${HEIGHT / 2 + half}`;
		})
		.join("");
	return (
		<svg
			aria-hidden="true"
			viewBox={`0 0 ${width} ${HEIGHT}`}
			preserveAspectRatio="none"
			className="block h-8 w-full cursor-pointer text-edge-strong"
			onPointerDown={(event) => {
				const box = event.currentTarget.getBoundingClientRect();
				onSeek((event.clientX - box.left) / box.width);
			}}
		>
			<path d={path} stroke="currentColor" strokeWidth={BAR} vectorEffect="none" />
			<path
				d={path}
				stroke="var(--accent)"
				strokeWidth={BAR}
				style={{ clipPath: `inset(0 ${(1 - played) * 100}% 0 0)` }}
			/>
		</svg>
	);
}
