import { describe, expect, it } from "vitest";
import { formatShots } from "@/lib/domain/grammar/format-shots";
import { parseScript } from "@/lib/domain/grammar/parse-script";

describe("shots as prose, for a gateway without a shot syntax", () => {
	it.each([
		{
			name: "joins equal shots by cuts and tells no seconds",
			shots: [
				{ seconds: 3, words: "A dog runs" },
				{ seconds: 3, words: "the dog sleeps." },
			],
			prose: "A dog runs. The scene then cuts to: the dog sleeps.",
		},
		{
			name: "tells about how long each lasts where they differ",
			shots: [
				{ seconds: 1, words: "A dog runs" },
				{ seconds: 4, words: "the dog sleeps" },
			],
			prose: "For about 1 second: A dog runs. The scene then cuts, for about 4 seconds, to: the dog sleeps.",
		},
		{
			name: "speaks Chinese where the words do",
			shots: [
				{ seconds: 2, words: "一只狗跑过草地" },
				{ seconds: 2, words: "它睡着了。" },
			],
			prose: "一只狗跑过草地。画面随后切换到：它睡着了。",
		},
		{
			name: "tells differing seconds in Chinese",
			shots: [
				{ seconds: 2, words: "一只狗" },
				{ seconds: 3, words: "一只猫" },
			],
			prose: "（约2秒）一只狗。画面随后切换到（约3秒）：一只猫。",
		},
		{
			name: "stays English for English words with a Chinese name",
			shots: [
				{ seconds: 2, words: "A calm woman named 李 reads aloud" },
				{ seconds: 2, words: "she smiles" },
			],
			prose: "A calm woman named 李 reads aloud. The scene then cuts to: she smiles.",
		},
		{
			name: "keeps semicolons, which separate nothing here, and puts lines together",
			shots: [
				{ seconds: 2, words: "rain; thunder\nand wind" },
				{ seconds: 2, words: "sun;" },
			],
			prose: "rain; thunder and wind. The scene then cuts to: sun.",
		},
		{
			name: "adds no full stop after speech that ends its sentence",
			shots: [
				{ seconds: 2, words: "She says: “Run!”" },
				{ seconds: 2, words: "He runs," },
			],
			prose: "She says: “Run!” The scene then cuts to: He runs.",
		},
		{
			name: "leaves out a shot without words",
			shots: [
				{ seconds: 2, words: " " },
				{ seconds: 5, words: "He runs" },
			],
			prose: "He runs",
		},
		{ name: "is empty where nothing is said", shots: [{ seconds: 3, words: ";" }], prose: "" },
		{ name: "leaves a single shot alone", shots: [{ seconds: 5, words: "a dog; a cat" }], prose: "a dog; a cat" },
	])("$name", ({ shots, prose }) => {
		expect(formatShots(shots, "prose")).toBe(prose);
	});

	it("is not mistaken for a script", () => {
		const prose = formatShots(
			[
				{ seconds: 2, words: "A dog runs" },
				{ seconds: 4, words: "it sleeps" },
			],
			"prose",
		);
		expect(parseScript(prose).shots).toEqual([]);
	});
});
