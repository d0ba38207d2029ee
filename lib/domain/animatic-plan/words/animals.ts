import type { Animal, AnimalKind, Colour } from "../plan";
import type { Entry } from "./entry";

export interface Creature {
	readonly kind: AnimalKind;
	readonly coat: Colour | null;
	readonly plural: boolean;
}

const lone = (kind: AnimalKind, coat: Colour | null = null): Creature => ({ kind, coat, plural: false });
const herd = (kind: AnimalKind, coat: Colour | null = null): Creature => ({ kind, coat, plural: true });

export const CREATURES: readonly Entry<Creature>[] = [
	{
		kind: lone("retriever", "gold"),
		en: "golden retriever(?: puppy| dog)?|goldens?",
		zh: "金毛(?:犬|寻回犬)?",
		weight: 3,
	},
	{ kind: lone("retriever"), en: "retriever|labrador|lab puppy", zh: "拉布拉多", weight: 2 },
	{ kind: lone("corgi"), en: "corgi(?: puppy| dog)?", zh: "柯基犬?", weight: 3 },
	{ kind: herd("corgi"), en: "corgis", weight: 3.1 },
	{ kind: lone("wolf"), en: "wolf|coyote|husky", zh: "哈士奇|狼", weight: 2 },
	{ kind: herd("wolf"), en: "wolves|huskies|wolf pack", zh: "狼群", weight: 2 },
	{ kind: lone("dog", "grey"), en: "wolfhound|schnauzer", weight: 2 },
	{
		kind: lone("dog"),
		en: "dog|puppy|pup|hound|terrier|shiba(?: inu)?|beagle|poodle|spaniel|collie|bulldog|dachshund|pug|dalmatian|greyhound|german shepherd",
		zh: "小狗|狗狗|狗|犬|柴犬",
	},
	{ kind: herd("dog"), en: "dogs|puppies|hounds" },
	{ kind: lone("cat"), en: "cat|kitten|kitty|tabby|feline|tomcat", zh: "小猫|猫咪|猫(?!头鹰)" },
	{ kind: herd("cat"), en: "cats|kittens" },
	{ kind: lone("horse", "white"), en: "unicorn", zh: "独角兽|白马", weight: 2 },
	{ kind: lone("horse"), en: "horse|stallion|mare|pony|foal|mustang", zh: "骏马|马(?!路|上|桶|戏)" },
	{ kind: herd("horse"), en: "horses|stallions|ponies|mustangs", zh: "马群" },
	{
		kind: herd("bird", "white"),
		en: "seagulls|gulls|doves|swans|pigeons|cranes fly|geese|flock(?! of)",
		zh: "海鸥|白鸽|鸽子|天鹅|鸟群|大雁",
	},
	{ kind: herd("bird", "black"), en: "crows|ravens|bats|starlings", zh: "乌鸦" },
	{ kind: lone("bird", "brown"), en: "eagle|hawk|falcon|owl|condor", zh: "老鹰|雄鹰|鹰|猫头鹰" },
	{ kind: lone("bird", "black"), en: "crow|raven|bat" },
	{ kind: lone("bird", "white"), en: "seagull|gull|dove|swan|stork|pigeon|heron" },
	{
		kind: lone("bird"),
		en: "bird|sparrow|parrot|hummingbird|robin|songbird|finch|phoenix",
		zh: "小鸟|鸟(?!瞰|群)|鹦鹉",
	},
	{
		kind: herd("bird"),
		en: "birds|swallows(?! (?:a|an|the|her|him|his|it|us|them|up|every\\w*|hard))|sparrows|parrots",
	},
	{
		kind: herd("fish"),
		en: "fish(?:es)?|goldfish|koi|salmon|tuna|clownfish",
		zh: "鱼群|金鱼|锦鲤|鱼(?!眼|竿)",
	},
	{ kind: lone("whale"), en: "whale|humpback|orca|blue whale", zh: "鲸鱼?|座头鲸", weight: 2 },
	{ kind: herd("whale"), en: "whales|orcas|humpbacks" },
	{ kind: lone("deer"), en: "deer|stag|doe|fawn|elk|reindeer|moose|antelope|gazelle", zh: "小鹿|麋鹿|鹿" },
	{ kind: lone("fox"), en: "(?:red )?fox|vixen", zh: "狐狸" },
	{ kind: herd("fox"), en: "foxes" },
	{ kind: lone("rabbit"), en: "rabbit|bunny|hare", zh: "兔子?" },
	{ kind: herd("rabbit"), en: "rabbits|bunnies|hares" },
	{ kind: lone("bear"), en: "(?:grizzly |brown )?bear(?: cub)?|grizzly", zh: "熊(?!猫)" },
	{ kind: lone("bear", "white"), en: "polar bear(?: cub)?", zh: "北极熊", weight: 2 },
	{ kind: lone("panda"), en: "(?:giant )?panda(?: bear| cub)?", zh: "熊猫" },
	{ kind: lone("lion"), en: "lion(?:ess)?(?: cub)?", zh: "狮子?" },
	{ kind: lone("tiger"), en: "tiger(?: cub)?", zh: "老虎|虎" },
	{ kind: lone("zebra"), en: "zebra", zh: "斑马" },
	{ kind: lone("elephant"), en: "(?:baby )?elephant", zh: "大象|象(?!征|棋)" },
	{ kind: lone("cow"), en: "cow|bull|ox|calf|buffalo", zh: "奶牛|牛(?!仔|奶)" },
	{ kind: herd("cow"), en: "cattle|oxen|calves", zh: "牛群" },
	{ kind: lone("sheep"), en: "lamb|ewe|goat", zh: "绵羊|山羊|小羊|羊" },
	{ kind: herd("sheep"), en: "(?:flock of )?sheep(?!dog)|lambs|goats", zh: "羊群" },
	{ kind: herd("butterfly"), en: "butterfl(?:y|ies)|moths?", zh: "蝴蝶|飞蛾" },
];

