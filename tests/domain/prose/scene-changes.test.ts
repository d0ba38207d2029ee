import { describe, expect, it } from "vitest";
import { sceneChanges } from "@/lib/domain/prose/scene-changes";
import { fitsShot } from "@/lib/domain/prose/speaking-time";
import { spokenLines } from "@/lib/domain/prose/spoken-lines";
import { sliceRange } from "@/lib/domain/text-range";
import { NOIR, NOIR_SHELL_QUOTED, SHIPPED } from "./sample-prompts";

function wordsOf(text: string): string[] {
	return sceneChanges(text).map(({ words }) => words);
}

describe("the noir portrait", () => {
	it("proposes an office, an alley and a rooftop", () => {
		expect(wordsOf(NOIR)).toEqual([
			"The woman in the red hat leans toward the camera in a dim, rain-streaked office and says in a low, confident voice: Everyone's chasing the diamond — but only I know where it's hidden.",
			"She turns and strides into a neon-soaked alley",
			"a glittering rooftop overlooking the night skyline, where she glances back over her shoulder with a sly smile and adds: Catch me if you can. The camera sweeps up from the street to the city lights.",
		]);
		expect(sceneChanges(NOIR_SHELL_QUOTED)).toHaveLength(3);
	});

	it("leaves its lines the time they take when its ten seconds are shared out", () => {
		const proposals = sceneChanges(NOIR, 10);
		expect(proposals.map(({ weight }) => weight)).toEqual([5, 2, 3]);
		for (const { words, weight } of proposals) {
			expect(
				fitsShot(
					spokenLines(words).map(({ text }) => text),
					weight,
				).fits,
			).toBe(true);
		}
	});

	it("gives an even share where the film is too short for its lines", () => {
		const seconds = sceneChanges(NOIR, 4).map(({ weight }) => weight);
		expect(seconds.reduce((sum, each) => sum + each, 0)).toBe(4);
		expect(Math.min(...seconds)).toBe(1);
	});
});

it.each(SHIPPED.filter(({ text }) => text !== NOIR))("the shipped prompt $key is one scene", ({ text }) => {
	expect(wordsOf(text)).toEqual([]);
});

