import { describe, expect, test } from "vitest";
import type { PlannedShot } from "@/lib/domain/animatic-plan/plan";
import { shotOf } from "../../animatic/picture/film-of";

type Expected = Partial<Pick<PlannedShot, "scene" | "time" | "weather" | "tint" | "mood">> & {
	readonly move?: PlannedShot["move"]["kind"];
	readonly figures?: readonly string[];
	readonly actions?: readonly string[];
	readonly animals?: readonly string[];
	readonly props?: readonly string[];
	readonly undrawn?: readonly string[];
};

const PROMPTS: readonly (readonly [words: string, expected: Expected])[] = [
	[
		"a lone astronaut walks across a red desert at dawn",
		{ scene: "desert", time: "dawn", tint: "red", figures: ["astronaut"], actions: ["walk"] },
	],
	[
		"A corgi running on the beach, cinematic, golden-hour light",
		{ scene: "beach", time: "dusk", animals: ["corgi:run"], figures: [] },
	],
	["a corgi on a beach, golden hour", { scene: "beach", time: "dusk", animals: ["corgi:stand"] }],
	["a golden retriever running through a sunlit meadow", { scene: "meadow", time: "day", animals: ["retriever:run"] }],
	["sunrise over the ocean", { scene: "ocean", time: "dawn", weather: "clear", figures: [], animals: [] }],
	["a dim, rain-streaked office", { scene: "office", weather: "rain" }],
	["a glittering rooftop overlooking the night skyline", { scene: "rooftop", time: "night" }],
	[
		"she strides into a neon-soaked alley",
		{ scene: "alley", time: "night", mood: "noir", figures: ["woman"], actions: ["walk"], props: ["neon"] },
	],
	[
		"a couple talk in a cosy café at night, no rain",
		{ scene: "room", time: "night", weather: "clear", figures: ["woman", "man"] },
	],
	[
		"two wolves howl on a snowy mountain",
		{ scene: "mountain", weather: "snow", animals: ["wolf:stand", "wolf:stand"] },
	],
	["a tabby cat sleeps on the sofa", { scene: "room", animals: ["cat:lie"] }],
	["a humpback whale swims in the deep sea", { scene: "underwater", animals: ["whale:swim"] }],
	["a dog runs over a field, then the dog stops", { animals: ["dog:run"] }],
	["a school of fish swims over a reef", { scene: "underwater", animals: ["fish:swim", "fish:swim", "fish:swim"] }],
	[
		"two elephants cross the savannah at dusk",
		{ scene: "meadow", time: "dusk", animals: ["elephant:walk", "elephant:walk"] },
	],
	["a polar bear on a glacier", { scene: "mountain", animals: ["bear:stand"], undrawn: [] }],
	["a tiger prowls through the jungle", { scene: "forest", animals: ["tiger:walk"], undrawn: [] }],
	["一只熊猫坐在竹林里", { scene: "forest", animals: ["panda:sit"], undrawn: [] }],
	["a golden retriever in a meadow", { scene: "meadow", time: "day" }],
	["a woman waves from the beach at night", { scene: "beach", time: "night", actions: ["wave"] }],
	["a cowboy, a sandstorm swallows him", { weather: "dust", animals: [] }],
	["a father and his daughter walk on the beach", { figures: ["man", "child"] }],
	["a man stands on a roof and waves", { scene: "rooftop", actions: ["wave"] }],
	["a man stands on a roof while a dog runs", { scene: "rooftop", actions: ["stand"] }],
	["a cat chases another cat in a garden", { animals: ["cat:run", "cat:run"] }],
	["a hiker below a snowy peak, bright midday sun", { scene: "mountain", weather: "clear" }],
	["a whale breaches at sunset", { scene: "ocean", time: "dusk", animals: ["whale:swim"] }],
	["fish swim through a coral reef", { scene: "underwater", animals: ["fish:swim", "fish:swim", "fish:swim"] }],
	[
		"a robot and a child watch fireworks over the city",
		{ scene: "city", time: "night", figures: ["robot", "child"], props: ["fireworks"] },
	],
	["A cat sits on a windowsill watching the rain", { scene: "room", weather: "rain", animals: ["cat:sit"] }],
	[
		"wild horses gallop across the plains at dawn",
		{ scene: "meadow", time: "dawn", animals: ["horse:run", "horse:run", "horse:run"] },
	],
	["drone shot over a forest in autumn", { scene: "forest", move: "aerial", props: ["leaves"] }],
	["an old man in a grey coat sits on a park bench", { scene: "meadow", figures: ["man"], actions: ["sit"] }],
	["a singer on stage under a spotlight", { scene: "stage", figures: ["anyone"] }],
	["abstract flowing colour", { scene: "abstract" }],
	["", { scene: "abstract", figures: [], animals: [], undrawn: [] }],
	["a dragon flies over a castle in the mountains", { scene: "mountain", undrawn: ["dragon", "castle"] }],
	["slow push in on a mountain lake at dusk", { scene: "mountain", time: "dusk", move: "push-in", props: ["lake"] }],
	[
		"the camera tilts up to reveal two pale moons over the desert",
		{ scene: "desert", move: "tilt-up", props: ["moon"] },
	],
	["whip pan left to a busy street", { scene: "street", move: "whip-pan" }],
	["pan right across a city skyline at dusk", { scene: "city", move: "pan-right", time: "dusk" }],
	["pan left across the harbour", { scene: "ocean", move: "pan-left" }],
	["truck left along a market street", { scene: "street", move: "truck-left" }],
	["crane up over a village at dawn", { scene: "street", move: "crane-up", animals: [] }],
	["orbit around a knight in a forest", { scene: "forest", move: "orbit", figures: ["man"] }],
	["handheld, a man runs through an alley at night", { scene: "alley", move: "handheld", actions: ["run"] }],
	["locked off: an empty office", { scene: "office", move: "locked-off" }],
	["dolly forward through a foggy forest", { scene: "forest", move: "dolly", weather: "fog" }],
	["pull back from a child in a snowstorm", { move: "pull-out", weather: "snow", figures: ["child"] }],
	["bird's-eye view of dunes", { scene: "desert", move: "aerial", animals: [] }],
	["fisheye lens, a skater in a park", { scene: "meadow", animals: [] }],
	["a lonely lighthouse in a thunderstorm", { scene: "ocean", weather: "storm", props: ["lighthouse"] }],
	["a sandstorm sweeps over the dunes", { scene: "desert", weather: "dust" }],
	["an empty beach without people, not raining", { scene: "beach", weather: "clear", figures: [] }],
	["a street with no cars, fog or snow", { scene: "street", weather: "clear", props: [] }],
	["he runs like a horse across the field", { scene: "meadow", animals: [], actions: ["run"] }],
	["a woman in a red hat and a blue coat on a rooftop", { scene: "rooftop", figures: ["woman"] }],
	[
		"three children dance in a garden",
		{ scene: "meadow", figures: ["child", "child", "child"], actions: ["dance", "dance", "dance"] },
	],
	["an astronaut floats in deep space near saturn", { scene: "space", figures: ["astronaut"] }],
	["an astronaut on the surface of the moon", { scene: "desert", tint: "grey" }],
	["a rover crosses the plains of Mars", { scene: "desert", tint: "red" }],
	[
		"a fox and two rabbits in a snowy forest at night",
		{ scene: "forest", time: "night", weather: "snow", animals: ["fox:stand", "rabbit:stand", "rabbit:stand"] },
	],
	[
		"seagulls over a harbour in the fog",
		{ scene: "ocean", weather: "fog", animals: ["bird:fly", "bird:fly", "bird:fly"] },
	],
	[
		"a deer in a misty forest at first light",
		{ scene: "forest", time: "dawn", weather: "fog", animals: ["deer:stand"] },
	],
	["hot air balloons over a valley at sunrise", { scene: "mountain", time: "dawn", props: ["balloon"] }],
	["a chef cooks in a restaurant kitchen", { scene: "room", figures: ["anyone"] }],
	["a ballerina twirls on stage", { scene: "stage", figures: ["woman"], actions: ["dance"] }],
	[
		"a taxi drives down a rainy New York street at night",
		{ scene: "street", weather: "rain", time: "night", props: ["car"] },
	],
	["一只柯基在海滩上奔跑，黄金时刻", { scene: "beach", time: "dusk", animals: ["corgi:run"] }],
	[
		"一个女人在雨夜的街道上行走，霓虹灯",
		{ scene: "street", time: "night", weather: "rain", figures: ["woman"], actions: ["walk"], props: ["neon"] },
	],
	["宇航员站在月球上", { scene: "desert", tint: "grey", figures: ["astronaut"] }],
	["雪山脚下的湖边，日出，镜头缓缓推近", { scene: "mountain", time: "dawn", move: "push-in", props: ["lake"] }],
	[
		"戴红色帽子的女人坐在办公室里，窗外下雨",
		{ scene: "office", weather: "rain", figures: ["woman"], actions: ["sit"] },
	],
	["竹林里起雾，一只狐狸走过", { scene: "forest", weather: "fog", animals: ["fox:walk"] }],
	["没有下雨的城市夜景", { scene: "city", time: "night", weather: "clear" }],
	["航拍沙漠，日落", { scene: "desert", time: "dusk", move: "aerial" }],
	[
		"三个人在雪山前跳舞",
		{ scene: "mountain", figures: ["anyone", "anyone", "anyone"], actions: ["dance", "dance", "dance"] },
	],
	["a penguin slides over the ice", { scene: "mountain", undrawn: ["penguin"] }],
	["两个孩子在草地上放风筝", { scene: "meadow", figures: ["child", "child"] }],
	["海浪拍打礁石，暴风雨", { scene: "ocean", weather: "storm" }],
	["舞台上的歌手，聚光灯", { scene: "stage", figures: ["anyone"] }],
	["鲸鱼跃出海面，夕阳", { scene: "ocean", time: "dusk", animals: ["whale:swim"] }],
	[
		"手持镜头，男人跑过小巷，夜晚",
		{ scene: "alley", move: "handheld", time: "night", figures: ["man"], actions: ["run"] },
	],
];

