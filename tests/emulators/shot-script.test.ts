import { describe, expect, it } from "vitest";
import { Refused } from "../support/emulators/kernel/refused";
import { checkShotScript } from "../support/emulators/kernel/shot-script";

function judge(prompt: string, seconds: number): string {
	try {
		checkShotScript(prompt, seconds, (message, param) => new Refused("bad", message, { param }));
		return "passes";
	} catch (problem) {
		return problem instanceof Refused ? problem.message : "broke";
	}
}

function shots(...lengths: readonly number[]): string {
	return lengths.map((length, index) => `shot ${index + 1}, ${length}, words, and more;`).join(" ");
}

describe("a prompt", () => {
	it.each([
		["of prose", "a shot of a lighthouse; then the sea", 5],
		["with shots that add up", shots(3, 4, 3), 10],
		["with a last shot left open", shots(3, 2).slice(0, -1), 5],
		["with Chinese markers", "镜头 1, 3, 黎明; 镜头 2, 2, 黄昏;", 5],
		["with words over several lines", "shot 1, 5, dawn\nover the sea;", 5],
		["with six shots", shots(1, 1, 1, 1, 1, 1), 6],
		["with a preamble", `At night. ${shots(3, 3)}`, 5],
	])("%s passes", (_what, prompt, seconds) => {
		expect(judge(prompt, seconds)).toBe("passes");
	});

	it.each([
		["with seven shots", shots(1, 1, 1, 1, 1, 1, 1), 7, /at most 6/],
		["whose shots do not add up", shots(3, 3), 5, /last 6 s and the duration is 5 s/],
		["that skips a number", "shot 1, 2, a; shot 3, 3, b;", 5, /shot 2 is numbered 3/],
		["with a shot of no length", "shot 1, 0, a; shot 2, 5, b;", 5, /at least 1 second/],
		["with a semicolon inside a shot", "shot 1, 5, a; b;", 5, /shot 2 is not written/],
		["with 513 characters in a shot", `shot 1, 5, ${"x".repeat(513)};`, 5, /over 512/],
	])("%s is refused", (_what, prompt, seconds, message) => {
		expect(judge(prompt, seconds)).toMatch(message);
	});
});
