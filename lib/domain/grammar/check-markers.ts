import { formatMarker, formatShots } from "./format-shots";
import { type Finding, quote, rewriteShot } from "./script-problem";
import { editAt, type RawShot, type ScriptReading } from "./script-reading";
import { normaliseWords } from "./words";

const FORM = "shot 1, 3, words;";
const OFFERED_SECONDS = 5;
const OFFERED_SHOT_SECONDS = 3;

/** Plain prose is a fine thing to send; that it was not read as shots is said all the same. */
export function checkThereAreShots(reading: ScriptReading): Finding[] {
	const { text, shots, options } = reading;
	if (shots.length > 0) return [];
	const found = { code: "no-shots", severity: "warning", at: [0, text.length] } as const;
	const words = normaliseWords(text);
	if (words === "") return [{ ...found, sentence: `There is no shot yet. Write one as ${FORM}` }];
	const seconds = options.expectedTotal ?? OFFERED_SECONDS;
	return [
		{
			...found,
			sentence: `No shot begins here, so this is prose and would be sent as it stands. A shot is written as ${FORM}`,
			fix: {
				label: `Make it one shot of ${seconds} s`,
				edits: [editAt(reading, 0, text.length, formatShots([{ seconds, words }], "shot"))],
			},
		},
	];
}

export function checkPreamble(reading: ScriptReading): Finding[] {
	const first = reading.shots[0];
	const before = first ? readPreamble(reading) : "";
	if (!first || before === "") return [];
	const lead = /[.!?…。！？,，:：]$/.test(before) ? `${before} ` : `${before}, `;
	const { marker } = first;
	const edits = [
		editAt(reading, 0, marker.start, ""),
		editAt(reading, first.wordsStart, first.wordsStart, first.words === "" ? before : lead),
	];
	return [
		{
			code: "preamble",
			severity: "warning",
			at: [0, marker.start],
			sentence: `${quote(before)} stands before the first shot and is not sent. Fold it into that shot or delete it.`,
			fix: { label: "Fold it into the first shot", edits },
		},
	];
}

export function readPreamble({ text, shots }: ScriptReading): string {
	return normaliseWords(text.slice(0, shots[0]?.marker.start ?? 0));
}

export function checkMarkerForms(reading: ScriptReading): Finding[] {
	return reading.shots.flatMap((shot) => {
		const { marker, seconds } = shot;
		if (marker.form === "strict" || seconds === null) return [];
		const written = quote(reading.text.slice(marker.start, marker.end));
		const strict = formatMarker(marker.dialect, marker.number?.value ?? shot.index + 1, seconds).trim();
		return {
			code: "marker-form",
			severity: "warning",
			at: [marker.start, marker.end],
			sentence: `${written} was read as a shot of ${seconds} s. Gateways document another form: ${strict}`,
			fix: { label: `Write ${strict}`, edits: rewriteShot(reading, shot, seconds) },
		} satisfies Finding;
	});
}

export function checkUnclearMarkers(reading: ScriptReading): Finding[] {
	return reading.unclear.map(({ start, end }) => ({
		code: "marker-unclear",
		severity: "warning",
		at: [start, end],
		sentence: `${quote(reading.text.slice(start, end))} begins like a shot but is not one. If it is meant as one, write ${FORM}`,
		fix: {
			label: "Make it a shot",
			edits: [editAt(reading, end, end, `, ${OFFERED_SHOT_SECONDS},`)],
		},
	}));
}

export function checkMarkersInsideWords(reading: ScriptReading): Finding[] {
	return reading.inside.map((marker) => ({
		code: "marker-inside-words",
		severity: "warning",
		at: [marker.start, marker.end],
		sentence: `${quote(reading.text.slice(marker.start, marker.end))} stands inside a shot's words. If a shot begins here, the one before needs its semicolon.`,
		fix: { label: "Begin a shot here", edits: [editAt(reading, marker.start, marker.start, "; ")] },
	}));
}

export function checkDialects(reading: ScriptReading): Finding[] {
	const dialect = reading.shots[0]?.marker.dialect;
	const others = reading.shots.filter((shot) => shot.marker.dialect !== dialect);
	const first = others[0];
	if (!dialect || !first) return [];
	const { keyword } = first.marker;
	const spell = (shot: RawShot) => editAt(reading, shot.marker.keyword.start, shot.marker.keyword.end, `${dialect} `);
	return [
		{
			code: "mixed-dialects",
			severity: "warning",
			at: [keyword.start, keyword.end],
			sentence: `The script begins with “${dialect}” and goes on with “${keyword.text}”. One spelling will be sent throughout.`,
			fix: { label: `Write “${dialect}” everywhere`, edits: others.map(spell) },
		},
	];
}
