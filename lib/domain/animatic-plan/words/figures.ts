import type { Colour, Cut, Figure, FigureAction } from "../plan";
import type { Entry } from "./entry";

export type Build = Figure["build"];

/** `count` is how many a plural without a number means. */
export interface Person {
	readonly build: Build;
	readonly plural: boolean;
	/** Named as one pair: woman and man. */
	readonly pair?: boolean;
}

const one = (build: Build): Person => ({ build, plural: false });
const many = (build: Build): Person => ({ build, plural: true });

export const PEOPLE: readonly Entry<Person>[] = [
	{ kind: one("astronaut"), en: "astronaut|cosmonaut|spaceman|spacewoman|moonwalker", zh: "宇航员|航天员|太空人" },
	{ kind: many("astronaut"), en: "astronauts|cosmonauts" },
	{ kind: one("robot"), en: "robot|android|cyborg|droid|humanoid|mech", zh: "机器人|机械人" },
	{ kind: many("robot"), en: "robots|androids|droids" },
	{
		kind: one("child"),
		en: "child|kid|boy|girl|toddler|schoolgirl|schoolboy|little one|baby|daughter|son",
		zh: "小孩|孩子|男孩|女孩|儿童|小女孩|小男孩|宝宝",
	},
	{ kind: one("anyone"), en: "(?!)", zh: "(?<=[一两二三四五几])个人" },
	{ kind: many("child"), en: "children|kids|boys|girls|toddlers", zh: "孩子们|孩童们|小朋友们" },
	{
		kind: { build: "woman", plural: true, pair: true },
		en: "couple|lovers|newlyweds|husband and wife|man and (?:a )?woman|woman and (?:a )?man|bride and groom",
		zh: "情侣|夫妻|恋人|一对男女|夫妇",
	},
	{
		kind: many("anyone"),
		en: "friends|people|strangers|travell?ers|tourists|dancers|soldiers|hikers|pedestrians|commuters|students|guests|players|family|villagers|teenagers|teens|pilgrims|runners|siblings|pirates|musicians|figures",
		zh: "人们|朋友们|行人|游客|一群人|众人|学生们|家人|一家人|旅人们",
	},
	{
		kind: many("woman"),
		en: "women|ladies|sisters|ballerinas|actresses|queens|princesses|brides|nuns|witches",
		zh: "女人们|女子们|姐妹",
	},
	{
		kind: many("man"),
		en: "men|guys|gentlemen|brothers|cowboys|knights|monks|kings|fishermen|firefighters|samurai warriors",
		zh: "男人们|男子们|兄弟",
	},
	{
		kind: one("woman"),
		en: "woman|lady|girlfriend|wife|mother|mom|mum|grandmother|grandma|granny|sister|queen|princess|actress|ballerina|bride|waitress|nurse|witch|goddess|heroine|businesswoman|policewoman|geisha|femme fatale|aunt|hostess|businesswomen|mermaid|nun",
		zh: "女人|女子|女士|妈妈|母亲|奶奶|外婆|姐姐|妹妹|公主|女王|新娘|女孩子|姑娘|少女|女侦探|女主角|女郎|老太太",
	},
	{
		kind: one("man"),
		en: "man|guy|gentleman|boyfriend|husband|father|dad|grandfather|grandpa|brother|king|prince|cowboy|fisherman|businessman|policeman|waiter|groom|monk|samurai|knight|wizard|sailor|captain|pirate|uncle|lumberjack|fireman|postman|boxer|soldier|old-timer|blacksmith|sheriff|butler|gangster|bartender",
		zh: "男人|男子|先生|爸爸|父亲|爷爷|哥哥|弟弟|王子|国王|老人|武士|骑士|渔夫|牛仔|水手|士兵|和尚|老头|少年|剑客|侠客",
	},
	{
		kind: one("anyone"),
		en: "person|someone|somebody|figure|hero|detective|chef|host|actor|dancer|singer|artist|painter|musician|guitarist|pianist|violinist|hiker|climber|surfer|skater|skateboarder|runner|jogger|driver|pilot|doctor|teacher|student|scientist|reporter|journalist|presenter|narrator|speaker|traveler|traveller|camper|wanderer|stranger|explorer|hunter|farmer|gardener|worker|engineer|hacker|spy|agent|thief|warrior|archer|rider|barista|baker|shopkeeper|photographer|writer|author|poet|magician|clown|ghost|silhouette|protagonist|character|portrait|teenager|teen|adult|pedestrian|commuter|model|athlete|skier|snowboarder|diver|officer|guard|guide|shepherd|ninja|elder|youth|interviewer|customer|passenger|lover|friend|vlogger|influencer|comedian|conductor|drummer|dj|human|being|survivor|cyclist|swimmer|lawyer|judge|boss|manager|ceo|founder|salesperson",
		zh: "人物|侦探|厨师|歌手|舞者|画家|音乐家|旅人|行者|陌生人|探险家|农民|工人|学生|老师|医生|记者|司机|飞行员|英雄|主持人|战士|摄影师|演员|主角|身影|背影|有人|一个人|独自一人|路人|游客|诗人|作家|忍者|黑客|科学家|登山者|冲浪者|朋友",
	},
];