export type AnimalAction = Animal["action"];

export const ANIMAL_ACTIONS: readonly Entry<AnimalAction>[] = [
	{
		kind: "run",
		en: "run|runs|running|ran|sprint\\w*|gallop\\w*|chas(?:e|es|ing)|dash(?:es|ing)?|race(?:s|d)?|racing|bound(?:s|ing)|leap(?:s|ing)?|frolic\\w*|zoom(?:s|ies)|scamper\\w*|rush(?:es|ing)?|fetch(?:es|ing)?|play(?:s|ing|ful)?|hop(?:s|ping)?|charg(?:es|ing)|jump(?:s|ing)?",
		zh: "奔跑|跑|追逐|飞奔|奔腾|跳|玩耍|嬉戏",
	},
	{
		kind: "fly",
		en: "fly|flies|flying|soar\\w*|glid\\w+|flutter\\w*|circl\\w+|hover\\w*|take(?:s)? off",
		zh: "飞|翱翔|盘旋|滑翔",
	},
	{ kind: "swim", en: "swim\\w*|div(?:es|ing)|breach\\w*|surfac\\w+|drift\\w*", zh: "游|跃出|潜" },
	{
		kind: "lie",
		en: "sleep(?:s|ing)?|asleep|snooz(?:es|ing)|nap(?:s|ping)?|lies|lying|curl(?:s|ed|ing)? up|doz(?:es|ing)|rest(?:s|ing)|laz(?:es|ing)",
		zh: "趴|躺|睡|卧",
	},
	{
		kind: "sit",
		en: "sit|sits|sitting|sat|perch\\w*|wait(?:s|ing)?|stares?|watch(?:es|ing)",
		zh: "坐|蹲",
	},
	{
		kind: "walk",
		en: "walk\\w*|trot\\w*|prowl\\w*|stroll\\w*|wander\\w*|pad(?:s|ding)|stalk\\w*|graz(?:es|ing)|roam\\w*|cross(?:es|ing)?|step(?:s|ping)|strut\\w*|explor(?:e|es|ing)|follow(?:s|ing)",
		zh: "走|漫步|散步|踱步|徘徊",
	},
	{ kind: "stand", en: "stand\\w*|stood|look(?:s|ing)|paus(?:es|ing)", zh: "站|伫立" },
];
