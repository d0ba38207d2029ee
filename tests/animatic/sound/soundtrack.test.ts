import { describe, expect, it } from "vitest";
import { makeSoundtrack } from "@/lib/children/animatic/sound/make-soundtrack";
import { integratedLufs, momentaryLufs } from "@/lib/children/animatic/sound/mix/loudness";
import { truePeaks } from "@/lib/children/animatic/sound/mix/true-peak";
import { sayLines } from "@/lib/children/animatic/sound/speech/say-lines";
import { type Stereo, toSamples } from "@/lib/children/animatic/sound/stereo";
import { planAnimatic } from "@/lib/domain/animatic-plan/plan-animatic";
import type { Draft } from "@/lib/domain/draft";
import { proseDraft, shotsDraft } from "../support/drafts";
import { bandDecibels } from "./band";
import { stoi } from "./stoi";

const FILMS: readonly (readonly [string, Draft])[] = [
	["without a word", proseDraft("", 3)],
	["of a quiet room", proseDraft("An empty office.", 4)],
	["of a storm", proseDraft("Thunder and heavy rain over the ocean, a lighthouse, dramatic.", 5)],
	[
		"of hard noises",
		proseDraft("Tense. A man runs down an alley, a door slams, glass shatters, a dog barks, heartbeat.", 6),
	],
	[
		"of six moods",
		shotsDraft(["ocean", "city crowd", "birds in a forest", "fire", "deep space", "applause"].map((one) => [1, one])),
	],
	[
		"of much talk",
		shotsDraft([
			[3, 'A man says: "Did you hear that?"'],
			[4, 'A woman whispers: "It came from the cellar. Do not move."'],
		]),
	],
	["of a murmured line", proseDraft('一个女人说："我们应该早点离开这里。"', 4)],
];

function highest({ left, right }: Stereo): number {
	const most = [left, right].map((channel) => truePeaks(channel).reduce((peak, each) => Math.max(peak, each), 0));
	return 20 * Math.log10(Math.max(...most));
}

describe.each(FILMS)("the soundtrack %s", (_, draft) => {
	const plan = planAnimatic(draft);
	const made = makeSoundtrack(plan);

	it("is as long as the film, to the sample", async () => {
		const { left, right } = await made;
		expect([left.length, right.length]).toEqual([toSamples(plan.seconds), toSamples(plan.seconds)]);
	});

	it("is -17 LUFS loud, its peaks under -2 dB", async () => {
		expect(integratedLufs(await made)).toBeCloseTo(-17, 0);
		expect(highest(await made)).toBeLessThanOrEqual(-2);
	});

	it("is never silent", async () => {
		expect(Math.min(...momentaryLufs(await made))).toBeGreaterThan(-40);
	});

	it("does not jump at the cuts", async () => {
		const { left } = await made;
		const step = (at: number) => Math.abs((left[at] ?? 0) - (left[at - 1] ?? 0));
		let steepest = 0;
		for (let at = 1; at < left.length; at += 1) steepest = Math.max(steepest, step(at));
		for (const { startFrame } of plan.shots.slice(1)) {
			expect(step(toSamples(startFrame / plan.fps))).toBeLessThanOrEqual(steepest / 2);
		}
	});
});

const SPOKEN: readonly (readonly [string, Draft])[] = [
	["in a storm", proseDraft('A woman in a storm on a beach shouts: "Get back to the boat right now!"', 6)],
	["in a market", proseDraft('In a bustling market a man says: "Fresh fish, three for ten, come and have a look."', 6)],
	["by a fire", proseDraft('By a campfire an old man says: "We never found out what was in the water."', 6)],
	["over music alone", proseDraft('Epic. In deep space a robot says: "All systems are ready for departure."', 6)],
];

describe.each(SPOKEN)("a line spoken %s", (_, draft) => {
	const plan = planAnimatic(draft);

	it("can be understood: its envelope survives, and it stands 12 dB above the rest in its band", async () => {
		const [sound, speech] = [await makeSoundtrack(plan), await sayLines(plan)];
		const [line] = speech.lines;
		if (!line) throw new Error("Nobody speaks.");
		const [from, until] = [toSamples(line.startSeconds), toSamples(line.endSeconds)];
		const said = speech.samples.slice(from, until);
		const heard = sound.left.map((sample, at) => (sample + (sound.right[at] ?? 0)) / 2).slice(from, until);
		expect(stoi(said, heard)).toBeGreaterThan(0.85);
		const gain =
			heard.reduce((sum, each, at) => sum + each * (said[at] ?? 0), 0) /
			said.reduce((sum, each) => sum + each * each, 0);
		const rest = heard.map((each, at) => each - gain * (said[at] ?? 0));
		expect(bandDecibels(said.map((each) => each * gain)) - bandDecibels(rest)).toBeGreaterThan(12);
	});
});

describe("a film's sound", () => {
	it("is the same whenever it is made", async () => {
		const plan = planAnimatic(proseDraft('Rain. A man says: "Run." Thunder.', 4));
		const [first, second] = [await makeSoundtrack(plan), await makeSoundtrack(plan)];
		expect(Buffer.from(first.left.buffer).equals(Buffer.from(second.left.buffer))).toBe(true);
	});

	it("differs from ear to ear", async () => {
		const { left, right } = await makeSoundtrack(planAnimatic(proseDraft("Rain on a forest.", 3)));
		const same = left.reduce((sum, each, at) => sum + each * (right[at] ?? 0), 0);
		const power = left.reduce((sum, each) => sum + each * each, 0);
		expect(Math.abs(same) / power).toBeLessThan(0.8);
	});

	it("changes with its words", async () => {
		const [rain, fire] = await Promise.all(
			["Rain.", "Fire."].map((words) => makeSoundtrack(planAnimatic(proseDraft(words, 3)))),
		);
		expect(rain?.left).not.toEqual(fire?.left);
	});
});
