import { describe, expect, it } from "vitest";
import { parseScript } from "@/lib/domain/grammar/parse-script";
import { usableShots } from "@/lib/domain/grammar/parsed-script";
import type { ParseOptions } from "@/lib/domain/grammar/script-reading";
import { applyEdits, sliceRange } from "@/lib/domain/text-range";

interface Case {
	readonly name: string;
	readonly text: string;
	readonly options?: ParseOptions;
	/** `[seconds, words]` of every shot. */
	readonly shots: readonly (readonly [number | null, string])[];
	/** `[severity code, what it points at, the text after its fix]` of every problem, in order. */
	readonly problems: readonly (readonly [string, string, string | null])[];
}

function check({ text, options, shots, problems }: Case) {
	const script = parseScript(text, options);
	expect(script.shots.map(({ seconds, words }) => [seconds, words])).toEqual(shots);
	expect(
		script.problems.map(({ code, severity, range, fix }) => [
			`${severity} ${code}`,
			sliceRange(text, range),
			fix ? applyEdits(text, fix.edits) : null,
		]),
	).toEqual(problems);
}

const AB = [
	[3, "a"],
	[3, "b"],
] as const;

describe("scripts that say nothing unclear", () => {
	it.each([
		{ name: "on one line", text: "shot 1, 3, a; shot 2, 3, b;", shots: AB, problems: [] },
		{ name: "on many lines", text: "shot 1, 3, a;\n\nshot 2, 3,\n b;\n", shots: AB, problems: [] },
		{ name: "in capitals with odd spaces", text: "  SHOT  1 ,3,a ;Shot 2,  3 , b  ;", shots: AB, problems: [] },
		{ name: "in Chinese", text: "镜头 1, 3, a; 镜头2,3,b;", shots: AB, problems: [] },
		{
			name: "with commas, colons and numbers in the words",
			text: "shot 1, 3, 4, then: 5 dogs, at 10:30; shot 2, 3, b.;",
			shots: [
				[3, "4, then: 5 dogs, at 10:30"],
				[3, "b."],
			],
			problems: [],
		},
		{
			name: "with words that speak of shots",
			text: "shot 1, 3, a shot of a screenshot 2, close shot; shot 2, 3, 3 shots 2 men;",
			shots: [
				[3, "a shot of a screenshot 2, close shot"],
				[3, "3 shots 2 men"],
			],
			problems: [],
		},
	] satisfies Case[])("reads one $name", check);
});

describe("numbers", () => {
	const renumbered = "shot 1, 3, a; shot 2, 3, b;";
	it.each([
		{
			name: "missing",
			text: "shot, 3, a; shot 2, 3, b;",
			shots: AB,
			problems: [["warning number-missing", "shot", renumbered]],
		},
		{
			name: "repeated",
			text: "shot 1, 3, a; shot 1, 3, b;",
			shots: AB,
			problems: [["warning number-repeated", "1", renumbered]],
		},
		{
			name: "out of order",
			text: "shot 2, 3, a; shot 1, 3, b;",
			shots: AB,
			problems: [
				["warning number-gap", "2", renumbered],
				["warning number-out-of-order", "1", renumbered],
			],
		},
		{
			name: "with a gap",
			text: "shot 1, 3, a; shot 4, 3, b;",
			shots: AB,
			problems: [["warning number-gap", "4", renumbered]],
		},
		{
			name: "that count nothing",
			text: "shot 0, 3, a; shot 1.5, 3, b;",
			shots: AB,
			problems: [
				["warning number-invalid", "0", renumbered],
				["warning number-invalid", "1.5", renumbered],
			],
		},
	] satisfies Case[])("$name are taken in the order written, and said", check);
});

