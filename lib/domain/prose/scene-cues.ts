/** A cut in a text, in UTF-16 units: what stands from `from` to `to` only says that there is one. */
export interface Cut {
	readonly from: number;
	readonly to: number;
}

const HASTE = "(?:\\s+(?:then|now|next|suddenly|abruptly|quickly|finally|slowly|smoothly))?";
/** Black and white are how films end, and "cut to fit" is a tailor's. */
const NO_SCENE =
	"(?!\\s*(?:(?:a|the)\\s+)?(?:black|white|blackness|darkness|fit|pieces|size|measure|credits|end)(?!\\p{L}))";
const TO = `\\s+(?:back\\s+)?(?:in)?to${NO_SCENE}`;
const PICTURE = "(?:(?:the|this)\\s+)?(?:scene|shot|film|video|view|picture|image|action|screen)";
const SENTENCE = "(?<=^|[.!?…;\\n—–-]\\s{0,3})";
const LINKED = "(?<=[,:]\\s{0,3}|(?<!\\p{L})(?:and|then)\\s)";
const ABRUPT = "(?:(?:hard|smash|jump|match|quick|sharp|sudden)\\s+)?";
const CUT = "(?:cuts?|cutting|dissolves?|cross-?fades?|transitions?|fades?|wipes?)";
const NOUN_PHRASE =
	"(?=\\s*:|\\s+(?:a|an|the|his|her|their|its|him|them|us|two|three|close|wide|inside|outside|[\\p{L}-]+ing)(?!\\p{L}))";

const ENGLISH_CUTS = [
	`(?:and\\s+)?(?:then\\s+)?(?<!\\p{L})${PICTURE}${HASTE}\\s+(?:cuts?|switch(?:es)?|shifts?|changes?|transitions?|dissolves?|fades?|jumps?|moves?\\s+on|flashes|cuts?\\s+away)${TO}\\s*:?`,
	`(?:and\\s+)?(?:then\\s+)?(?<!\\p{L})(?:we|it|(?:the\\s+)?camera)${HASTE}\\s+(?:cuts?|switch(?:es)?|jumps?|dissolves?|moves?\\s+on|cuts?\\s+away)${TO}\\s*:?`,
	`${SENTENCE}(?:and\\s+)?(?:then\\s+)?${ABRUPT}${CUT}${TO}\\s*:?`,
	`${LINKED}(?:then\\s+)?${ABRUPT}${CUT}${TO}${NOUN_PHRASE}\\s*:?`,
	`${SENTENCE}(?:and\\s+)?(?:next|meanwhile|elsewhere|later|moments? later|seconds? later)\\s*[,:]`,
	`${SENTENCE}(?:(?:in|for)\\s+)?the\\s+(?:next|following|second|third|fourth|fifth|sixth|final|last|closing)\\s+(?:shot|scene)(?:\\s+(?:shows|is|reveals|opens\\s+(?:on|with)|we\\s+see))?\\s*[,:]?`,
	`${SENTENCE}(?:new|next|final|last|another)\\s+(?:shot|scene)\\s*:`,
	`${SENTENCE}(?:and\\s+)?then\\s+we\\s+see(?!\\p{L})`,
	"(?<=\\n)[ \\t]*(?:-{3,}|\\*{3,}|={3,})[ \\t]*(?=\\n)",
].join("|");

const CHINESE_LINK = "(?:然后|接着|随后|紧接着|之后|最后)?";
const CHINESE_CUTS = [
	`${CHINESE_LINK}(?:画面|镜头|场景)?(?:随后|接着|然后|突然|立刻|迅速)?(?:切换到|切换至|切换为|切到|切至|切回|跳到|跳转到|过渡到)了?[：:，]?`,
	`${CHINESE_LINK}(?:画面|镜头|场景)(?:随后|接着|然后|突然|立刻)?(?:转到|转至|转向|来到|变成|变为)了?[：:，]?`,
	"(?:下一个?镜头|下一幕|下一个?场景)(?:是|中|里)?[：:，]?",
	"(?<=^|[。！？；\\n])与此同时[，,]",
].join("|");

const CUTS = new RegExp(`${ENGLISH_CUTS}|${CHINESE_CUTS}`, "giu");

const HEADED =
	/(?<=^|\n|[.!?]\s{1,3}|[。！？]\s{0,3})[ \t]*(?:[-*#>]+[ \t]*)?\**(?:(?:(?:scene|part|clip|act|beat|场景)[ \t]*(?:\d{1,2}|[ivx]{1,4}|one|two|three|four|five|six|[一二三四五六])|第[ \t]*(?:\d{1,2}|[一二三四五六])[ \t]*[幕场])\**[ \t]*[:：.)—–-]+\**|(?:int|ext)\.(?:\/ext\.)?)\s*/giu;
const NUMBERED = /(?<=^|\n)[ \t]*\d{1,2}[.)、]\s+/gu;

export function findSpokenCuts(text: string): Cut[] {
	return [...text.matchAll(CUTS)].map(toCut);
}

/** Headings such as "Scene 2:"; numbered lines count from two on. */
export function findHeadings(text: string): Cut[] {
	const headed = [...text.matchAll(HEADED)].map(toCut);
	if (headed.length > 0) return headed;
	const numbered = [...text.matchAll(NUMBERED)].map(toCut);
	return numbered.length > 1 ? numbered : [];
}

function toCut(found: RegExpExecArray): Cut {
	return { from: found.index, to: found.index + found[0].length };
}
