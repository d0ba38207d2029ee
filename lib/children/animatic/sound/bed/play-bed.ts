import type { AnimaticPlan, Mood } from "@/lib/domain/animatic-plan/plan";
import { between, type Chance, chanceFrom } from "../../picture/paint/chance";
import { reverberate } from "../signal/reverb";
import { addPanned, decaying } from "../signal/scatter";
import { mixInto, shape } from "../signal/shape";
import { type Stereo, silence, toSamples } from "../stereo";
import { type Chord, MOOD_MUSIC, type MoodMusic } from "./moods";
import { addPad, addPluck, wavetable } from "./tone";

/** Shots of one mood in a row are one piece of music. */
interface Piece {
	readonly mood: Mood;
	readonly startSeconds: number;
	readonly seconds: number;
	readonly isLast: boolean;
}

function piecesOf({ shots, fps }: AnimaticPlan): Piece[] {
	const pieces: Piece[] = [];
	for (const { sound, startFrame, frames } of shots) {
		const before = pieces.at(-1);
		if (before?.mood === sound.bed) {
			pieces[pieces.length - 1] = { ...before, seconds: before.seconds + frames / fps };
		} else {
			pieces.push({ mood: sound.bed, startSeconds: startFrame / fps, seconds: frames / fps, isLast: false });
		}
	}
	return pieces.map((piece, nth) => ({ ...piece, isLast: nth === pieces.length - 1 }));
}

const KEYS = [0, 2, 3, 5, 7, -2, -3] as const;
const MIDDLE_C = 261.63;
const HALL = { seconds: 2.4, damping: 0.3 };
const HALL_SHARE = 0.35;
const CROSSFADE_SECONDS = 0.5;

function hzOf(key: number, semitones: number): number {
	return MIDDLE_C * 2 ** ((key + semitones) / 12);
}

/** As many chords as fit, each as long as the others, so that the harmony turns with the cut; the last film's end is home. */
function chordsOf(music: MoodMusic, { seconds, isLast }: Piece): readonly Chord[] {
	const count = Math.max(1, Math.round(seconds / music.chordSeconds));
	const chords = Array.from({ length: count }, (_, nth) => music.chords[nth % music.chords.length] ?? []);
	return isLast && count > 2 ? [...chords.slice(0, -1), music.chords[0] ?? []] : chords;
}

function boom(chance: Chance): Float32Array {
	const hz = between(chance, 46, 54);
	return decaying(1.1, (t) => Math.sin(2 * Math.PI * hz * t * (1 + 0.6 * Math.exp(-t * 30))));
}

function playPiece(piece: Piece, key: number, chance: Chance): Stereo {
	const music = MOOD_MUSIC[piece.mood];
	const sound = silence(toSamples(piece.seconds + CROSSFADE_SECONDS));
	const chords = chordsOf(music, piece);
	const chordSeconds = piece.seconds / chords.length;
	const padTable = wavetable(music.pad.harmonics);
	const bright = wavetable([1, 0.7, 0.5, 0.35, 0.25, 0.15]);
	const dull = wavetable([1, 0.2, 0.05]);
	const { strikes } = music;
	let struck = 0;
	chords.forEach((chord, nth) => {
		const atSeconds = nth * chordSeconds;
		chord.forEach((semitones, voice) => {
			const gain = (0.1 * music.pad.gain * (voice === 0 ? 1.1 : 1)) / Math.sqrt(chord.length);
			const pan = voice === 0 ? 0 : (voice / (chord.length - 1) - 0.5) * 0.8;
			addPad(sound, padTable, { hz: hzOf(key, semitones), atSeconds, seconds: chordSeconds, gain, pan });
		});
		if (music.boom > 0) addPanned(sound, boom(chance), toSamples(atSeconds), 0, 0.16 * music.boom);
		for (; struck * strikes.everySeconds < atSeconds + chordSeconds - 0.05; struck += 1) {
			const index = strikes.pattern[struck % strikes.pattern.length] ?? null;
			const semitones = index === null ? undefined : chord[Math.min(index, chord.length - 1)];
			if (semitones === undefined) continue;
			addPluck(sound, bright, dull, {
				hz: hzOf(key, semitones + strikes.octave),
				atSeconds: struck * strikes.everySeconds,
				seconds: strikes.ringSeconds,
				gain: 0.13 * strikes.gain * between(chance, 0.75, 1),
				pan: between(chance, -0.5, 0.5),
			});
		}
	});
	return sound;
}

/** The music under it all: chords that move, as each shot's mood asks. */
export function playBed(plan: AnimaticPlan): Stereo {
	const bed = silence(toSamples(plan.seconds));
	const chance = chanceFrom(plan.seed ^ 0x51ed270b);
	const key = KEYS[Math.floor(chance() * KEYS.length)] ?? 0;
	for (const piece of piecesOf(plan)) {
		const played = playPiece(piece, key, chance);
		const { level } = MOOD_MUSIC[piece.mood];
		const whole = piece.seconds + CROSSFADE_SECONDS;
		const ease = (t: number) => level * Math.min(1, (t + 0.1) / CROSSFADE_SECONDS, (whole - t) / CROSSFADE_SECONDS);
		const at = toSamples(piece.startSeconds);
		addPanned(bed, shape(played.left, ease), at, -1, Math.SQRT1_2);
		addPanned(bed, shape(played.right, ease), at, 1, Math.SQRT1_2);
	}
	const hall = reverberate(mixInto(bed.left.slice(), [bed.right, 1]), HALL);
	return { left: mixInto(bed.left, [hall.left, HALL_SHARE]), right: mixInto(bed.right, [hall.right, HALL_SHARE]) };
}