describe("seconds", () => {
	it.each([
		{
			name: "missing",
			text: "shot 1, a dog; shot 2, 3, b;",
			shots: [
				[null, "a dog"],
				[3, "b"],
			],
			problems: [["error seconds-missing", "shot 1, ", "shot 1, 3, a dog; shot 2, 3, b;"]],
		},
		{
			name: "missing, with a number among the words",
			text: "shot 1, 3 dogs run, fast;",
			shots: [[null, "3 dogs run, fast"]],
			problems: [["error seconds-missing", "shot 1, ", "shot 1, 3, 3 dogs run, fast;"]],
		},
		{
			name: "not whole",
			text: "shot 1, 2.5, a; shot 2, 0.2, b;",
			shots: [
				[null, "a"],
				[null, "b"],
			],
			problems: [
				["error seconds-not-whole", "2.5", "shot 1, 3, a; shot 2, 0.2, b;"],
				["error seconds-not-whole", "0.2", "shot 1, 2.5, a; shot 2, 1, b;"],
			],
		},
		{
			name: "zero",
			text: "shot 1, 0, a;",
			shots: [[null, "a"]],
			problems: [["error seconds-zero", "0", "shot 1, 1, a;"]],
		},
		{
			name: "negative",
			text: "shot 1, -3, a;",
			shots: [[null, "a"]],
			problems: [["error seconds-negative", "-3", "shot 1, 1, a;"]],
		},
		{
			name: "longer than any film",
			text: "shot 1, 5, a; shot 2, 60, b;",
			shots: [
				[5, "a"],
				[null, "b"],
			],
			problems: [["error seconds-too-long", "60", "shot 1, 5, a; shot 2, 3, b;"]],
		},
		{
			name: "with a unit",
			text: "shot 1, 3s, a; shot 2, 3 sec., b; 镜头 3, 3秒, c;",
			shots: [...AB, [3, "c"]],
			problems: [
				["warning seconds-unit", "3s, ", "shot 1, 3, a; shot 2, 3 sec., b; 镜头 3, 3秒, c;"],
				["warning seconds-unit", "3 sec., ", "shot 1, 3s, a; shot 2, 3, b; 镜头 3, 3秒, c;"],
				["warning mixed-dialects", "镜头", "shot 1, 3s, a; shot 2, 3 sec., b; shot  3, 3秒, c;"],
				["warning seconds-unit", "3秒, ", "shot 1, 3s, a; shot 2, 3 sec., b; 镜头 3, 3, c;"],
			],
		},
	] satisfies Case[])("$name are pointed at, and mended on request", check);

	it("that are missing are offered what is left of the film, by the length of the words", () => {
		const text = "shot 1, 4, a; shot 2, aaaaaaaaaaa; shot 3, b;";
		const { problems } = parseScript(text, { expectedTotal: 11 });
		expect(problems.map(({ fix }) => fix?.label)).toEqual(["Give it 6 s", "Give it 1 s"]);
	});

	it("that are missing are never offered more than a film may last", () => {
		const { problems } = parseScript("shot 1, 14, a; shot 2, b;");
		expect(problems[0]?.fix?.label).toBe("Give it 1 s");
	});
});

describe("totals", () => {
	const three = "shot 1, 3, a; shot 2, 5, b; shot 3, 3, c;";
	const shots = [
		[3, "a"],
		[5, "b"],
		[3, "c"],
	] as const;
	it.each([
		{ name: "the wanted one", text: three, options: { expectedTotal: 11 }, shots, problems: [] },
		{
			name: "another than wanted",
			text: three,
			options: { expectedTotal: 10 },
			shots,
			problems: [["error total-differs", "3", "shot 1, 3, a; shot 2, 4, b; shot 3, 3, c;"]],
		},
		{
			name: "another than wanted, which cannot be scaled",
			text: three,
			options: { expectedTotal: 2 },
			shots,
			problems: [["error total-differs", "3", null]],
		},
		{
			name: "below 3",
			text: "shot 1, 1, a; shot 2, 1, b;",
			shots: [
				[1, "a"],
				[1, "b"],
			],
			problems: [["error total-too-short", "1", "shot 1, 2, a; shot 2, 1, b;"]],
		},
		{
			name: "above 15",
			text: "shot 1, 10, a; shot 2, 10, b;",
			shots: [
				[10, "a"],
				[10, "b"],
			],
			problems: [["error total-too-long", "10", "shot 1, 8, a; shot 2, 7, b;"]],
		},
	] satisfies Case[])("$name", check);

	it("say both numbers", () => {
		const [problem] = parseScript(three, { expectedTotal: 10 }).problems;
		expect(problem?.sentence).toBe(
			"The shots add up to 11 s, and the film is to last 10 s. Change a shot, or scale them all.",
		);
	});
});

