import { SAMPLE_RATE, type Stereo } from "../stereo";

export interface Space {
	/** Until it has died away by 60 dB. */
	readonly seconds: number;
	/** 0 keeps the treble, 1 swallows it. */
	readonly damping: number;
}

const DELAYS = [1433, 1867, 2297, 2741] as const;

/** Four delay lines that feed one another (Householder), two of them to each ear: a room for what has none. */
export function reverberate(dry: Float32Array, { seconds, damping }: Space): Stereo {
	const lines = DELAYS.map((delay) => ({
		buffer: new Float32Array(delay),
		gain: 10 ** ((-3 * delay) / (seconds * SAMPLE_RATE)),
		at: 0,
		held: 0,
	}));
	const left = new Float32Array(dry.length);
	const right = new Float32Array(dry.length);
	const outs = [0, 0, 0, 0];
	for (let at = 0; at < dry.length; at += 1) {
		let sum = 0;
		for (let nth = 0; nth < 4; nth += 1) {
			const line = lines[nth];
			if (!line) continue;
			line.held += ((line.buffer[line.at] ?? 0) * line.gain - line.held) * (1 - damping);
			outs[nth] = line.held;
			sum += line.held;
		}
		const fed = (dry[at] ?? 0) - sum / 2;
		for (let nth = 0; nth < 4; nth += 1) {
			const line = lines[nth];
			if (!line) continue;
			line.buffer[line.at] = fed + (outs[nth] ?? 0);
			line.at = line.at + 1 === line.buffer.length ? 0 : line.at + 1;
		}
		left[at] = ((outs[0] ?? 0) + (outs[2] ?? 0)) * 0.5;
		right[at] = ((outs[1] ?? 0) + (outs[3] ?? 0)) * 0.5;
	}
	return { left, right };
}
