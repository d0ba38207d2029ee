import { findAll, heaviest, type Match } from "./match";
import type { Colour, SceneKind } from "./plan";
import { COLOURS } from "./words/colours";
import { SCENES, SEEN_FROM_AFAR, STOOD_IN } from "./words/scenes";

export interface ReadScene {
	readonly scene: SceneKind;
	readonly tint: Colour | null;
}

const LEAD = 34;
const AFAR_BEFORE = new RegExp(
	`(?:${SEEN_FROM_AFAR})(?:\\s+(?:the|a|an|its|his|her))?(?:\\s+[\\p{L}-]+){0,2}\\s*$`,
	"iu",
);
const IN_BEFORE = new RegExp(
	`(?:^|[^\\p{L}])(?:${STOOD_IN})(?:\\s+(?:the|a|an|its|his|her))?(?:\\s+[\\p{L}'-]+(?:,)?){0,3}\\s*$`,
	"iu",
);
const CHINESE_AFAR = /^(?:夜景|景色|风光|的夜景|的景色)/u;
/** A weak hint (a thing that lives there) never beats a named place. */
const NAMED_PLACE = 1.5;

function place(text: string, match: Match<SceneKind>): Match<SceneKind> {
	const before = text.slice(Math.max(0, match.index - LEAD), match.index);
	if (AFAR_BEFORE.test(before) || CHINESE_AFAR.test(text.slice(match.end))) {
		return { ...match, weight: match.weight * 0.3 };
	}
	return IN_BEFORE.test(before) && match.weight >= NAMED_PLACE ? { ...match, weight: match.weight + 1.2 } : match;
}

function tintOf(text: string, match: Match<SceneKind>): Colour | null {
	const before = text.slice(Math.max(0, match.index - 16), match.index);
	const beside =
		before.match(/(?:^|[^\p{L}])([\p{L}-]+)\s+$/u)?.[1] ?? (/[\u4e00-\u9fff]/u.test(before) ? before.slice(-3) : "");
	const named = findAll(beside, COLOURS)[0]?.kind ?? null;
	if (named) return named;
	if (/mars|martian|火星/iu.test(match.word)) return "red";
	return /lunar|moon|月球/iu.test(match.word) ? "grey" : null;
}

const SURFACE_OF_A_WORLD = /(?:surface of|on|across) (?:the )?(?:moon|mars)|月球|火星/iu;

/** Where the words put us, or `null` where they name no place. */
export function readScene(text: string): ReadScene | null {
	const asDesert = SURFACE_OF_A_WORLD.exec(text);
	if (asDesert) return { scene: "desert", tint: /mars|火星/iu.test(asDesert[0]) ? "red" : "grey" };
	const best = heaviest(findAll(text, SCENES).map((match) => place(text, match)));
	return best ? { scene: best.kind, tint: tintOf(text, best) } : null;
}

/** Spoken of as a place, not merely hinted at by who lives there. */
export function namesPlace(text: string): boolean {
	return findAll(text, SCENES).some((match) => place(text, match).weight >= NAMED_PLACE);
}
