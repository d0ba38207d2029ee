import type { SceneKind } from "../plan";
import type { Entry } from "./entry";

/** Rooms outweigh what their windows show, a named spot outweighs the region it lies in. */
export const SCENES: readonly Entry<SceneKind>[] = [
	{
		kind: "underwater",
		en: "underwater|under (?:the )?(?:water|sea|waves)|undersea|coral|reef|seabed|sea ?floor|aquarium|beneath the (?:surface|waves|sea)|deep sea|kelp",
		zh: "水下|海底|水底|珊瑚|深海|水族馆",
		weight: 5,
	},
	{
		kind: "office",
		en: "office|cubicle|boardroom|meeting room|desk|newsroom|laborator(?:y|ies)|lab|classroom|workplace|study room|detective agency|interrogation room|server room|control room|startup",
		zh: "办公室|办公桌|教室|会议室|实验室|书桌|机房|写字楼里",
		weight: 4,
	},
	{
		kind: "stage",
		en: "(?:on|onto|across|centre|center|concert|theat(?:re|er)|opera|main|empty|the|a) stage|concert|theat(?:re|er)|auditorium|podium|spotlight|opera house|ballet|arena|comedy club|catwalk|runway show|band plays|gig",
		zh: "舞台|剧场|演唱会|音乐会|剧院|聚光灯|音乐厅",
		weight: 4,
	},
	{
		kind: "room",
		en: "(?:living |dining |bed|bath|hotel |sitting |waiting |cosy |cozy |dark |empty |small |white |the |a |her |his |my )rooms?|interior|indoors?|kitchen|caf[eé]|coffee ?(?:shop|house)|bar|pub|diner|restaurant|library|bookshop|bookstore|bookshel(?:f|ves)|attic|cabin|apartment|loft|hallway|corridor|fireplace|sofa|couch|armchair|living-room|at home|inside (?:a|the|her|his) (?:house|home|flat|apartment|cabin|cottage)|studio|salon|museum|gallery|tavern|bakery|gym|nursery|windowsill|ramen (?:shop|bar|stall)|hospital|ward|temple hall|church|cathedral",
		zh: "房间|客厅|卧室|厨房|咖啡[馆厅店]|室内|餐厅|餐馆|酒吧|图书馆|书店|书房|沙发|壁炉|家里|屋里|屋内|公寓|走廊|窗边|窗前|茶馆|面馆",
		weight: 3.5,
	},
	{
		kind: "rooftop",
		en: "roof ?tops?|roof-tops?|roof|terrace|helipad|balcon(?:y|ies)|penthouse deck|parapet",
		zh: "屋顶|天台|楼顶|房顶|阳台|露台",
		weight: 4,
	},
	{
		kind: "alley",
		en: "alley(?:way)?s?|back ?street|back-street|side street|laneway|hutong|narrow (?:lane|street|passage)|passageway|underpass",
		zh: "小巷|巷子|巷|胡同|弄堂|后街",
		weight: 4,
	},
	{
		kind: "beach",
		en: "beach(?:es)?|sea ?shore|shore(?:line)?|sandy cove|seaside|surf(?:er|ing|s)?|coastline|coast|boardwalk|tropical island|lagoon|tide ?pools?|sandcastle",
		zh: "海滩|沙滩|海边|海岸|岸边|海滨",
		weight: 3,
	},
	{
		kind: "street",
		en: "streets?|road(?:side)?|avenue|boulevard|crosswalk|crossing|sidewalk|pavement|intersection|market|bazaar|village|small town|high street|highway|bus stop|traffic|taxi|parade|shopfronts?|storefront|town square|plaza|suburb|neighbou?rhood|subway entrance|pedestrians?|shibuya",
		zh: "街道|街头|大街|街上|马路|路边|十字路口|夜市|市场|集市|村庄|小镇|街",
		weight: 2.6,
	},
	{
		kind: "space",
		en: "(?:outer|deep|in|into|through|of|from) space|spaceship|space ?station|starship|galax(?:y|ies)|nebula|cosmos|cosmic|asteroids?|orbit(?:s|ing)? (?:a |the |an )?(?:planet|earth|moon|mars|jupiter|saturn)|zero gravity|weightless|milky way|solar system|spacecraft|satellite|black hole|saturn|jupiter|interstellar|universe|planets?",
		zh: "太空|宇宙|星系|银河|星球|飞船|空间站|星云|行星",
		weight: 2.4,
	},
	{
		kind: "desert",
		en: "deserts?|dunes?|sahara|canyons?|wasteland|badlands|mesa|gobi|arid plain|mars|martian|salt flats?|lunar surface|moon ?scape|surface of the moon|oasis|cactus|cacti|caravan",
		zh: "沙漠|沙丘|戈壁|荒漠|荒原|火星|峡谷|绿洲|月球表面|大漠",
		weight: 2.6,
	},
	{
		kind: "forest",
		en: "forests?|woods|woodland|jungle|rainforest|grove|bamboo|redwoods?|pines|birch(?:es)?|tree line|among (?:the )?(?:tall )?trees|clearing|thicket|swamp|between the trees|campsite",
		zh: "森林|树林|丛林|竹林|林间|林中|雨林|树海",
		weight: 2.6,
	},
	{
		kind: "mountain",
		en: "mountains?|mountain-?top|peaks?|alps|alpine|himalayas?|valley|summit|cliffs?|glacier|fjords?|ridge|highlands?|everest|fuji|ski (?:slope|run)|slopes?|tundra|arctic|antarctic|snow-?fields?|lakes?|lakeside|waterfall|volcano|iceberg|ice(?! (?:cream|tea|cubes?))|icy|frozen (?:plain|lake|river)",
		zh: "高山|群山|雪山|山谷|山峰|山顶|山脉|悬崖|冰川|湖边|湖面|湖泊|湖|瀑布|火山|雪原|雪地|北极|富士山|山(?!羊|寨)",
		weight: 2.2,
	},
	{
		kind: "meadow",
		en: "meadows?|fields?|grass(?:land|y|es)?|prairies?|pastures?|gardens?|parks?|farm(?:land)?|countryside|hills?|hillside|orchard|vineyard|wheat|lavender|sunflowers?|wild ?flowers?|lawn|backyard|savann?ah?|plains|steppe|tulips?|playground|picnic|barn",
		zh: "草地|草原|田野|花园|公园|花海|麦田|农场|田间|乡村|山坡|稻田|果园|花丛|油菜花|薰衣草",
		weight: 2.2,
	},
	{
		kind: "ocean",
		en: "oceans?|seas?|waves?(?! (?:from|at|to|good|hello|back|her|his|their|a|the))|harbou?r|ship|sail(?:boat|ing|s)?|yacht|open water|pacific|atlantic|lighthouse|pier|dock|island|fishing boat|horizon",
		zh: "海洋|大海|海浪|海面|海上|波浪|港口|帆船|轮船|码头|岛|海",
		weight: 2,
	},
	{
		kind: "city",
		en: "cit(?:y|ies)|cityscape|skylines?|downtown|metropolis|skyscrapers?|urban|manhattan|new york|tokyo|shanghai|hong kong|london|paris|chicago|cyberpunk|megacity|high-?rises?|river ?front|bridge|futuristic towers?|dystopian|seoul|berlin|los angeles|dubai|singapore",
		zh: "城市|都市|天际线|摩天|高楼|上海|北京|东京|香港|纽约|市中心|赛博朋克|外滩|大桥",
		weight: 1.9,
	},
	{ kind: "street", en: "neon", zh: "霓虹", weight: 0.8 },
	{
		kind: "space",
		en: "astronauts?|cosmonauts?|rocket|spacewalk|alien",
		zh: "宇航员|航天员|火箭|外星",
		weight: 0.7,
	},
	{
		kind: "forest",
		en: "trees?|deer|fox(?:es)?|bears?|pandas?|tigers?|wol(?:f|ves)|leaves|mushrooms?|fireflies|fairy|elf|elves",
		zh: "树|鹿|狐狸|萤火虫|落叶",
		weight: 0.5,
	},
	{
		kind: "meadow",
		en: "horses?|butterfl(?:y|ies)|rabbits?|bunn(?:y|ies)|flowers?|kite|rainbow|cows?|cattle|sheep|lambs?|goats?|lions?|zebras?|elephants?|petals?|blossoms?",
		zh: "马|蝴蝶|兔子?|花|风筝|彩虹",
		weight: 0.5,
	},
	{
		kind: "underwater",
		en: "fish(?:es)?|jellyfish|scuba|divers?|turtles?|octopus(?:es)?|sharks?|mermaids?",
		zh: "鱼|水母|潜水|海龟|鲨鱼",
		weight: 0.6,
	},
	{
		kind: "ocean",
		en: "whales?|dolphins?|seagulls?|sailors?|captain|boats?|water",
		zh: "鲸|海豚|海鸥|水手|船",
		weight: 0.6,
	},
	{
		kind: "stage",
		en: "singers?|guitarists?|pianists?|microphone|dancers?|ballerinas?|applause|bands?|orchestra|comedians?|magicians?",
		zh: "歌手|舞者|麦克风|乐队|吉他|钢琴",
		weight: 0.6,
	},
	{
		kind: "room",
		en: "cats?|kittens?|tea|books?|candles?|windows?|baking|cooks?|cooking|chefs?|grandmother|grandma|breakfast|coffee|table|bed",
		zh: "猫|茶|书|蜡烛|窗|厨师|奶奶|做饭|咖啡",
		weight: 0.5,
	},
	{
		kind: "office",
		en: "detectives?|computers?|laptops?|interview|boss|typewriter|scientists?|hackers?|typing|lawyers?|reporters?|journalists?",
		zh: "侦探|电脑|老板|打字|科学家|黑客|律师|记者",
		weight: 0.5,
	},
	{
		kind: "city",
		en: "cars?|motorcycles?|drones? fl(?:y|ies)|fireworks|trains?|superhero(?:es)?|robots?",
		zh: "汽车|烟花|机器人|无人机",
		weight: 0.4,
	},
	{
		kind: "mountain",
		en: "snow(?:y|ing|fall)?|blizzard|eagles?|hikers?|hiking|climbers?|camping|skiers?|snowboarders?|dragons?|penguins?|castle|aurora|northern lights",
		zh: "雪|鹰|登山|龙|城堡|极光|滑雪",
		weight: 0.4,
	},
	{
		kind: "meadow",
		en: "dogs?|pupp(?:y|ies)|corgis?|retrievers?|birds?|child(?:ren)?|kids?|sunny|spring",
		zh: "狗|柯基|鸟|孩子|春天",
		weight: 0.3,
	},
];

/** A scene word behind one of these is seen, not stood in: "a rooftop overlooking the city". */
export const SEEN_FROM_AFAR =
	"overlooking|overlooks|view (?:of|over|onto)|views (?:of|over)|looking (?:out )?(?:over|at|across|toward|towards|down on)|looks (?:out )?(?:over|at|across|toward|towards|down on)|gazing (?:at|over|across)|gazes (?:at|over|across)|beyond|above|towards?|dreams? of|dreaming of|thinks? of|photo of|picture of|painting of|poster of|map of|remembers|in the distance|distant|behind (?:it|her|him|them)|visible through|俯瞰|眺望|望着|看着|远处的|远方的|遥望";

/** A scene word behind one of these is where we are. */
export const STOOD_IN =
	"in|into|on|onto|from|at|across|through|along|inside|over|atop|amid|among|down|up|around|within|in a|in the|on a|on the|enters?|reaches|在|到|走进|进入|来到|穿过";
