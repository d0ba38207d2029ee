import type { Chance } from "../../picture/paint/chance";

function firstState(chance: Chance): number {
	return Math.floor(chance() * 0xffffffff) | 1;
}

/** Quick: one multiplication a sample. */
function nextState(state: number): number {
	return (Math.imul(state, 1664525) + 1013904223) | 0;
}

export function whiteNoise(chance: Chance, samples: number): Float32Array {
	const noise = new Float32Array(samples);
	let state = firstState(chance);
	for (let at = 0; at < samples; at += 1) {
		state = nextState(state);
		noise[at] = state / 2147483648;
	}
	return noise;
}

/** Kellet's three poles: 3 dB less an octave, as most of nature sounds. */
export function pinkNoise(chance: Chance, samples: number): Float32Array {
	const noise = new Float32Array(samples);
	let state = firstState(chance);
	let a = 0;
	let b = 0;
	let c = 0;
	for (let at = 0; at < samples; at += 1) {
		state = nextState(state);
		const white = state / 2147483648;
		a = 0.99765 * a + white * 0.099046;
		b = 0.963 * b + white * 0.2965164;
		c = 0.57 * c + white * 1.0526913;
		noise[at] = (a + b + c + white * 0.1848) * 0.22;
	}
	return noise;
}

/** 6 dB less an octave: rumble. */
export function brownNoise(chance: Chance, samples: number): Float32Array {
	const noise = new Float32Array(samples);
	let state = firstState(chance);
	let level = 0;
	for (let at = 0; at < samples; at += 1) {
		state = nextState(state);
		level = 0.9985 * level + 0.05 * (state / 2147483648);
		noise[at] = level;
	}
	return noise;
}
