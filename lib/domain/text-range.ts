/** Counted in code points, as the limits are; `end` is the first place after the range. */
export interface TextRange {
	readonly start: number;
	readonly end: number;
}

export interface TextEdit {
	readonly range: TextRange;
	readonly text: string;
}

export function sliceRange(text: string, range: TextRange): string {
	return [...text].slice(range.start, range.end).join("");
}

/** Edits must not overlap; their ranges all speak of `text` as it is before any of them. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
	const points = [...text];
	const fromTheEnd = [...edits].sort((a, b) => b.range.start - a.range.start);
	for (const { range, text: replacement } of fromTheEnd) {
		points.splice(range.start, range.end - range.start, replacement);
	}
	return points.join("");
}

export type PointAt = (unit: number) => number;

/** Turns UTF-16 places, which regular expressions and text boxes speak, into places in code points. */
export function countPointsUpTo(text: string): PointAt {
	const points = new Uint32Array(text.length + 1);
	let unit = 0;
	let count = 0;
	for (const char of text) {
		points.fill(count, unit, unit + char.length);
		unit += char.length;
		count += 1;
	}
	points[text.length] = count;
	return (at) => points[Math.min(Math.max(at, 0), text.length)] ?? count;
}

/** The other way: where a text box has to put its selection. */
export function selectionOf(text: string, range: TextRange): TextRange {
	const points = [...text];
	const start = points.slice(0, range.start).join("").length;
	return { start, end: start + points.slice(range.start, range.end).join("").length };
}