/** Pronouns bring back whoever was last seen; alone they still mean a person. */
export const PRONOUNS: readonly Entry<Build>[] = [
	{ kind: "woman", en: "she|her|herself", zh: "她" },
	{ kind: "man", en: "he|him|himself|his", zh: "他(?!们)" },
	{ kind: "anyone", en: "they|them|someone|i|we|my|you", zh: "他们|她们|我们|我" },
];

export const HATS =
	"hat|cap|beanie|fedora|beret|bonnet|hood|helmet|crown|headscarf|turban|sunhat|cowboy hat|top hat|straw hat|tophat";
export const HATS_ZH = "帽子|帽|礼帽|斗笠|草帽";
export const COATS =
	"coat|trench ?coat|trench|overcoat|jacket|raincoat|parka|dress|gown|suit|cloak|cape|robe|hoodie|sweater|jumper|shirt|t-shirt|kimono|cardigan|blazer|uniform|tunic|jersey|vest|armou?r|poncho|sari|hanfu|skirt|spacesuit|leather jacket|tuxedo|qipao|cheongsam|pyjamas|pajamas|overalls";
export const COATS_ZH =
	"外套|大衣|风衣|夹克|雨衣|裙子?|长裙|连衣裙|西装|衬衫|毛衣|卫衣|斗篷|和服|汉服|旗袍|衣服?|制服|羽绒服|长袍";
export const CUTS: readonly Entry<Cut>[] = [
	{
		kind: "gown",
		en: "(?:evening |ball |wedding |long )?gowns?|wedding dress|ball ?gown|long dress|maxi dress",
		zh: "长裙|婚纱|礼服|旗袍",
	},
	{ kind: "dress", en: "dress(?:es)?|skirt|sari|sun ?dress|tutu|qipao|cheongsam", zh: "连衣裙|裙子?" },
	{ kind: "suit", en: "suits?|tuxedo|three-piece", zh: "西装|西服" },
	{ kind: "robe", en: "robes?|kimono|hanfu|cloak|cape|tunic|poncho", zh: "长袍|和服|汉服|斗篷" },
	{
		kind: "coat",
		en: "(?:trench ?|over|rain)?coats?|trench|parka|anorak",
		zh: "大衣|风衣|雨衣|外套",
	},
	{
		kind: "jacket",
		en: "jackets?|hoodies?|sweaters?|jumpers?|t?-?shirts?|cardigan|blazer|jersey|vest|uniform|overalls|pyjamas|pajamas|armou?r",
		zh: "夹克|卫衣|毛衣|衬衫|制服|羽绒服|衣服?",
	},
];

/** What people are taken to wear where the words leave it open. */
export const USUAL_WEAR: readonly Entry<{ readonly cut: Cut; readonly coat: Colour; readonly hat?: Colour }>[] = [
	{ kind: { cut: "gown", coat: "white" }, en: "bride", zh: "新娘" },
	{ kind: { cut: "dress", coat: "white" }, en: "ballerinas?|ballet dancer", zh: "芭蕾" },
	{ kind: { cut: "gown", coat: "pink" }, en: "princess(?:es)?", zh: "公主" },
	{ kind: { cut: "gown", coat: "purple" }, en: "queen", zh: "女王|皇后" },
	{ kind: { cut: "gown", coat: "black", hat: "black" }, en: "witch(?:es)?", zh: "女巫" },
	{ kind: { cut: "robe", coat: "blue", hat: "blue" }, en: "wizard|magician", zh: "巫师|魔法师" },
	{ kind: { cut: "robe", coat: "orange" }, en: "monks?", zh: "和尚|僧人" },
	{ kind: { cut: "coat", coat: "white" }, en: "doctor|scientists?|surgeon", zh: "医生|科学家" },
	{ kind: { cut: "jacket", coat: "white", hat: "white" }, en: "chefs?|baker", zh: "厨师" },
	{ kind: { cut: "coat", coat: "yellow", hat: "yellow" }, en: "fire ?fighters?|fireman", zh: "消防员" },
	{ kind: { cut: "jacket", coat: "blue", hat: "blue" }, en: "police(?:man|woman| officer)?", zh: "警察" },
	{ kind: { cut: "jacket", coat: "brown", hat: "brown" }, en: "cowboys?|sheriff", zh: "牛仔" },
	{ kind: { cut: "coat", coat: "grey", hat: "grey" }, en: "detective|private eye", zh: "侦探" },
	{ kind: { cut: "coat", coat: "yellow", hat: "yellow" }, en: "fisherm[ae]n", zh: "渔夫" },
	{
		kind: { cut: "suit", coat: "black" },
		en: "business(?:man|men|woman)|butler|groom|gangster|boss|ceo|lawyer|conductor|waiter",
		zh: "老板|新郎|律师",
	},
];