describe("what the words of a shot ask for", () => {
	test.each(PROMPTS)("%s", (words, expected) => {
		const shot = shotOf(words);
		const read: Record<keyof Expected, unknown> = {
			scene: shot.scene,
			time: shot.time,
			weather: shot.weather,
			tint: shot.tint,
			mood: shot.mood,
			move: shot.move.kind,
			figures: shot.figures.map(({ build }) => build),
			actions: shot.figures.map(({ action }) => action),
			animals: shot.animals.map(({ kind, action }) => `${kind}:${action}`),
			props: shot.props.map(({ kind }) => kind),
			undrawn: shot.undrawn,
		};
		expect(read).toMatchObject(expected);
	});

	test("a move nobody asked for is marked as ours", () => {
		expect(shotOf("a quiet forest").move.asked).toBe(false);
		expect(shotOf("a quiet forest, slow pan right").move).toEqual({ kind: "pan-right", asked: true, strength: 0.7 });
	});

	test("garments keep their colours", () => {
		const [woman] = shotOf("a woman in a red hat and a blue coat with blonde hair waits").figures;
		expect(woman).toMatchObject({ hat: "red", coat: "blue", hair: "gold" });
	});

	test.each([
		["a woman in a red dress waits", "dress", "red"],
		["a man in a suit waits", "suit", null],
		["a boy in a green hoodie runs", "jacket", "green"],
		["a girl in a long white gown turns", "gown", "white"],
		["a bride waits by the window", "gown", "white"],
		["a doctor in a black coat waits", "coat", "black"],
		["a man waits", null, null],
		["穿红色连衣裙的女人站着", "dress", "red"],
	])("%s: the cut of what is worn", (words, cut, coat) => {
		expect(shotOf(words).figures[0]).toMatchObject({ cut, coat });
	});

	test("a speaker's name does not stay behind in the caption without the line", () => {
		expect(shotOf('Three friends talk in a café. Anna says: "We should go."').caption).toBe(
			"Three friends talk in a café.",
		);
		expect(shotOf("Rain at night. Noir").caption).toBe("Rain at night. Noir");
	});

	test("two moons are counted and coloured", () => {
		expect(shotOf("two pale moons over a desert").props).toEqual([{ kind: "moon", count: 2, colour: "white" }]);
	});

	test("a thing the scene has no place for is said, not silently dropped", () => {
		expect(shotOf("a sailboat in a living room")).toMatchObject({ props: [], undrawn: ["boat"] });
		expect(shotOf("a sailboat on the ocean")).toMatchObject({ undrawn: [] });
	});

	test("the negative prompt takes out weather and animals", () => {
		const shot = shotOf("a dog in the rain on a street", { negativePrompt: "rain, dogs" });
		expect(shot.weather).toBe("clear");
		expect(shot.animals).toEqual([]);
	});
});
