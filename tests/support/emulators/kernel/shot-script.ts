import type { RefuseParameter } from "./refused";

const MAX_SHOTS = 6;
const MAX_WORDS = 512;
const SHOT = /^\s*(?:shot|镜头)\s*(\d+)\s*,\s*(\d+)\s*,(.*)$/su;

/** A prompt that is written as a list of shots must add up; any other prompt passes. */
export function checkShotScript(prompt: string, seconds: number, refuse: RefuseParameter): void {
	if (!SHOT.test(prompt.split(";")[0] ?? "")) return;
	const parts = prompt.split(";").filter((part) => part.trim() !== "");
	const shots = parts.map((part) => SHOT.exec(part));
	if (shots.length > MAX_SHOTS) throw refuse(`a prompt holds at most ${MAX_SHOTS} shots`, "prompt");
	let sum = 0;
	for (const [index, shot] of shots.entries()) {
		if (!shot) throw refuse(`shot ${index + 1} is not written as "shot n, m, words;"`, "prompt");
		const [, number, length, words] = shot;
		if (Number(number) !== index + 1) throw refuse(`shot ${index + 1} is numbered ${number}`, "prompt");
		if (Number(length) < 1) throw refuse(`shot ${number} must last at least 1 second`, "prompt");
		if ([...(words ?? "").trim()].length > MAX_WORDS)
			throw refuse(`shot ${number} has over ${MAX_WORDS} characters`, "prompt");
		sum += Number(length);
	}
	if (sum !== seconds) throw refuse(`the shots last ${sum} s and the duration is ${seconds} s`, "prompt");
}
