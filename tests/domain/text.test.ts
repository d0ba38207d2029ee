import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countChars, sentenceBreaks } from "@/lib/domain/text";

describe("counting characters", () => {
	it.each([
		{ text: "", count: 0 },
		{ text: "dawn", count: 4 },
		{ text: "a\nb", count: 3 },
		{ text: "早晨", count: 2 },
		{ text: "🎬", count: 1 },
		{ text: "👩‍🚀", count: 3 },
		{ text: "e\u0301", count: 2 },
		{ text: "\ud83c", count: 1 },
	])("finds $count in $text", ({ text, count }) => {
		expect(countChars(text)).toBe(count);
	});

	it("agrees with spreading the text, whatever it holds", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary" }), (text) => {
				expect(countChars(text)).toBe([...text].length);
			}),
			{ numRuns: 500 },
		);
	});
});

describe("finding where a text may be cut", () => {
	function sentencesOf(text: string): readonly string[] {
		const ends = [...sentenceBreaks(text), text.length];
		return ends.map((end, index) => text.slice(index === 0 ? 0 : ends[index - 1], end).trim());
	}

	it.each([
		{ text: "A dog runs.", sentences: ["A dog runs."] },
		{
			text: "A dog runs. A cat sleeps! Why? Nobody knows…",
			sentences: ["A dog runs.", "A cat sleeps!", "Why?", "Nobody knows…"],
		},
		{ text: "Shot on 35mm. 4K. Version 3.5 of it.", sentences: ["Shot on 35mm.", "4K.", "Version 3.5 of it."] },
		{ text: "Dr. Grant meets Mrs. Li. They bow.", sentences: ["Dr. Grant meets Mrs. Li.", "They bow."] },
		{ text: "J. Doe walks in. He sits.", sentences: ["J. Doe walks in.", "He sits."] },
		{ text: 'He says "Go. Now." She runs.', sentences: ['He says "Go. Now."', "She runs."] },
		{ text: "He says “Go. Now.” She runs.", sentences: ["He says “Go. Now.”", "She runs."] },
		{ text: '"Stop." she says. He stops.', sentences: ['"Stop." she says.', "He stops."] },
		{ text: "A room (small. Dark.) Rain.", sentences: ["A room (small. Dark.)", "Rain."] },
		{ text: "A street\nA dog", sentences: ["A street", "A dog"] },
		{ text: "\n\nA street.\n\nA dog.\n", sentences: ["A street.", "A dog."] },
		{ text: "A dog that was wrapped\nby hand", sentences: ["A dog that was wrapped\nby hand"] },
		{ text: "狗在跑。猫在睡！“走吧。快！”他说。", sentences: ["狗在跑。", "猫在睡！", "“走吧。快！”", "他说。"] },
		{ text: 'An unclosed "quote. Is left alone. Always.', sentences: ['An unclosed "quote. Is left alone. Always.'] },
		{ text: "", sentences: [""] },
		{ text: "...", sentences: ["..."] },
	])("reads $sentences", ({ text, sentences }) => {
		expect(sentencesOf(text)).toEqual(sentences);
	});

	it("answers rising places inside the text, with something to say before and after each", () => {
		const pieces = fc.array(
			fc.constantFrom("A", "b", " ", ".", '"', "(", ")", "。", "\n", "Dr", "“", "”", "?", "1", "🎬"),
		);
		fc.assert(
			fc.property(pieces, (parts) => {
				const text = parts.join("");
				const breaks = sentenceBreaks(text);
				expect(breaks).toEqual([...new Set(breaks)].sort((a, b) => a - b));
				if (breaks.length > 0) expect(sentencesOf(text)).not.toContain("");
			}),
			{ numRuns: 2_000 },
		);
	});
});
