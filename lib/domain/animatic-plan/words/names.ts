const FEMALE =
	"she|her|woman|lady|girl|mother|mom|mum|grandmother|grandma|sister|queen|princess|wife|daughter|aunt|actress|waitress|nurse|bride|witch|heroine|hostess|mara|maria|mary|anna|anne|ann|emma|olivia|sophia|sofia|isabella|ava|mia|amelia|charlotte|harper|evelyn|abigail|emily|ella|elizabeth|camila|luna|eleanor|chloe|layla|lily|zoe|nora|hannah|lucy|alice|alicia|sarah|sara|julia|juliet|julie|jane|rose|ruby|clara|claire|eva|eve|grace|iris|ivy|kate|katie|laura|lena|leila|lola|maya|naomi|nina|rachel|rebecca|sandra|stella|susan|tara|vera|victoria|violet|wendy|yuki|mei|lin|jing|xiaomei|ying|hua|sakura|aiko|fatima|aisha|priya|elena|irina|natasha|olga|ines|carmen|rosa|amy|beth|diana|ellen|fiona|gina|helen|holly|jess|jessica|kim|linda|lisa|megan|molly|nicole|penny|sally|samantha|sophie|tess|tina|她|女|妈妈|母亲|奶奶|姐|妹|公主|女王";

const FEMALE_WORD = new RegExp(`(?:^|[^\\p{L}])(?:${FEMALE})(?:[^\\p{L}]|$)|[她女妈奶姐妹]`, "iu");
const MALE_HINT =
	/(?:^|[^\p{L}])(?:he|him|his|man|boy|father|dad|grandfather|grandpa|brother|king|prince|husband|son|uncle|sir|mr|guy|gentleman)(?:[^\p{L}]|$)|[他男爸爷哥弟]/iu;

export function soundsFemale(speaker: string): boolean {
	return FEMALE_WORD.test(speaker) && !MALE_HINT.test(speaker);
}
