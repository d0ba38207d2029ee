import type { InputAudioTrack } from "mediabunny";

const STEPS = 240;

/** The loudest moment of each of equal steps over the film, one byte each. */
export async function peaksOf(sound: InputAudioTrack, seconds: number): Promise<Uint8Array> {
	const { AudioSampleSink } = await import("mediabunny");
	const peaks = new Float32Array(STEPS);
	for await (const sample of new AudioSampleSink(sound).samples()) {
		const options = { format: "f32", planeIndex: 0 } as const;
		const values = new Float32Array(sample.allocationSize(options) / Float32Array.BYTES_PER_ELEMENT);
		sample.copyTo(values, options);
		note(peaks, values, sample.timestamp / seconds, sample.duration / seconds);
		sample.close();
	}
	return Uint8Array.from(peaks, (peak) => Math.min(255, Math.round(peak * 255)));
}

function note(peaks: Float32Array, values: Float32Array, startShare: number, share: number): void {
	for (let nth = 0; nth < values.length; nth += 1) {
		const step = Math.floor((startShare + (share * nth) / values.length) * STEPS);
		if (step < 0 || step >= STEPS) continue;
		peaks[step] = Math.max(peaks[step] ?? 0, Math.abs(values[nth] ?? 0));
	}
}
