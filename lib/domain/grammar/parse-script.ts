import {
	checkDialects,
	checkMarkerForms,
	checkMarkersInsideWords,
	checkPreamble,
	checkThereAreShots,
	checkUnclearMarkers,
	readPreamble,
} from "./check-markers";
import { checkNumbers } from "./check-numbers";
import { checkFullWidth, checkSemicolons } from "./check-punctuation";
import { checkSeconds } from "./check-seconds";
import { checkShotCount, checkTotal } from "./check-totals";
import { checkEmptyWords, checkLengths } from "./check-words";
import type { ParsedScript } from "./parsed-script";
import { type ScriptCheck, toProblem } from "./script-problem";
import { type ParseOptions, parsedShot, readScript } from "./script-reading";

const CHECKS: readonly ScriptCheck[] = [
	checkThereAreShots,
	checkPreamble,
	checkUnclearMarkers,
	checkMarkerForms,
	checkMarkersInsideWords,
	checkDialects,
	checkFullWidth,
	checkNumbers,
	checkSeconds,
	checkShotCount,
	checkTotal,
	checkSemicolons,
	checkEmptyWords,
	checkLengths,
];

/** Reads a shot script as people write them. It never throws and never drops a word without a problem that says so. */
export function parseScript(text: string, options: ParseOptions = {}): ParsedScript {
	const reading = readScript(text, options);
	const problems = CHECKS.flatMap((check) => check(reading)).map((finding) => toProblem(reading, finding));
	return {
		shots: reading.shots.map((shot) => parsedShot(reading, shot)),
		preamble: readPreamble(reading),
		dialect: reading.shots[0]?.marker.dialect ?? null,
		problems: problems.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end),
	};
}
