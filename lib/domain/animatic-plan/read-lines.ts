import { speakingSeconds } from "../prose/speaking-time";
import type { SpokenLine } from "../prose/spoken-line";
import type { Figure, PlannedLine } from "./plan";
import { seedOf } from "./seed";
import { soundsFemale } from "./words/names";

const SHORTEST_LINE_SECONDS = 0.5;
const LEAD_SECONDS = 0.3;
const GAP_SECONDS = 0.25;
const FASTEST = 1.45;
const MALE_VOICES = ["rms", "awb"] as const;

const FOREIGN = /[^\p{Script=Latin}\p{N}\p{P}\p{S}\p{Z}\s]/u;

function voiceOf(speaker: string | null, figure: Figure | null): PlannedLine["voice"] {
	if (figure?.build === "robot") return "kal16";
	if (figure?.build === "woman" || (speaker !== null && soundsFemale(speaker))) return "slt";
	if (speaker === null && figure === null) return "slt";
	return MALE_VOICES[seedOf(figure?.identity ?? speaker?.toLowerCase() ?? "") % MALE_VOICES.length] ?? "rms";
}

/** "the woman in the red hat" is the figure "woman"; "man" is not. */
function names(speaker: string, identity: string): boolean {
	if (/\p{Script=Han}/u.test(identity)) return speaker.includes(identity) || identity.includes(speaker);
	return ` ${speaker} `.includes(` ${identity} `) || ` ${identity} `.includes(` ${speaker} `);
}

function figureOf(speaker: string | null, figures: readonly Figure[], nth: number): number | null {
	if (figures.length === 0) return null;
	const named = speaker?.toLowerCase();
	const own = named ? figures.findIndex(({ identity }) => names(named, identity)) : -1;
	if (own >= 0) return own;
	if (named && soundsFemale(named))
		return Math.max(
			0,
			figures.findIndex(({ build }) => build === "woman"),
		);
	if (named && /^(?:he|man|boy)$/iu.test(named))
		return Math.max(
			0,
			figures.findIndex(({ build }) => build === "man"),
		);
	return nth % figures.length;
}

/** Lines one after the other within their shot, faster where they must be; what still does not fit says so. */
export function timeLines(
	spoken: readonly Pick<SpokenLine, "speaker" | "text">[],
	figures: readonly Figure[],
	seconds: number,
): PlannedLine[] {
	const natural = spoken.map(({ text }) => Math.max(SHORTEST_LINE_SECONDS, speakingSeconds(text)));
	const gaps = LEAD_SECONDS + GAP_SECONDS * spoken.length;
	const wanted = natural.reduce((sum, each) => sum + each, 0);
	const speed = Math.min(FASTEST, Math.max(1, wanted / Math.max(0.4, seconds - gaps)));
	let at = Math.min(LEAD_SECONDS, seconds / 4);
	const speakers = [...new Set(spoken.map(({ speaker }) => speaker))];
	return spoken.map((line, nth) => {
		const figure = figureOf(line.speaker, figures, speakers.indexOf(line.speaker));
		const length = (natural[nth] ?? 0) / speed;
		const startSeconds = Math.min(at, seconds);
		at += length + GAP_SECONDS;
		return {
			speaker: line.speaker,
			figure,
			voice: voiceOf(line.speaker, figure === null ? null : (figures[figure] ?? null)),
			text: line.text,
			rendering: FOREIGN.test(line.text) ? "murmur" : "speech",
			startSeconds: round(startSeconds),
			seconds: round(Math.max(0, Math.min(length, seconds - startSeconds))),
			speed: round(speed),
			overflows: startSeconds + length > seconds + 0.05,
		};
	});
}

function round(value: number): number {
	return Math.round(value * 1000) / 1000;
}