describe("prompts of several scenes", () => {
	it.each<[text: string, shots: string[]]>([
		[
			"A chef plates a dish. Cut to: a couple tasting it. Then we see the street outside.",
			["A chef plates a dish.", "a couple tasting it.", "the street outside."],
		],
		[
			"A car races down a desert highway, smash cut to the driver's eyes, match cut to a setting sun.",
			["A car races down a desert highway", "the driver's eyes", "a setting sun."],
		],
		[
			"Two friends talk in a café, then cut to them dancing on a rooftop",
			["Two friends talk in a café", "them dancing on a rooftop"],
		],
		["A lake at dawn. The scene slowly dissolves to a frozen forest.", ["A lake at dawn.", "a frozen forest."]],
		[
			"A man waits. The scene then shifts back to the station, and the film jumps to a train.",
			["A man waits.", "the station", "a train."],
		],
		[
			"A boy reads. Next, a girl writes. Meanwhile, a cat sleeps. Later: a dog barks.",
			["A boy reads.", "a girl writes.", "a cat sleeps.", "a dog barks."],
		],
		["A man runs. The final shot shows an empty road.", ["A man runs.", "an empty road."]],
		[
			"Scene 1: A forest. A deer drinks.\nScene 2 - A city street.\nScene III: A beach.",
			["A forest. A deer drinks.", "A city street.", "A beach."],
		],
		[
			"Noir film, 35mm. Scene 1: an office. Scene 2: a rooftop.",
			["Noir film, 35mm. Scene 1: an office.", "a rooftop."],
		],
		["1. A dog runs\n2. A cat sleeps", ["A dog runs", "A cat sleeps"]],
		[
			"INT. OFFICE - NIGHT\nShe types.\nEXT. STREET - DAY\nShe runs.",
			["OFFICE - NIGHT\nShe types.", "STREET - DAY\nShe runs."],
		],
		[
			"A knight rides through a forest; a dragon lands on a mountain; two moons rise above an ocean",
			["A knight rides through a forest", "a dragon lands on a mountain", "two moons rise above an ocean"],
		],
		[
			"Wide shot of a city at dusk. Close-up of a woman's eyes.",
			["Wide shot of a city at dusk.", "Close-up of a woman's eyes."],
		],
		[
			"A woman in a kitchen opens the fridge. She walks into the garden. Inside an office, phones ring.",
			["A woman in a kitchen opens the fridge.", "She walks into the garden.", "Inside an office, phones ring."],
		],
		["A misty forest. A crowded street at noon.", ["A misty forest.", "A crowded street at noon."]],
		[
			"一个女人坐在办公室里，低声说：“走吧。”画面切换到屋顶，她回头微笑。镜头升起。",
			["一个女人坐在办公室里，低声说：“走吧。”", "屋顶，她回头微笑。镜头升起。"],
		],
		["男孩在教室里看书。下一个镜头：他在海边奔跑。", ["男孩在教室里看书。", "他在海边奔跑。"]],
		["场景一：森林。场景二：城市。", ["森林。", "城市。"]],
		["A forest\n---\nA desert", ["A forest", "A desert"]],
	])("%s", (text, shots) => {
		const proposals = sceneChanges(text);
		expect(proposals.map(({ words }) => words)).toEqual(shots);
		for (const { words, range, weight } of proposals) {
			expect(sliceRange(text, range)).toBe(words);
			expect(weight).toBeGreaterThan(0);
		}
	});

	it("are never more than a film may have shots, and lose no words", () => {
		const animals = ["dog", "cat", "cow", "hen", "fox", "owl", "pig", "elk"];
		const text = animals.map((animal) => `Cut to: a ${animal} runs.`).join(" ");
		const shots = wordsOf(text);
		expect(shots).toHaveLength(6);
		for (const animal of animals) expect(shots.join(" ")).toContain(`a ${animal} runs.`);
	});

	it("are never more than a film has seconds", () => {
		const text = ["dog", "cat", "cow", "hen", "fox"].map((animal) => `Cut to: a ${animal} runs.`).join(" ");
		expect(sceneChanges(text, 3).map(({ weight }) => weight)).toEqual([1, 1, 1]);
	});

	it("give a shot with a long line more time than one without", () => {
		const [silent, spoken] = sceneChanges(
			'A man waits by a door. Cut to: a girl says, "I never thought that you would really come here."',
		);
		expect(spoken?.weight).toBeGreaterThan((silent?.weight ?? Infinity) + 2);
	});
});

describe("prompts of one scene", () => {
	it.each([
		"",
		"A dog runs; its ears flap in the wind.",
		"A dog runs; the camera follows; slow motion.",
		'She says: "Cut to the chase." He laughs.',
		'The detective whispers, "Meanwhile, in the alley; the scene cuts to a rooftop." He smiles.',
		"A rooftop bar at night. The city glows below. She looks at the street. The camera cranes up over the city.",
		"The screen fades to black. A suit cut to fit. He cuts to the front of the queue.",
		"A woman walks from the kitchen into the garden and on to the beach in one take.",
		"Waves crash on the beach. A surfer runs into the sea.",
		"A cat sits next to a window, looking at the street. It yawns.",
		"A portrait in soft light, close-up, shallow depth of field, 85mm.",
		"A man stands at a bus stop in the rain. He checks his watch. A bus arrives.",
		"Cut to: a dog",
		"一只猫坐在窗边，看着街道；它打了个哈欠。",
		"她转向镜头，微笑。",
	])("propose nothing: %s", (text) => {
		expect(wordsOf(text)).toEqual([]);
	});
});
