import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Composition } from "@/lib/domain/draft";
import { chaptersOf } from "@/lib/domain/share/chapters";
import { cueSchema } from "@/lib/domain/share/cue";
import { draftCues } from "@/lib/domain/share/draft-cues";
import { captionsVtt, chaptersVtt } from "@/lib/domain/share/web-vtt";

function shots(...parts: readonly [seconds: number, words: string][]): Composition {
	return {
		mode: "shots",
		shots: parts.map(([seconds, words], index) => ({ id: index + 1, seconds, words })),
		shelvedProse: { text: "", seconds: 5 },
	};
}

describe("chapters", () => {
	test("are the shots, and the last one ends with the film", () => {
		const composition = shots([3, "a lone astronaut"], [4, "  two pale\nmoons "], [3, ""]);
		expect(chaptersOf(composition, 10_042, true)).toEqual([
			{ title: "a lone astronaut", startMs: 0, endMs: 3_000 },
			{ title: "two pale moons", startMs: 3_000, endMs: 7_000 },
			{ title: "Shot 3", startMs: 7_000, endMs: 10_042 },
		]);
	});

	test("of a film that is shorter than was asked for end with the film", () => {
		expect(chaptersOf(shots([3, "a"], [3, "b"]), 2_900, true)).toEqual([{ title: "a", startMs: 0, endMs: 2_900 }]);
	});

	test("with long words are cut between characters, never inside one", () => {
		const [chapter] = chaptersOf(shots([5, "🎬".repeat(200)]), 5_000, true);
		expect(chapter?.title).toBe(`${"🎬".repeat(79)}…`);
	});

	test("of One shot are the whole film", () => {
		const composition = { mode: "one-shot", prose: { text: "a storm", seconds: 5 }, shelvedShots: null } as const;
		expect(chaptersOf(composition, 5_000, true)).toEqual([{ title: "a storm", startMs: 0, endMs: 5_000 }]);
	});

	test("read as WebVTT", () => {
		expect(chaptersVtt(chaptersOf(shots([3, "a & b --> c"], [2, "d"]), 5_000, true))).toBe(
			"WEBVTT\n\n1\n00:00:00.000 --> 00:00:03.000\na &amp; b --&gt; c\n\n2\n00:00:03.000 --> 00:00:05.000\nd\n",
		);
	});
});

describe("captions", () => {
	test("read as WebVTT", () => {
		expect(captionsVtt([{ startMs: 3_723_004, endMs: 3_724_000, text: "Catch me\nif you can." }])).toBe(
			"WEBVTT\n\n1\n01:02:03.004 --> 01:02:04.000\nCatch me\nif you can.\n",
		);
	});

	test("without any cue are still WebVTT", () => {
		expect(captionsVtt([])).toBe("WEBVTT\n");
	});

	test("cannot smuggle in a cue, a tag or a setting", () => {
		const cues = fc.array(
			fc.record({ startMs: fc.nat(9_000), endMs: fc.integer({ min: 9_001, max: 20_000 }), text: nastyText() }),
			{ maxLength: 4 },
		);
		fc.assert(
			fc.property(cues, (cues) => {
				const vtt = captionsVtt(cues);
				expect(vtt.split("\n").filter((line) => line.includes("-->"))).toHaveLength(cues.length);
				expect(vtt).not.toContain("<");
			}),
			{ numRuns: 1_000 },
		);
	});

	function nastyText() {
		const bits = fc.constantFrom(
			"\n\n",
			"\r",
			"\r\n",
			"-->",
			"<b>",
			"NOTE",
			"00:00:00.000 --> 00:00:01.000",
			"hi",
			" ",
		);
		return fc.array(bits, { maxLength: 8 }).map((parts) => parts.join(""));
	}
});

describe("drafted captions", () => {
	test("follow the lines", () => {
		const lines = [{ startMs: 300, endMs: 2_000, text: " Catch me if you can. " }];
		expect(draftCues(lines, 5_000)).toEqual([{ startMs: 300, endMs: 2_000, text: "Catch me if you can." }]);
	});

	test("stay long enough to be read, unless the next line comes", () => {
		const lines = [
			{ startMs: 0, endMs: 200, text: "No." },
			{ startMs: 500, endMs: 600, text: "Yes." },
		];
		expect(draftCues(lines, 5_000)).toEqual([
			{ startMs: 0, endMs: 500, text: "No." },
			{ startMs: 500, endMs: 1_200, text: "Yes." },
		]);
	});

	test("break a long line between words, in proportion to its length", () => {
		const text = Array.from({ length: 24 }, () => "lantern").join(" ");
		const cues = draftCues([{ startMs: 0, endMs: 9_000, text }], 10_000);
		expect(cues.map((cue) => cue.text).join(" ")).toBe(text);
		expect(cues).toHaveLength(3);
		expect(cues[0]?.endMs).toBe(cues[1]?.startMs);
	});

	test("break a line in a script without spaces", () => {
		const text = "灯".repeat(200);
		const cues = draftCues([{ startMs: 0, endMs: 9_000, text }], 10_000);
		expect(cues.map((cue) => cue.text).join("")).toBe(text);
		expect(Math.max(...cues.map((cue) => cue.text.length))).toBeLessThanOrEqual(84);
	});

	test("are valid, in order, one at a time and within the film, whatever the lines", () => {
		const line = fc
			.record({ startMs: fc.nat(16_000), lengthMs: fc.nat(5_000), text: fc.string({ maxLength: 200 }) })
			.map(({ startMs, lengthMs, text }) => ({ startMs, endMs: startMs + lengthMs, text }));
		fc.assert(
			fc.property(fc.array(line, { maxLength: 8 }), fc.integer({ min: 1_000, max: 15_000 }), (lines, filmMs) => {
				let lastMs = 0;
				for (const cue of draftCues(lines, filmMs)) {
					expect(cueSchema.parse(cue)).toEqual(cue);
					expect(cue.startMs).toBeGreaterThanOrEqual(lastMs);
					expect(cue.endMs).toBeLessThanOrEqual(filmMs);
					lastMs = cue.endMs;
				}
			}),
			{ numRuns: 1_000 },
		);
	});
});
