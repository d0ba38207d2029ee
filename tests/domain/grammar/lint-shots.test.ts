import { describe, expect, it } from "vitest";
import { lintShots } from "@/lib/domain/grammar/lint-shots";
import { sliceRange } from "@/lib/domain/text-range";

const RULES = { advised: 2_500, hard: 3_072, shotChars: 512, dialect: "shot" } as const;

describe("composed shots, held against one gateway", () => {
	it("are fine where nothing can be misread", () => {
		expect(lintShots([{ seconds: 5, words: "She says: “Shots? Three, four.”" }], RULES)).toEqual([]);
	});

	it("tell that a semicolon is sent as a comma, and where it stands", () => {
		const words = "🌧 rain； wind; sun";
		const [finding, ...more] = lintShots([{ seconds: 5, words }], RULES);
		expect(more).toEqual([]);
		expect(finding).toMatchObject({ code: "semicolon-inside", severity: "warning", mendedWords: "🌧 rain， wind, sun" });
		expect(sliceRange(words, finding?.range ?? { start: 0, end: 0 })).toBe("；");
	});

	it("tell that words may be taken for a shot", () => {
		const words = "a 🦊, then shot 2, 3, b";
		const [finding] = lintShots([{ seconds: 5, words }], RULES);
		expect(finding).toMatchObject({ code: "marker-inside-words", severity: "warning", shotIndex: 0 });
		expect(sliceRange(words, finding?.range ?? { start: 0, end: 0 })).toBe("shot 2, 3, ");
	});

	it("say nothing of separators where shots travel as prose or as they are", () => {
		const shots = [{ seconds: 5, words: "rain; shot 2, 3, wind" }];
		expect(lintShots(shots, { ...RULES, dialect: "prose" })).toEqual([]);
		expect(lintShots(shots, { ...RULES, dialect: "native" })).toEqual([]);
	});

	it.each(["shot", "镜头", "prose", "native"] as const)("tell which have no words (%s)", (dialect) => {
		const shots = [
			{ seconds: 3, words: "a" },
			{ seconds: 3, words: " ;\n" },
		];
		const findings = lintShots(shots, { ...RULES, dialect });
		expect(findings.map(({ code, severity, shotIndex }) => [code, severity, shotIndex])).toEqual([
			["words-empty", "warning", 1],
		]);
	});

	it("are counted one by one and together, markers included", () => {
		const shots = [
			{ seconds: 3, words: "🦊".repeat(6) },
			{ seconds: 3, words: "b" },
		];
		const findings = lintShots(shots, { advised: 20, hard: 30, shotChars: 5, dialect: "shot" });
		expect(findings.map(({ code, shotIndex, sentence }) => [code, shotIndex, sentence])).toEqual([
			["words-too-long", 0, "Shot 1 has 6 characters, and a shot may have 5. Cut 1, or split the shot."],
			["over-hard", 1, "The script has 32 characters as it will be sent, and the limit is 30. Cut 2."],
		]);
	});

	it("are judged again by another gateway's limits", () => {
		const shots = [{ seconds: 3, words: "b".repeat(600) }];
		const codes = (advised: number, shotChars: number | null) =>
			lintShots(shots, { ...RULES, advised, shotChars }).map(({ code, severity }) => `${severity} ${code}`);
		expect(codes(2_500, 512)).toEqual(["error words-too-long"]);
		expect(codes(2_500, null)).toEqual([]);
		expect(codes(500, null)).toEqual(["warning over-advised"]);
	});
});
