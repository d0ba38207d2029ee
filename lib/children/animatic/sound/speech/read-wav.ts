export interface Recording {
	readonly sampleRate: number;
	readonly samples: Float32Array;
}

/** 16-bit mono PCM; `null` for anything else. */
export function readWav(wav: Uint8Array): Recording | null {
	if (wav.length < 44) return null;
	const view = new DataView(wav.buffer, wav.byteOffset, wav.byteLength);
	let sampleRate = 0;
	for (let at = 12; at + 8 <= wav.length; ) {
		const name = String.fromCharCode(...wav.subarray(at, at + 4));
		const size = Math.min(view.getUint32(at + 4, true), wav.length - at - 8);
		if (name === "fmt ") sampleRate = view.getUint32(at + 12, true);
		if (name === "data") {
			const start = at + 8;
			const samples = new Float32Array(size >> 1);
			for (let nth = 0; nth < samples.length; nth += 1) samples[nth] = view.getInt16(start + 2 * nth, true) / 32768;
			return sampleRate > 0 ? { sampleRate, samples } : null;
		}
		at += 8 + size + (size & 1);
	}
	return null;
}
