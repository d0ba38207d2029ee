import type { AccentKind, AmbienceKind, SceneKind } from "../plan";
import type { Entry } from "./entry";

export const HEARD: readonly Entry<AmbienceKind>[] = [
	{ kind: "wind", en: "wind|windy|breeze|gusts?|howling|gale", zh: "风" },
	{ kind: "fire", en: "fire|campfire|bonfire|flames?|fireplace|crackl\\w+|burning", zh: "火|篝火|壁炉" },
	{
		kind: "crowd",
		en: "crowds?|market|audience|bustling|party|restaurant|caf[eé]|bar|cheering|chatter",
		zh: "人群|热闹|集市|观众|夜市",
	},
	{
		kind: "machines",
		en: "machin\\w+|engines?|factor(?:y|ies)|robots?|spaceship|train|computers?|servers?|control room",
		zh: "机器|引擎|工厂|火车|飞船",
	},
	{ kind: "birds", en: "birds?|birdsong|chirp\\w*|songbirds?|seagulls?|gulls?", zh: "鸟" },
	{ kind: "crickets", en: "crickets?|cicadas?|insects?", zh: "蟋蟀|蝉|虫鸣" },
	{ kind: "water", en: "river|stream|creek|waterfall|lake|fountain|pond|puddles?", zh: "河|溪|湖|瀑布|泉" },
	{ kind: "ocean", en: "waves?|surf|ocean|sea", zh: "海浪|波涛|海" },
	{ kind: "city", en: "traffic|city|downtown|sirens?|honk\\w*", zh: "车流|城市|警笛" },
	{ kind: "thunder", en: "thunder\\w*|storms?|lightning", zh: "雷|暴风雨" },
];

export const SCENE_AMBIENCE: Readonly<Record<SceneKind, readonly (readonly [AmbienceKind, number])[]>> = {
	mountain: [["wind", 0.6]],
	ocean: [
		["ocean", 0.8],
		["wind", 0.25],
	],
	beach: [
		["ocean", 0.7],
		["birds", 0.15],
	],
	city: [["city", 0.6]],
	street: [
		["city", 0.7],
		["crowd", 0.2],
	],
	alley: [
		["city", 0.35],
		["machines", 0.15],
	],
	rooftop: [
		["city", 0.35],
		["wind", 0.4],
	],
	forest: [["forest", 0.7]],
	meadow: [["wind", 0.35]],
	desert: [["wind", 0.7]],
	space: [["space", 0.8]],
	office: [["room", 0.6]],
	room: [["room", 0.6]],
	stage: [["stage", 0.6]],
	underwater: [["water", 0.7]],
	abstract: [["space", 0.3]],
};

export const ACCENTS: readonly Entry<AccentKind>[] = [
	{ kind: "door", en: "doors?|knock(?:s|ing)?", zh: "门(?!口)|敲门" },
	{
		kind: "splash",
		en: "splash\\w*|breach\\w*|div(?:es|ing) into|jump(?:s|ing)? into the (?:water|sea|lake|pool)|puddles?",
		zh: "溅|跃出|跳入水",
	},
	{ kind: "bark", en: "bark(?:s|ing)?|woof", zh: "汪|狗叫|吠" },
	{ kind: "meow", en: "meow\\w*|purr\\w*|miaow\\w*", zh: "喵|猫叫" },
	{ kind: "neigh", en: "neigh\\w*|whinn\\w+", zh: "嘶鸣" },
	{ kind: "horn", en: "horns?|honk\\w*|foghorn", zh: "喇叭|鸣笛" },
	{ kind: "heartbeat", en: "heart ?beats?|pulse|heart pounding|pounding heart", zh: "心跳" },
	{ kind: "bell", en: "bells?|chimes?|toll(?:s|ing)", zh: "钟声|铃" },
	{ kind: "glass", en: "glass (?:breaks|shatters)|shatter\\w*|clink\\w*|toast", zh: "玻璃碎|碰杯" },
	{
		kind: "engine",
		en: "engines?|motorcycles?|motorbike|revs?|car (?:starts|speeds|passes|drives)|drives? (?:off|away|past)|races? past",
		zh: "引擎|发动机|摩托",
	},
	{ kind: "applause", en: "applause|applaud\\w*|clap(?:s|ping)?|cheer(?:s|ing)?|ovation", zh: "掌声|鼓掌|欢呼" },
	{ kind: "whoosh", en: "whoosh\\w*|swoosh|zoom(?:s|ing)? past|flash(?:es)? past|meteor\\w*|rocket", zh: "呼啸|流星" },
	{ kind: "thunder-clap", en: "thunder\\w*|lightning|bolt", zh: "闪电|雷" },
	{ kind: "bird-call", en: "birds?|gulls?|seagulls?|eagle|hawk|owl|crows?|ravens?", zh: "鸟|鹰|海鸥|乌鸦" },
];
