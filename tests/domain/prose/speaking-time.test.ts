import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitsShot, speakingSeconds } from "@/lib/domain/prose/speaking-time";
import { anyText } from "../grammar/arbitrary-text";

describe("how long a line takes to say", () => {
	it.each([
		["", 0],
		["… — !", 0],
		["Run!", 0.4],
		["Catch me if you can.", 1.9],
		["Everyone's chasing the diamond — but only I know where it's hidden.", 4.2],
		["Extraordinary international collaboration.", 3.3],
		["We open in 2026.", 1.9],
		["所有人都在找钻石。", 1.8],
		["捕まえてごらん", 1.1],
		["잡을 수 있으면 잡아봐", 2],
		["สวัสดีครับ ยินดีต้อนรับ", 1.4],
		["走吧, let's go", 1.2],
	])("is for %j about %d s", (line, seconds) => {
		expect(speakingSeconds(line)).toBeCloseTo(seconds, 5);
	});

	it("is about 155 words a minute for plain English", () => {
		const plain = "The old man opened the window and looked at the rain for a while before he turned to us again. ";
		const words = plain.trim().split(" ").length;
		const minute = (speakingSeconds(plain.repeat(10)) / (words * 10)) * 155;
		expect(minute).toBeGreaterThan(55);
		expect(minute).toBeLessThan(65);
	});

	it("never shrinks when more is said", () => {
		fc.assert(
			fc.property(anyText, anyText, (line, more) => {
				expect(speakingSeconds(`${line} ${more}`)).toBeGreaterThanOrEqual(speakingSeconds(line) - 0.1);
			}),
			{ numRuns: 2_000 },
		);
	});
});

describe("lines held against their shot", () => {
	it.each([
		{
			lines: ["I never knew that you would come here."],
			shot: 2,
			fits: false,
			sentence: "needs 3.1 s, the shot has 2 s",
		},
		{ lines: ["Catch me if you can."], shot: 3, fits: true, sentence: "needs 1.9 s, the shot has 3 s" },
		{ lines: ["Run!", "Now!"], shot: 1, fits: false, sentence: "needs 1.1 s, the shot has 1 s" },
		{ lines: ["Run!", "…"], shot: 1, fits: true, sentence: "needs 0.4 s, the shot has 1 s" },
		{ lines: [], shot: 1, fits: true, sentence: "needs 0 s, the shot has 1 s" },
	])("$sentence", ({ lines, shot, fits, sentence }) => {
		expect(fitsShot(lines, shot)).toMatchObject({ shotSeconds: shot, fits, sentence });
	});
});
