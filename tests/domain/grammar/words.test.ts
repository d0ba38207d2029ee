import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normaliseWords } from "@/lib/domain/grammar/words";
import { anyText, scriptLike } from "./arbitrary-text";

describe("a shot's words as the script carries them", () => {
	it.each([
		["a dog runs", "a dog runs"],
		["  a dog\n\truns\u3000fast ", "a dog runs fast"],
		["a dog; a cat", "a dog, a cat"],
		["a dog ; a cat", "a dog, a cat"],
		["a dog;; ;a cat", "a dog,a cat"],
		["; a dog;", "a dog"],
		["一只狗；一只猫；", "一只狗，一只猫"],
		["一只狗，一只猫", "一只狗，一只猫"],
		["a\u037eb\ufe54c", "a,b,c"],
		[" ; ；\n", ""],
		["a\u0000b\u2028c", "a b c"],
		["half \ud83d of a sign", "half \ufffd of a sign"],
		["👨‍👩‍👧 שלום ؛ مرحبا", "👨‍👩‍👧 שלום ؛ مرحبا"],
	])("turns %j into %j", (words, expected) => {
		expect(normaliseWords(words)).toBe(expected);
	});

	it("changes nothing the second time", () => {
		fc.assert(
			fc.property(anyText, (words) => {
				const once = normaliseWords(words);
				expect(normaliseWords(once)).toBe(once);
			}),
			{ numRuns: 3_000 },
		);
	});

	it("never leaves a sign that ends a shot or a line", () => {
		fc.assert(
			fc.property(scriptLike, (words) => {
				expect(normaliseWords(words)).not.toMatch(/[;；\u037e\n\r\u2028\u2029]/);
				expect(normaliseWords(words)).not.toMatch(/\p{Cs}/u);
			}),
			{ numRuns: 3_000 },
		);
	});
});
