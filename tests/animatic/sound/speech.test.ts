import { describe, expect, it } from "vitest";
import { monoLufs } from "@/lib/children/animatic/sound/mix/loudness";
import { speak } from "@/lib/children/animatic/sound/speech/flite";
import { murmur } from "@/lib/children/animatic/sound/speech/murmur";
import { sayLines } from "@/lib/children/animatic/sound/speech/say-lines";
import { SAMPLE_RATE, toSamples } from "@/lib/children/animatic/sound/stereo";
import type { PlannedLine } from "@/lib/domain/animatic-plan/plan";
import { planAnimatic } from "@/lib/domain/animatic-plan/plan-animatic";
import { shotsDraft } from "../support/drafts";
import { pitchHz } from "./pitch";

const LINE: PlannedLine = {
	speaker: "a man",
	figure: null,
	voice: "rms",
	text: "We should have left an hour ago.",
	rendering: "speech",
	startSeconds: 0.3,
	seconds: 2,
	speed: 1,
	overflows: false,
};

describe("the voice", () => {
	it("says more words in more time, and the same faster in less", async () => {
		const seconds = async (text: string, rate: number) => ((await speak(text, "slt", rate))?.length ?? 0) / SAMPLE_RATE;
		const usual = await seconds("We should have left an hour ago.", 1);
		expect(usual).toBeGreaterThan(1);
		expect(usual).toBeLessThan(4);
		expect(await seconds("Left.", 1)).toBeLessThan(usual / 2);
		expect(await seconds("We should have left an hour ago.", 1.4)).toBeLessThan(usual / 1.25);
	});

	it("of a woman is higher than that of a man", async () => {
		const pitch = async (voice: "slt" | "rms") => pitchHz((await speak(LINE.text, voice, 1)) ?? new Float32Array());
		const [woman, man] = [await pitch("slt"), await pitch("rms")];
		expect(man).toBeGreaterThan(70);
		expect(woman).toBeGreaterThan(1.25 * man);
	});

	it("has nothing to say where there are no words it knows", async () => {
		expect(await speak("。。。", "slt", 1)).toBeNull();
	});

	it("takes quotes, dashes, accents and what looks like an option", async () => {
		for (const text of ["“It’s naïve — really…”", "-voice kal", "100% sure; `rm`"]) {
			expect((await speak(text, "slt", 1))?.length).toBeGreaterThan(SAMPLE_RATE / 4);
		}
	});
});

describe("the lines of a film", () => {
	const talk = shotsDraft([
		[3, 'A man says: "Did you hear that noise, down in the cellar?"'],
		[
			3,
			'A woman says: "This is a very long sentence that nobody could possibly say within the three seconds of this one shot."',
		],
		[3, 'A man says: "Yes." A woman says: "No."'],
	]);
	const plan = planAnimatic(talk);

	it("are all heard, one after the other, none beyond its shot", async () => {
		const { lines } = await sayLines(plan);
		expect(lines.map(({ shot, line }) => [shot, line])).toEqual([
			[0, 0],
			[1, 0],
			[2, 0],
			[2, 1],
		]);
		for (const { shot, startSeconds, endSeconds } of lines) {
			expect(startSeconds).toBeGreaterThanOrEqual(shot * 3);
			expect(endSeconds).toBeLessThan(shot * 3 + 3);
		}
		for (const [nth, { startSeconds }] of lines.slice(1).entries()) {
			expect(startSeconds).toBeGreaterThan(lines[nth]?.endSeconds ?? 0);
		}
	});

	it("take as long as the picture moves its mouths, where a line is longer than a moment", async () => {
		const { lines } = await sayLines(plan);
		const lengths = lines.map(({ shot, line, startSeconds, endSeconds }) => ({
			planned: plan.shots[shot]?.lines[line]?.seconds ?? 0,
			said: endSeconds - startSeconds,
		}));
		const long = lengths.filter(({ planned }) => planned > 2);
		expect(long.length).toBeGreaterThan(1);
		for (const { planned, said } of long) expect(Math.abs(said - planned) / planned).toBeLessThan(0.08);
	});

	it("are equally loud", async () => {
		const { lines, samples } = await sayLines(plan);
		const loud = lines
			.filter(({ startSeconds, endSeconds }) => endSeconds - startSeconds > 0.8)
			.map(({ startSeconds, endSeconds }) => monoLufs(samples.slice(toSamples(startSeconds), toSamples(endSeconds))));
		expect(loud.length).toBeGreaterThan(1);
		expect(Math.max(...loud) - Math.min(...loud)).toBeLessThan(1.5);
	});
});

describe("a murmur", () => {
	it("takes the planned time, in as many syllables as the words have", () => {
		const sound = murmur({ ...LINE, text: "我们走吧", rendering: "murmur" }, 1.2, 7);
		expect(sound).toHaveLength(toSamples(1.2));
		expect(syllables(sound)).toBe(4);
	});
});

/** How often the sound rises out of its pauses. */
function syllables(sound: Float32Array): number {
	const step = toSamples(0.01);
	let count = 0;
	let isLoud = false;
	for (let from = 0; from + step <= sound.length; from += step) {
		const level = sound.subarray(from, from + step).reduce((most, each) => Math.max(most, Math.abs(each)), 0);
		if (!isLoud && level > 0.05) count += 1;
		isLoud = level > 0.02;
	}
	return count;
}
