import { between, type Chance } from "../../picture/paint/chance";
import { bandpass, filter, highpass, lowpass } from "../signal/biquad";
import { pinkNoise } from "../signal/noise";
import { addPanned, glide, scatter } from "../signal/scatter";
import { addAt, mixInto, shape, wander } from "../signal/shape";
import { SAMPLE_RATE, type Stereo, toSamples } from "../stereo";
import type { Ambience } from "./ambience";

/** One bird's phrase: a few notes, each bent its own way, repeated as birds do. */
export function birdPhrase(chance: Chance): Float32Array {
	const base = between(chance, 2300, 4600);
	const notes = 2 + Math.floor(chance() * 5);
	const bend = between(chance, -0.35, 0.35);
	const noteSeconds = between(chance, 0.05, 0.13);
	const gapSeconds = between(chance, 0.02, 0.07);
	const trill = chance() < 0.35 ? between(chance, 4, 9) : 0;
	const phrase = new Float32Array(toSamples(notes * (noteSeconds + gapSeconds) + 0.05));
	for (let nth = 0; nth < notes; nth += 1) {
		const hz = base * between(chance, 0.92, 1.08);
		const note = glide(noteSeconds, (u) => hz * (1 + bend * (u - 0.5) + 0.06 * Math.sin(trill * 6.28 * u)), 0.8);
		addAt(phrase, note, toSamples(nth * (noteSeconds + gapSeconds)));
	}
	return phrase;
}

function addBirds(sound: Stereo, chance: Chance, perSecond: number, gain: number): void {
	const singers = Array.from({ length: 4 }, () => ({
		pan: between(chance, -0.9, 0.9),
		far: between(chance, 0.25, 1),
		song: birdPhrase(chance),
	}));
	scatter(chance, sound.left.length, perSecond, (at) => {
		const singer = singers[Math.floor(chance() * singers.length)];
		if (singer) addPanned(sound, singer.song, at, singer.pan, singer.far * gain);
	});
}

function leaves(chance: Chance, samples: number): Float32Array {
	const rustle = filter(pinkNoise(chance, samples), highpass(1400), lowpass(7000));
	return shape(rustle, wander(chance, 0.15, 0.8, 1.3));
}

function air(chance: Chance, samples: number): Float32Array {
	return filter(pinkNoise(chance, samples), bandpass(420, 0.5));
}

export const birds: Ambience = (chance, samples) => {
	const sound = { left: air(chance, samples), right: air(chance, samples) };
	for (const channel of [sound.left, sound.right]) shape(channel, () => 0.12);
	addBirds(sound, chance, 2.2, 0.14);
	return sound;
};

export const forest: Ambience = (chance, samples) => {
	const ear = () => mixInto(leaves(chance, samples), [air(chance, samples), 0.4]);
	const sound = { left: ear(), right: ear() };
	addBirds(sound, chance, 0.9, 0.08);
	return sound;
};

function cricket(chance: Chance, samples: number): Float32Array {
	const hz = between(chance, 3900, 4700);
	const chirpSeconds = between(chance, 0.5, 0.8);
	const startSeconds = chance();
	const song = new Float32Array(samples);
	for (let at = 0; at < samples; at += 1) {
		const t = at / SAMPLE_RATE;
		const share = ((t + startSeconds) % chirpSeconds) / chirpSeconds;
		if (share < 0.42) song[at] = Math.sin(2 * Math.PI * hz * t) * Math.sin((Math.PI * 4 * share) / 0.42) ** 2;
	}
	return song;
}

export const crickets: Ambience = (chance, samples) => {
	const sound = { left: air(chance, samples), right: air(chance, samples) };
	for (const channel of [sound.left, sound.right]) shape(channel, () => 0.25);
	for (let nth = 0; nth < 4; nth += 1) {
		addPanned(sound, cricket(chance, samples), 0, between(chance, -0.9, 0.9), between(chance, 0.02, 0.07));
	}
	return sound;
};
