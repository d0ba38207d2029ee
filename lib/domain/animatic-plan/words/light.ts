import type { Mood, TimeOfDay, Weather } from "../plan";
import type { Entry } from "./entry";

export const TIMES: readonly Entry<TimeOfDay>[] = [
	{
		kind: "dawn",
		en: "dawn|sunrise|sun ?rises?|rising sun|day ?break|first light|early morning|crack of dawn|before sunrise",
		zh: "黎明|日出|清晨|拂晓|破晓|晨曦|朝阳|凌晨",
		weight: 3,
	},
	{
		kind: "dusk",
		en: "dusk|sunsets?|sun ?sets|setting sun|golden hour|golden-hour|golden light|twilight|evening|magic hour|blue hour|late afternoon|sundown|last light",
		zh: "日落|黄昏|傍晚|夕阳|暮色|黄金时刻|晚霞|落日|余晖",
		weight: 3,
	},
	{
		kind: "night",
		en: "nights?|night ?time|midnight|moon ?lit|moon ?light|after dark|nocturnal|late-night|starlit|starry|nightfall|under the stars",
		zh: "夜晚|深夜|午夜|夜里|夜色|夜空|月光|月夜|星空|晚上|夜",
		weight: 3,
	},
	{
		kind: "day",
		en: "day(?: ?time)?|noon|midday|day ?light|sunny|sunlit|sun-?drenched|broad daylight|bright day|mid-?morning|morning|afternoon|blue sky|summer day|sunshine",
		zh: "白天|中午|正午|阳光|晴天|上午|下午|晴朗|蓝天|早晨|早上",
		weight: 2,
	},
	{
		kind: "night",
		en: "moons?|stars?|neon|fireflies|fireworks|aurora|northern lights|noir|lanterns?|candle-?lit|bonfire|campfire|dimly lit|headlights|cyberpunk",
		zh: "月亮|星星|霓虹|萤火虫|烟花|极光|灯笼|黑色电影|篝火",
		weight: 1,
	},
	{
		kind: "dusk",
		en: "golden(?! (?:retriever|dog|pup|lab|fish|eagle))|amber light|glowing horizon|long shadows|silhouettes?",
		zh: "金色|剪影",
		weight: 0.6,
	},
];

export const WEATHERS: readonly Entry<Weather>[] = [
	{
		kind: "storm",
		en: "storms?|stormy|thunder\\w*|lightning|tempest|hurricane|typhoon",
		zh: "暴风雨|雷雨|闪电|雷电|暴雨|打雷|台风",
		weight: 3,
	},
	{
		kind: "snow",
		en: "snow|snowing|snow-?fall|snow-?flakes?|blizzard|snow-?storm|flurries|falling snow",
		zh: "下雪|飘雪|大雪|雪花|暴雪|风雪|雪中",
		weight: 3.2,
	},
	{ kind: "snow", en: "snowy|snow-?(?:covered|capped|clad)", weight: 0.9 },
	{
		kind: "dust",
		en: "dust ?storm|sand ?storm|dust|dusty|blowing sand|haboob",
		zh: "沙尘|尘土|风沙|扬尘|沙暴",
		weight: 3.4,
	},
	{
		kind: "rain",
		en: "rain|rains|raining|rainy|rainfall|rain-\\w+|drizzl\\w+|downpour|pouring|showers|monsoon|wet street",
		zh: "雨中|下雨|细雨|雨夜|雨水|大雨|小雨|雨",
		weight: 2.5,
	},
	{
		kind: "fog",
		en: "fog|foggy|mist|misty|haz[ey]|smog|low cloud|steam(?:y|ing)?|smoky|smoke-filled",
		zh: "雾|薄雾|迷雾|烟雾|朦胧",
		weight: 2,
	},
	{
		kind: "clear",
		en: "clear sk(?:y|ies)|cloudless|blue sk(?:y|ies)|sunny|sunshine|sun-?lit|(?:bright|midday|noon|blazing|summer) (?:\\w+ )?sun",
		zh: "晴朗|万里无云|晴天",
		weight: 1,
	},
];

export const MOODS: readonly Entry<Mood>[] = [
	{
		kind: "noir",
		en: "noir|detective|femme fatale|neon|shadowy|crime|gangster|diamond|smoky bar|trench ?coat|private eye|cyberpunk",
		zh: "黑色电影|侦探|霓虹|罪犯|赛博朋克",
		weight: 2,
	},
	{
		kind: "tense",
		en: "tense|tension|suspense\\w*|chas(?:e|es|ing)|danger\\w*|threat\\w*|escap\\w+|horror|scary|fear\\w*|panic\\w*|urgent|ominous|eerie|battle|fight\\w*|explosion",
		zh: "紧张|追逐|危险|恐怖|惊悚|逃|战斗|悬疑",
		weight: 2,
	},
	{
		kind: "melancholy",
		en: "sad\\w*|melanchol\\w+|lonely|loneliness|lone|alone|grief|mourn\\w*|cry|cries|crying|tears?|nostalg\\w+|farewell|goodbye|bittersweet|solitary|wistful|abandoned",
		zh: "悲伤|忧郁|孤独|哭|告别|怀旧|寂寞|思念|落寞",
		weight: 1.5,
	},
	{
		kind: "joyful",
		en: "joy\\w*|happy|happily|cheerful|playful\\w*|laugh\\w*|smil\\w+|celebrat\\w+|party|danc\\w+|fun|festiv\\w+|bouncy|excited|delight\\w*|birthday|wag\\w*",
		zh: "快乐|开心|高兴|欢笑|欢快|庆祝|玩耍|嬉戏|生日",
		weight: 1.5,
	},
	{
		kind: "epic",
		en: "epic|majestic|heroic|grand|sweeping|vast|towering|monumental|triumph\\w*|cinematic aerial|glorious|breathtaking",
		zh: "史诗|壮丽|宏伟|震撼|雄伟|壮观|英雄",
		weight: 1.5,
	},
	{
		kind: "dreamy",
		en: "dream\\w*|surreal|ethereal|magic\\w*|float\\w*|soft focus|whimsical|enchant\\w*|fairy\\w*|hazy|serene|peaceful|calm|tranquil|zen",
		zh: "梦幻|魔法|飘浮|奇幻|宁静|平静|童话|唯美|梦",
		weight: 1.4,
	},
	{
		kind: "warm",
		en: "warm\\w*|cosy|cozy|golden|gentle|tender|love|romantic|family|home|candle-?lit|sunlit|fireplace|hug\\w*",
		zh: "温暖|温馨|金色|浪漫|家庭|爱|温柔|拥抱",
		weight: 1.2,
	},
];
