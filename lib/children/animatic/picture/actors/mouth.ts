import type { PlannedLine } from "@/lib/domain/animatic-plan/plan";
import { seedOf } from "@/lib/domain/animatic-plan/seed";

const SYLLABLES_PER_SECOND = 5.2;

/** How open a speaker's mouth is: a beat for each syllable, shut at the commas. */
export function mouthAt(lines: readonly PlannedLine[], figure: number, seconds: number): number {
	const line = lines.find(
		(each) => each.figure === figure && seconds >= each.startSeconds && seconds < each.startSeconds + each.seconds,
	);
	if (!line) return 0;
	const into = seconds - line.startSeconds;
	const letter = line.text.charAt(Math.floor((into / line.seconds) * line.text.length));
	if (/[,.;:!?—–，。；：！？]/u.test(letter)) return 0.05;
	const seed = seedOf(line.text) % 100;
	const beat = Math.abs(Math.sin(into * SYLLABLES_PER_SECOND * Math.PI * 0.5 + seed));
	const stress = 0.6 + 0.4 * Math.sin(into * 3.1 + seed);
	return Math.min(1, beat * stress * Math.min(1, (line.seconds - into) * 8, into * 8));
}
