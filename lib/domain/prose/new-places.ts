import { findAll } from "../animatic-plan/match";
import type { SceneKind } from "../animatic-plan/plan";
import { namesPlace, readScene } from "../animatic-plan/read-scene";
import { SCENES } from "../animatic-plan/words/scenes";
import type { Cut } from "./scene-cues";

const CAMERA_SUBJECT =
	/^\s*(?:and\s+|then\s+|as\s+)*(?:the\s+)?(?:camera|lens|frame|shot|view)(?!\p{L})|^\s*(?:slow|fast|quick|gentle|smooth)?\s*(?:push|pull|zoom|pan|tilt|dolly|crane|orbit|track|sweep)|^\s*(?:镜头|画面)/iu;
const ARRIVAL =
	/(?<!\p{L})(?:walk|run|stride|step|head|go|come|move|return|race|rush|drive|ride|fl(?:y|ie)|travel|hurr(?:y|ie)|dash|sprint|climb|sail|swim)(?:s|es|ing)?\s+(?:back\s+)?to(?!\p{L})|(?<!\p{L})(?:into|onto|enters?|entering|reach(?:es|ing)?|arriv(?:es|ing)|emerg(?:es|ing)|out (?:on|in|onto|into))(?!\p{L})|来到|走进|进入|到达|回到|冲进|跑进|走到|跑到|抵达|走上|登上/iu;
const AT_PLACE =
	/^\s*(?:and\s+|then,?\s+|now,?\s+|finally,?\s+|suddenly,?\s+)*(?:in|on|at|inside|outside|atop|back (?:in|at|on)|deep in|high (?:above|on)|under|beneath|above)\s|^\s*在/iu;
const ARTICLE_BEFORE = /^\s*(?:(?:now|then|finally),?\s+)?(?:an?\s+)(?:[\p{L}-]+,?\s+){0,3}$/iu;
const PHRASE_ENDS_AFTER = /^\s*(?:[,.;:—–]|$)|^\s+(?:at|by|in|under|with|where|overlooking|full|during)(?!\p{L})/iu;
const FRAMING =
	/^\s*(?:(?:a|an|the|extreme|tight|medium|slow|final|opening|low[- ]angle|high[- ]angle|overhead|handheld)\s+)*(?:close-?ups?|wide(?:[- ]?shot| angle| view)?|medium(?:[- ]shot)?|long shot|full shot|two-shot|establishing shot|aerial(?: shot| view)?|drone shot|over-the-shoulder(?: shot)?|pov(?: shot)?|insert|macro(?: shot)?|bird'?s[- ]eye(?: view| shot)?|tracking shot|point of view)\s*(?:shot\s*)?(?:of|on|as|from|:|,? showing)(?!\p{L})|^\s*(?:特写|近景|中景|远景|全景|航拍|俯拍)[：:，,]/iu;
const NEW_SUBJECT =
	/^\s*(?:an?|two|three|four|several|many|dozens of|hundreds of|inside|outside|一[个只位群]|两[个只位])(?!\p{L})/iu;
const SHORTEST_CLAUSE_WORDS = 3;

/** Neighbours one can see from each other: going from one to the other is one take. */
const NEIGHBOURS: readonly ReadonlySet<SceneKind>[] = [
	new Set(["beach", "ocean"]),
	new Set(["city", "street"]),
	new Set(["mountain", "meadow"]),
];

interface Break extends Cut {
	readonly isCut: boolean;
}

/** An office, then a stride into an alley: nobody says "cut". A move within one sentence is one take. */
export function findNewPlaces(told: string, breaks: readonly Break[]): Cut[] {
	const found: Cut[] = [];
	let current = placeIn(told.slice(0, breaks[0]?.from ?? told.length));
	breaks.forEach((at, index) => {
		const clause = told.slice(at.to, breaks[index + 1]?.from ?? told.length);
		if (!/[\p{L}\p{N}]/u.test(clause)) return;
		const place = CAMERA_SUBJECT.test(clause) ? null : placeIn(clause);
		const isElsewhere = place !== null && current !== null && isFar(place, current) && takesUsThere(clause);
		if (!at.isCut && (isElsewhere || opensPicture(clause, told.charAt(at.from)))) found.push(at);
		if (at.isCut || isElsewhere || current === null) current = place ?? current;
	});
	return found;
}

function placeIn(clause: string): SceneKind | null {
	return namesPlace(clause) ? (readScene(clause)?.scene ?? null) : null;
}

function isFar(place: SceneKind, current: SceneKind): boolean {
	return place !== current && !NEIGHBOURS.some((near) => near.has(place) && near.has(current));
}

function takesUsThere(clause: string): boolean {
	return ARRIVAL.test(clause) || AT_PLACE.test(clause) || isPlaceItself(clause);
}

/** "A glittering rooftop at night." */
function isPlaceItself(clause: string): boolean {
	return findAll(clause, SCENES).some(({ index, end }) => {
		return ARTICLE_BEFORE.test(clause.slice(0, index)) && PHRASE_ENDS_AFTER.test(clause.slice(end));
	});
}

/** "Close-up of her eyes" is a picture of its own; after a semicolon "a dog barks" is one as well. */
function opensPicture(clause: string, separator: string): boolean {
	if (FRAMING.test(clause)) return true;
	const isListed = separator === ";" || separator === "；";
	const words = clause.match(/[\p{L}\p{N}'’-]+/gu)?.length ?? 0;
	return isListed && NEW_SUBJECT.test(clause) && (words >= SHORTEST_CLAUSE_WORDS || /\p{Script=Han}{4}/u.test(clause));
}