describe("too many shots", () => {
	const seven = "shot 1, 2, a; shot 2, 2, b; shot 3, 2, c; shot 4, 2, d; shot 5, 2, e; shot 6, 2, f; shot 7, 2, g;";
	it("are all read, and the surplus is pointed at", () => {
		const script = parseScript(seven);
		expect(script.shots).toHaveLength(7);
		expect(script.problems.map(({ code, range }) => [code, sliceRange(seven, range)])).toEqual([
			["too-many-shots", "shot 7, 2, g"],
		]);
	});

	it("can be joined into the last that fits", () => {
		const fix = parseScript(seven).problems[0]?.fix;
		expect(fix?.label).toBe("Join shots 6 to 7");
		const joined = parseScript(applyEdits(seven, fix?.edits ?? []));
		expect(joined.problems).toEqual([]);
		expect(joined.shots.at(-1)).toMatchObject({ seconds: 4, words: "f, g" });
	});
});

describe("semicolons", () => {
	it.each([
		{
			name: "missing at the end",
			text: "shot 1, 3, a; shot 2, 3, b",
			shots: AB,
			problems: [["warning last-semicolon-missing", "", "shot 1, 3, a; shot 2, 3, b;"]],
		},
		{
			name: "missing at a line's end",
			text: "shot 1, 3, a\nshot 2, 3, b;",
			shots: AB,
			problems: [["warning semicolon-missing", "", "shot 1, 3, a;\nshot 2, 3, b;"]],
		},
		{
			name: "within the words",
			text: "shot 1, 3, a; then more;; and more; shot 2, 3, b;",
			shots: [
				[3, "a, then more, and more"],
				[3, "b"],
			],
			problems: [
				["warning semicolon-inside", ";", "shot 1, 3, a, then more;; and more; shot 2, 3, b;"],
				["warning semicolon-inside", ";;", "shot 1, 3, a; then more, and more; shot 2, 3, b;"],
			],
		},
		{
			name: "before a last remark",
			text: "shot 1, 3, a; the end",
			shots: [[3, "a, the end"]],
			problems: [["warning text-after-last", " the end", "shot 1, 3, a, the end;"]],
		},
		{
			name: "missing within a line, where the words may be meant",
			text: "shot 1, 3, a shot 2, 3, b;",
			shots: [[3, "a shot 2, 3, b"]],
			problems: [["warning marker-inside-words", "shot 2, 3, ", "shot 1, 3, a ; shot 2, 3, b;"]],
		},
		{
			name: "replaced by full stops",
			text: "shot 1, 3, a. shot 2, 3, b.",
			shots: [[3, "a. shot 2, 3, b."]],
			problems: [
				["warning marker-inside-words", "shot 2, 3, ", "shot 1, 3, a. ; shot 2, 3, b."],
				["warning last-semicolon-missing", "", "shot 1, 3, a. shot 2, 3, b.;"],
			],
		},
		{ name: "doubled between shots", text: "shot 1, 3, a;; ; shot 2, 3, b;;", shots: AB, problems: [] },
	] satisfies Case[])("$name", check);
});

describe("full-width punctuation", () => {
	it.each([
		{
			name: "in markers and at ends is read, and made half-width on request",
			text: "镜头１，3，一只狗，跑过；镜头2、3，b；",
			shots: [
				[3, "一只狗，跑过"],
				[3, "b"],
			],
			problems: [["warning full-width", "１", "镜头1, 3, 一只狗，跑过;镜头2, 3, b;"]],
		},
		{
			name: "in a marker with a colon is another form of it",
			text: "镜头1：一只狗；镜头二（4秒）：猫；",
			shots: [
				[null, "一只狗"],
				[4, "猫"],
			],
			problems: [
				["error seconds-missing", "镜头1：", "镜头 1, 3, 一只狗；镜头二（4秒）：猫；"],
				["warning full-width", "；", "镜头1：一只狗;镜头二（4秒）：猫;"],
				["warning marker-form", "镜头二（4秒）：", "镜头1：一只狗；镜头 2, 4, 猫；"],
			],
		},
		{
			name: "semicolons within the words become full-width commas",
			text: "镜头 1, 3, 一只狗；一只猫;",
			shots: [[3, "一只狗，一只猫"]],
			problems: [["warning semicolon-inside", "；", "镜头 1, 3, 一只狗,一只猫;"]],
		},
		{
			name: "in the words alone is nobody's business",
			text: "镜头 1, 3, 她说：“走，快走！”;",
			shots: [[3, "她说：“走，快走！”"]],
			problems: [],
		},
	] satisfies Case[])("$name", check);
});

