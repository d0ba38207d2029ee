import { blank } from "./match";

const WORD = "[\\p{L}\\p{N}'-]+";
/** "no rain, fog or snow": a list is denied as a whole only where an "or" closes it. */
const DENIED_LIST = `${WORD}(?:(?:\\s*,\\s*${WORD}){0,4}\\s*,?\\s+(?:or|nor|and no)\\s+(?:any\\s+)?${WORD})?`;
const DENIED = new RegExp(
	`(?<![\\p{L}])(?:no longer|no more|without|not(?! only)|no(?! one)|never|nor|zero|free of|lacking|absent|avoid|isn't|aren't|doesn't|don't|neither)\\s+(?:(?:any|a|an|the|to be|being)\\s+)?${DENIED_LIST}`,
	"giu",
);
const DENIED_CHINESE =
	/(?:没有|没(?!入)|无(?!人机|边|垠|尽|限|数)|不要|别(?!墅)|并非|不(?=下|见|是|跑|走|刮))[^的，。；、,.;！!？?\s]{1,4}/gu;
const LIKENED = /(?<![\p{L}])(?:(?:like|as if|as though)\s+(?:a|an|the|some)\s+(?:[\p{L}-]+\s+)?[\p{L}-]+)/giu;

/** The words that ask for something: what is denied ("no rain") or only likened ("like a dream") is blanked. */
export function affirmedWords(text: string): string {
	return blank(blank(blank(text, LIKENED), DENIED), DENIED_CHINESE);
}