export const HAIR = "hair|haired|curls|braids?|ponytail|locks|bob";
export const HAIR_ZH = "头发|长发|短发|发";

export const ACTIONS: readonly Entry<FigureAction>[] = [
	{
		kind: "run",
		en: "run|runs|running|ran|sprint\\w*|jog\\w*|chas(?:e|es|ing)|dash(?:es|ing)?|flee(?:s|ing)?|race(?:s|d)?|racing|rush(?:es|ing)?|escap(?:e|es|ing)|gallop\\w*",
		zh: "奔跑|跑步|跑|追逐|冲刺|冲向|飞奔|逃",
	},
	{
		kind: "walk",
		en: "walk|walks|walking|walked|strid(?:e|es|ing)|stroll\\w*|wander\\w*|march\\w*|trudg\\w+|hik(?:e|es|ing)|step(?:s|ping)? (?:into|out|forward|through|toward|towards)|cross(?:es|ing) (?:the|a)|approach(?:es|ing)?|enters?|leaves|leaving|pac(?:es|ing)|travel\\w*|mak(?:e|es|ing) (?:her|his|their) way|tiptoe\\w*|saunter\\w*|head(?:s|ing) (?:to|toward|towards|home|into)|follow(?:s|ing)|climb(?:s|ing)?|explor(?:e|es|ing)|returns?|steps|patrol\\w*",
		zh: "走|行走|漫步|散步|走过|走进|走向|步行|穿过|前行|徒步|踱步|跋涉|来到",
	},
	{
		kind: "dance",
		en: "danc(?:e|es|ing|ed)|twirl\\w*|spin(?:s|ning)|sway(?:s|ing)?|jump(?:s|ing)?|celebrat\\w+|pirouette\\w*|leap(?:s|ing)?|play(?:s|ing)? (?:together|in|with)|waltz\\w*",
		zh: "跳舞|舞蹈|起舞|舞动|旋转|跳跃|玩耍",
	},
	{
		kind: "wave",
		en: "wav(?:e|es|ing) (?:at|to|goodbye|hello|her|his|back|good)|waves|waving|greet(?:s|ing)|salut(?:e|es|ing)|rais(?:es|ing) (?:her|his|their|a|an|one) (?:hand|arm)",
		zh: "挥手|招手|打招呼|敬礼",
	},
	{
		kind: "sit",
		en: "sit|sits|sitting|sat|seated|perch\\w*|typ(?:es|ing)|reads|reading|drink(?:s|ing)?|eat(?:s|ing)?|sip(?:s|ping)?|rest(?:s|ing)|meditat\\w+|writ(?:es|ing)|work(?:s|ing) at|play(?:s|ing) (?:the )?piano|lounging|lean(?:s|ing)? back",
		zh: "坐|看书|读书|打字|喝|吃|写字|冥想|休息|弹琴",
	},
	{
		kind: "turn",
		en: "turn(?:s|ing|ed)?(?: around| back| to(?:ward|wards)?| and)?|glanc(?:e|es|ing) back|looks? back|looking back|spins around|over (?:her|his|their) shoulder",
		zh: "转身|回头|回眸|转过",
	},
	{
		kind: "speak",
		en: "say(?:s|ing)?|speak(?:s|ing)?|talk(?:s|ing)?|whisper\\w*|shout\\w*|tell(?:s|ing)?|ask(?:s|ing)?|repl(?:y|ies)|add(?:s|ing)?|sing(?:s|ing)?|narrat\\w+|announc\\w+|explain\\w*|argu(?:e|es|ing)|chat\\w*|laugh\\w*|present(?:s|ing)?|interview\\w*|lectur\\w+",
		zh: "说|讲|问|喊|低语|唱歌|演讲|聊天|交谈|争吵|笑",
	},
	{
		kind: "look",
		en: "look(?:s|ing)?|gaz(?:e|es|ing)|star(?:es|ing)|watch(?:es|ing)?|observ(?:e|es|ing)|overlook(?:s|ing)?|wait(?:s|ing)?|contemplat\\w+|fac(?:es|ing)|admir(?:e|es|ing)|search(?:es|ing)?|peer(?:s|ing)?",
		zh: "看着|望|凝视|注视|眺望|等待|观察|仰望",
	},
	{
		kind: "stand",
		en: "stand(?:s|ing)?|stood|pos(?:es|ing)|stop(?:s|ped)?|paus(?:es|ing)|hold(?:s|ing)?|lean(?:s|ing)?|smil(?:es|ing)|float(?:s|ing)?|drift(?:s|ing)?",
		zh: "站|伫立|停|微笑|倚",
	},
];