describe("other ways to write a shot's beginning", () => {
	it.each([
		{
			name: "with brackets and colons, on one line",
			text: "Shot 1 (3s): a. Shot 2 (3 sec): b.",
			shots: [
				[3, "a."],
				[3, "b."],
			],
			problems: [
				["warning marker-form", "Shot 1 (3s): ", "shot 1, 3, a.; Shot 2 (3 sec): b."],
				["warning semicolon-missing", "", "Shot 1 (3s): a.; Shot 2 (3 sec): b."],
				["warning marker-form", "Shot 2 (3 sec): ", "Shot 1 (3s): a. shot 2, 3, b.;"],
				["warning last-semicolon-missing", "", "Shot 1 (3s): a. Shot 2 (3 sec): b.;"],
			],
		},
		{
			name: "with a colon and no seconds",
			text: "Shot 1: a dog;",
			shots: [[null, "a dog"]],
			problems: [["error seconds-missing", "Shot 1: ", "shot 1, 3, a dog;"]],
		},
		{
			name: "as a list with bold numbers",
			text: "- **Shot 1** (3s): a;\n- **Shot 2** (3s): b;",
			shots: AB,
			problems: [
				["warning marker-form", "- **Shot 1** (3s): ", "shot 1, 3, a;\n- **Shot 2** (3s): b;"],
				["warning marker-form", "- **Shot 2** (3s): ", "- **Shot 1** (3s): a;\nshot 2, 3, b;"],
			],
		},
		{
			name: "with square brackets, a dash and times from and to",
			text: "[Shot 1] 3s: a;\nShot 2 - 3s - b;\nShot 3 (6-9s) c;",
			shots: [...AB, [3, "c"]],
			problems: [
				["warning marker-form", "[Shot 1] 3s: ", "shot 1, 3, a;\nShot 2 - 3s - b;\nShot 3 (6-9s) c;"],
				["warning marker-form", "Shot 2 - 3s - ", "[Shot 1] 3s: a;\nshot 2, 3, b;\nShot 3 (6-9s) c;"],
				["warning marker-form", "Shot 3 (6-9s) ", "[Shot 1] 3s: a;\nShot 2 - 3s - b;\nshot 3, 3, c;"],
			],
		},
		{
			name: "without the second comma",
			text: "shot 1, 3s a dog; shot 2, 3: b;",
			shots: [
				[3, "a dog"],
				[3, "b"],
			],
			problems: [
				["warning marker-form", "shot 1, 3s ", "shot 1, 3, a dog; shot 2, 3: b;"],
				["warning marker-form", "shot 2, 3: ", "shot 1, 3s a dog; shot 2, 3, b;"],
			],
		},
		{
			name: "in other Chinese words",
			text: "鏡頭 1, 3, a; 分镜头2，3，b;",
			shots: AB,
			problems: [
				["warning marker-form", "鏡頭 1, 3, ", "镜头 1, 3, a; 分镜头2，3，b;"],
				["warning marker-form", "分镜头2，3，", "鏡頭 1, 3, a; 镜头 2, 3, b;"],
			],
		},
		{
			name: "in mixed dialects",
			text: "镜头 1, 3, a; shot 2, 3, b;",
			shots: AB,
			problems: [["warning mixed-dialects", "shot", "镜头 1, 3, a; 镜头  2, 3, b;"]],
		},
		{
			name: "that nobody can be sure of",
			text: "shot 1, 3, a; shot 2 b;",
			shots: [[3, "a, shot 2 b"]],
			problems: [
				["warning semicolon-inside", ";", "shot 1, 3, a, shot 2 b;"],
				["warning marker-unclear", "shot 2", "shot 1, 3, a; shot 2, 3, b;"],
			],
		},
	] satisfies Case[])("$name", check);
});

describe("text before the first shot", () => {
	it.each([
		{
			name: "on the same line",
			text: "A noir film. shot 1, 3, a; shot 2, 3, b;",
			problems: [["warning preamble", "A noir film. ", "shot 1, 3, A noir film. a; shot 2, 3, b;"]],
		},
		{
			name: "on lines of its own",
			text: "Style: noir\nrain\n\nshot 1, 3, a; shot 2, 3, b;",
			problems: [["warning preamble", "Style: noir\nrain\n\n", "shot 1, 3, Style: noir rain, a; shot 2, 3, b;"]],
		},
		{
			name: "ending in a semicolon",
			text: "rain; wind; shot 1, 3, a; shot 2, 3, b;",
			problems: [["warning preamble", "rain; wind; ", "shot 1, 3, rain, wind, a; shot 2, 3, b;"]],
		},
	] satisfies Omit<Case, "shots">[])("$name stays outside, and folding it in is offered", (row) => {
		check({ ...row, shots: AB });
	});

	it("is handed back as one line", () => {
		expect(parseScript("Style: noir;\nrain\nshot 1, 3, a;").preamble).toBe("Style: noir, rain");
	});
});

