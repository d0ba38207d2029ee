import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatShots } from "@/lib/domain/grammar/format-shots";
import { parseScript } from "@/lib/domain/grammar/parse-script";
import { usableShots } from "@/lib/domain/grammar/parsed-script";
import { normaliseWords } from "@/lib/domain/grammar/words";
import { MAX_SHOTS, MAX_TOTAL_SECONDS } from "@/lib/domain/shot";
import { anyText, scriptLike } from "./arbitrary-text";

const ASTRONAUT = [
	{ seconds: 3, words: "a lone astronaut walks across a red desert at dawn" },
	{ seconds: 3, words: "the camera tilts up to reveal two pale moons" },
];

describe("shots as a script", () => {
	it("is the documented English form", () => {
		expect(formatShots(ASTRONAUT, "shot")).toBe(
			"shot 1, 3, a lone astronaut walks across a red desert at dawn; shot 2, 3, the camera tilts up to reveal two pale moons;",
		);
	});

	it("is the documented Chinese form", () => {
		expect(formatShots([{ seconds: 3, words: "一只狗跑过；" }, ...ASTRONAUT.slice(1)], "镜头")).toBe(
			"镜头 1, 3, 一只狗跑过; 镜头 2, 3, the camera tilts up to reveal two pale moons;",
		);
	});

	it("shows shots that travel as they are in the English form", () => {
		expect(formatShots(ASTRONAUT, "native")).toBe(formatShots(ASTRONAUT, "shot"));
	});

	it("writes a comma where the words hold a semicolon, and one line where they hold several", () => {
		expect(formatShots([{ seconds: 5, words: "rain; thunder\nand wind;" }], "shot")).toBe(
			"shot 1, 5, rain, thunder and wind;",
		);
	});
});

const words = fc.oneof(anyText, scriptLike);
const someShots = fc
	.array(words, { minLength: 1, maxLength: MAX_SHOTS })
	.chain((texts) =>
		fc
			.array(fc.integer({ min: 1, max: 4 }), { minLength: texts.length, maxLength: texts.length })
			.map((seconds) => texts.map((text, index) => ({ words: text, seconds: seconds[index] ?? 1 }))),
	)
	.filter((shots) => {
		const total = shots.reduce((sum, shot) => sum + shot.seconds, 0);
		return total >= 3 && total <= MAX_TOTAL_SECONDS;
	});

describe("reading back what was written", () => {
	it.each(["shot", "镜头"] as const)("gives the same shots for any words, in the dialect %s", (dialect) => {
		fc.assert(
			fc.property(someShots, (shots) => {
				const read = parseScript(formatShots(shots, dialect));
				const normal = shots.map(({ seconds, words: text }) => ({ seconds, words: normaliseWords(text) }));
				expect(read.shots.map(({ seconds, words: text }) => ({ seconds, words: text }))).toEqual(normal);
				expect(read.preamble).toBe("");
				expect(read.dialect).toBe(dialect);
				const noise = read.problems.map(({ code }) => code);
				expect(noise.filter((code) => code !== "marker-inside-words" && code !== "words-empty")).toEqual([]);
			}),
			{ numRuns: 3_000 },
		);
	});

	it("gives shots a timeline can take over at once", () => {
		expect(usableShots(parseScript(formatShots(ASTRONAUT, "shot")))).toEqual(ASTRONAUT);
	});
});
