import { describe, expect, it } from "vitest";
import { spokenLines } from "@/lib/domain/prose/spoken-lines";
import { sliceRange } from "@/lib/domain/text-range";
import { NOIR, NOIR_MANGLED, NOIR_SHELL_QUOTED, SHIPPED } from "./sample-prompts";

function read(text: string): (readonly [string | null, string, string | null])[] {
	return spokenLines(text).map(({ speaker, text: line, how }) => [speaker, line, how]);
}

describe("the noir portrait", () => {
	const WOMAN = "woman in the red hat";

	it("has exactly two lines, and the same woman says both", () => {
		expect(read(NOIR)).toEqual([
			[WOMAN, "Everyone's chasing the diamond — but only I know where it's hidden.", "says in a low, confident voice"],
			[WOMAN, "Catch me if you can.", "adds"],
		]);
	});

	it.each([
		["a mangled dash", NOIR_MANGLED, "Everyone's chasing the diamond β€” but only I know where it's hidden."],
		[
			"a shell's quoting",
			NOIR_SHELL_QUOTED,
			"Everyone'\\''s chasing the diamond β€” but only I know where it'\\''s hidden.",
		],
	])("keeps them through %s", (_, text, first) => {
		expect(read(text).map(([speaker, line]) => [speaker, line])).toEqual([
			[WOMAN, first],
			[WOMAN, "Catch me if you can."],
		]);
	});

	it("leaves only what is seen when the lines are taken out", () => {
		const [first] = spokenLines(NOIR);
		expect(first && sliceRange(NOIR, first.around)).toBe(
			"says in a low, confident voice: Everyone's chasing the diamond — but only I know where it's hidden.",
		);
	});
});

it.each(SHIPPED.filter(({ text }) => text !== NOIR))("nobody speaks in the shipped prompt $key", ({ text }) => {
	expect(read(text)).toEqual([]);
});

describe("quoted lines", () => {
	it.each<[text: string, lines: [string | null, string, string | null][]]>([
		['The girl says, "Please wait."', [["girl", "Please wait.", "says"]]],
		['The girl says "Please"', [["girl", "Please", "says"]]],
		["An old man whispers: “Come closer.” He smiles.", [["old man", "Come closer.", "whispers"]]],
		['"Run," whispers the girl.', [["girl", "Run", "whispers"]]],
		['"Never!" the old man shouts in anger, then leaves.', [["old man", "Never!", "shouts in anger"]]],
		[
			'She said "Go," then added, "now."',
			[
				["she", "Go", "said"],
				["she", "now.", "added"],
			],
		],
		['A man at a desk. "I never sleep." The lamp flickers.', [["man", "I never sleep.", null]]],
		["He whispers 'don't move' and the dog's ears twitch.", [["he", "don't move", "whispers"]]],
		["A fox says «Bonjour, toi.» to a crow.", [["fox", "Bonjour, toi.", "says"]]],
		["Ein Mann ruft. The man shouts: „Komm her!“", [["man", "Komm her!", "shouts"]]],
		["女孩大喊「快跑！」然后转身。", [["女孩", "快跑！", "大喊"]]],
		["一个戴红帽的女人走进办公室，低声说：“所有人都在找钻石。”", [["戴红帽的女人", "所有人都在找钻石。", "低声说"]]],
		["“我们走吧，”他说道。", [["他", "我们走吧", "说道"]]],
		["旁白：“很久以前。”", [["旁白", "很久以前。", null]]],
		[
			'Maria: "Hello there." Tom: "Hi."',
			[
				["Maria", "Hello there.", null],
				["Tom", "Hi.", null],
			],
		],
		[
			"[Character A: Lead Detective, controlled serious voice]: “Enough stalling.”",
			[["Lead Detective", "Enough stalling.", "controlled serious voice"]],
		],
		['A deep voice says: "Welcome home."', [["deep voice", "Welcome home.", "says"]]],
		['Voice-over: "One woman listens."', [["narrator", "One woman listens.", null]]],
		['Dialogue: "One."', [[null, "One.", null]]],
		['The astronaut gasps. "Two moons!"', [["astronaut", "Two moons!", null]]],
		['"Who is there?"', [[null, "Who is there?", null]]],
	])("in %j", (text, lines) => {
		expect(read(text)).toEqual(lines);
	});

	it.each([
		'A neon sign reading "OPEN LATE." glows.',
		'The sign says "OPEN".',
		'A book titled "The Night." lies open.',
		'A dog named "Rex" with a "cool" look.',
		"The dogs' bowls rattle, rock 'n' roll plays.",
		'Shot on 35mm, 5" lens, "film noir" mood.',
		"招牌上写着“营业中”。",
		'An unclosed " quote. The end.',
		"",
	])("are not found in %j", (text) => {
		expect(read(text)).toEqual([]);
	});
});

describe("lines without quotes", () => {
	it.each<[text: string, lines: [string | null, string, string | null][]]>([
		[
			"As the man leaves, the woman says: Don't go. I need you. The camera pulls back.",
			[["woman", "Don't go. I need you.", "says"]],
		],
		["The man looks at the woman and asks: Why did you come? She turns away.", [["man", "Why did you come?", "asks"]]],
		["A robot beeps. It says: Hello, human; the lights go out.", [["robot", "Hello, human", "says"]]],
		["Maria whispers: Wait for Dr. Smith. He is close.", [["Maria", "Wait for Dr. Smith.", "whispers"]]],
		["The girl laughs and adds with a grin: You lost!\nA dog barks.", [["girl", "You lost!", "adds with a grin"]]],
		["A boy says: Wait... what is that? A shadow moves.", [["boy", "Wait... what is that?", "says"]]],
		[
			"MARIA: Where were you?\nTOM (angry): Out. You know that.\nCamera: slow push-in",
			[
				["Maria", "Where were you?", null],
				["Tom", "Out. You know that.", "angry"],
			],
		],
		["Narrator: In a world without sound.", [["narrator", "In a world without sound.", null]]],
		["The young chef turns: the chef says: My soup! An old chef laughs.", [["young chef", "My soup!", "says"]]],
		[
			"女人说：我们走吧！男人问：去哪里？然后他们离开。",
			[
				["女人", "我们走吧！", "说"],
				["男人", "去哪里？", "问"],
			],
		],
		["她转身，补充道：来抓我吧。镜头升起。", [["她", "来抓我吧。", "补充道"]]],
		["The woman says:\nI am home.", [["woman", "I am home.", "says"]]],
	])("in %j", (text, lines) => {
		expect(read(text)).toEqual(lines);
	});

	it.each([
		"Style: noir. Lighting: low key, hard shadows. Camera: slow push-in.",
		"Weather: heavy rain.",
		"At 10:30 a train leaves; see https://example.com.",
		"The painter adds a touch of colour: red.",
		"The sign says: closed.",
		"Scene 1: A forest. Shot 2: A beach.",
		"She says nothing and walks on.",
		"The woman says:",
		"风格：黑色电影。背景音乐：钢琴。",
	])("are not found in %j", (text) => {
		expect(read(text)).toEqual([]);
	});
});

describe("who speaks", () => {
	it("keeps one name for one person, whatever the text calls them", () => {
		const text =
			'A woman in a blue coat says: "One." A tall man nods. She adds: "Two." "Three," says the man. The woman shouts, "Four!" Another woman whispers, "Five."';
		expect(read(text).map(([speaker]) => speaker)).toEqual([
			"woman in a blue coat",
			"woman in a blue coat",
			"tall man",
			"woman in a blue coat",
			"other woman",
		]);
	});
});