describe("words", () => {
	it.each([
		{
			name: "missing",
			text: "shot 1, 3, ; shot 2, 3;",
			shots: [
				[3, ""],
				[3, ""],
			],
			problems: [
				["warning words-empty", "shot 1, 3, ", null],
				["warning marker-form", "shot 2, 3", "shot 1, 3, ; shot 2, 3, ;"],
				["warning words-empty", "shot 2, 3", null],
			],
		},
		{
			name: "longer than one shot may have",
			text: "shot 1, 3, 🦊🦊🦊🦊🦊🦊;",
			options: { limits: { advised: 99, hard: 99, shotChars: 4 } },
			shots: [[3, "🦊🦊🦊🦊🦊🦊"]],
			problems: [["error words-too-long", "🦊🦊", null]],
		},
		{
			name: "longer than advised altogether",
			text: "shot 1, 3, aaaa; shot 2, 3, bbbb;",
			options: { limits: { advised: 30, hard: 40, shotChars: null } },
			shots: [
				[3, "aaaa"],
				[3, "bbbb"],
			],
			problems: [["warning over-advised", "bbbb", null]],
		},
		{
			name: "longer than allowed altogether",
			text: "shot 1, 3, aaaa; shot 2, 3, bbbb;",
			options: { limits: { advised: 10, hard: 12, shotChars: null } },
			shots: [
				[3, "aaaa"],
				[3, "bbbb"],
			],
			problems: [["error over-hard", "aaaa", null]],
		},
	] satisfies Case[])("$name", check);

	it("are held to 512 characters a shot and 3,072 in all where no gateway was named", () => {
		const text = [1, 2, 3, 4, 5, 6].map((number) => `shot ${number}, 2, ${"x".repeat(512)};`).join(" ");
		const sentences = parseScript(text).problems.map(({ code, sentence }) => [code, sentence]);
		expect(sentences).toEqual([
			["over-hard", "The script has 3,149 characters as it will be sent, and the limit is 3,072. Cut 77."],
		]);
		const longer = parseScript(`shot 1, 3, ${"x".repeat(515)};`).problems;
		expect(longer.map(({ sentence }) => sentence)).toEqual([
			"Shot 1 has 515 characters, and a shot may have 512. Cut 3, or split the shot.",
		]);
	});
});

describe("no shots at all", () => {
	it.each([
		{ text: "a dog runs; it sleeps", fixed: "shot 1, 5, a dog runs, it sleeps;", options: {} },
		{ text: "a dog runs", fixed: "shot 1, 8, a dog runs;", options: { expectedTotal: 8 } },
		{ text: "the best shot 2024 of a dog", fixed: "shot 1, 5, the best shot 2024 of a dog;", options: {} },
	])("is prose, and said: $text", ({ text, fixed, options }) => {
		check({ name: "", text, options, shots: [], problems: [["warning no-shots", text, fixed]] });
	});

	it("in an empty text asks for one", () => {
		check({ name: "", text: " \n;", shots: [], problems: [["warning no-shots", " \n;", null]] });
	});

	it("still points at what began like one", () => {
		const { problems } = parseScript("shot 1 a dog runs");
		expect(problems.map(({ code }) => code)).toEqual(["marker-unclear", "no-shots"]);
	});
});

describe("places", () => {
	it("are counted in characters, so that an emoji before them moves them by one", () => {
		const text = "shot 1, 3, 👩🏽; shot 1, 3, b;";
		const [problem] = parseScript(text).problems;
		expect(problem?.range).toEqual({ start: 20, end: 21 });
		expect(parseScript(text).shots[1]?.wordsRange).toEqual({ start: 26, end: 27 });
	});
});

describe("what a timeline can take over", () => {
	it("is every shot while there are only warnings", () => {
		expect(usableShots(parseScript("Noir. shot 4, 3s, a\nshot 2, 3, b"))).toEqual([
			{ seconds: 3, words: "a" },
			{ seconds: 3, words: "b" },
		]);
	});

	it.each(["shot 1, 3, a; shot 2, b;", "shot 1, 1, a;", "just prose", ""])("is nothing for %j", (text) => {
		expect(usableShots(parseScript(text))).toBeNull();
	});
});
