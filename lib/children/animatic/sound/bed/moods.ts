import type { Mood } from "@/lib/domain/animatic-plan/plan";

/** Semitones above the film's key note, lowest first; the lowest is the bass. */
export type Chord = readonly number[];

export interface MoodMusic {
	readonly chords: readonly Chord[];
	/** About how long one chord stands. */
	readonly chordSeconds: number;
	readonly pad: { readonly harmonics: readonly number[]; readonly gain: number };
	/** Chord tones struck one after the other, as indices into the chord; `null` is a rest. */
	readonly strikes: {
		readonly pattern: readonly (number | null)[];
		readonly everySeconds: number;
		readonly octave: number;
		readonly ringSeconds: number;
		readonly gain: number;
	};
	/** A low drum at the beginning of chords. */
	readonly boom: number;
	readonly level: number;
}

const SOFT = [1, 0.35, 0.16, 0.07];
const WARM = [1, 0.5, 0.3, 0.16, 0.09, 0.05];
const REED = [1, 0.15, 0.5, 0.1, 0.28, 0.06, 0.12];
const GLASS = [1, 0.05, 0.3, 0.03, 0.12];
const WIDE = [1, 0.6, 0.45, 0.3, 0.2, 0.14, 0.1, 0.06];

export const MOOD_MUSIC: Readonly<Record<Mood, MoodMusic>> = {
	neutral: {
		chords: [
			[-12, 0, 7, 14, 16],
			[-15, -3, 4, 9, 16],
			[-7, 0, 5, 9, 16],
			[-5, 2, 7, 11, 14],
		],
		chordSeconds: 3,
		pad: { harmonics: SOFT, gain: 1 },
		strikes: {
			pattern: [1, null, 3, null, 4, null, 2, null],
			everySeconds: 0.5,
			octave: 12,
			ringSeconds: 1.8,
			gain: 0.5,
		},
		boom: 0,
		level: 0.8,
	},
	warm: {
		chords: [
			[-12, 4, 7, 11, 16],
			[-7, 5, 9, 12, 16],
			[-10, 2, 5, 9, 12],
			[-5, 2, 5, 11, 14],
		],
		chordSeconds: 3.2,
		pad: { harmonics: WARM, gain: 1 },
		strikes: { pattern: [1, 2, 3, 4, 3, 2], everySeconds: 0.4, octave: 12, ringSeconds: 1.6, gain: 0.5 },
		boom: 0,
		level: 0.9,
	},
	tense: {
		chords: [
			[-24, -12, -5, 3],
			[-24, -11, -4, 1],
			[-24, -12, -5, 3, 6],
			[-25, -13, -6, 2],
		],
		chordSeconds: 2.8,
		pad: { harmonics: REED, gain: 0.8 },
		strikes: { pattern: [0, 0, null, 0, 0, null, 0, 2], everySeconds: 0.28, octave: 12, ringSeconds: 0.5, gain: 0.8 },
		boom: 0.5,
		level: 0.9,
	},
	melancholy: {
		chords: [
			[-12, 3, 7, 12, 14],
			[-16, 0, 3, 8, 15],
			[-7, 0, 5, 8, 12],
			[-5, -1, 2, 7, 14],
		],
		chordSeconds: 3.6,
		pad: { harmonics: SOFT, gain: 0.8 },
		strikes: {
			pattern: [3, null, null, 4, 2, null, 1, null],
			everySeconds: 0.6,
			octave: 12,
			ringSeconds: 2.6,
			gain: 0.8,
		},
		boom: 0,
		level: 0.85,
	},
	joyful: {
		chords: [
			[-12, 0, 4, 7, 12],
			[-5, 2, 7, 11, 14],
			[-3, 0, 4, 9, 16],
			[-7, 0, 5, 9, 12],
		],
		chordSeconds: 2,
		pad: { harmonics: WARM, gain: 0.6 },
		strikes: { pattern: [1, 2, 3, 4, 2, 3, 4, 3], everySeconds: 0.25, octave: 12, ringSeconds: 0.9, gain: 0.8 },
		boom: 0.25,
		level: 1,
	},
	noir: {
		chords: [
			[-12, 3, 7, 10, 14],
			[-7, 3, 8, 12, 15],
			[-16, 3, 7, 12, 14],
			[-5, 5, 8, 11, 15],
		],
		chordSeconds: 3.4,
		pad: { harmonics: SOFT, gain: 0.6 },
		strikes: { pattern: [0, null, 3, 2, null, 4, null, 1], everySeconds: 0.46, octave: 0, ringSeconds: 1.5, gain: 1 },
		boom: 0,
		level: 0.9,
	},
	dreamy: {
		chords: [
			[-12, 4, 7, 11, 14],
			[-10, 2, 6, 9, 14],
			[-3, 4, 7, 12, 16],
			[-12, 2, 7, 11, 18],
		],
		chordSeconds: 3.8,
		pad: { harmonics: GLASS, gain: 1 },
		strikes: { pattern: [4, 2, 3, null, 1, 3], everySeconds: 0.55, octave: 24, ringSeconds: 2.8, gain: 0.4 },
		boom: 0,
		level: 0.85,
	},
	epic: {
		chords: [
			[-24, -12, -5, 0, 3],
			[-28, -16, -4, 0, 3],
			[-21, -9, -2, 3, 7],
			[-26, -14, -2, 2, 5],
		],
		chordSeconds: 2.8,
		pad: { harmonics: WIDE, gain: 1.1 },
		strikes: { pattern: [1, 1, 3, 1, 1, 4], everySeconds: 0.35, octave: 12, ringSeconds: 0.8, gain: 0.5 },
		boom: 1,
		level: 1.05,
	},
};
