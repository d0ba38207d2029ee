const LONE_SURROGATES = /\p{Cs}/gu;
/** Signs that compatibility normalisation, which a gateway may apply, turns into a plain semicolon. */
const SEMICOLON_LOOKALIKES = /[\u037e\ufe14\ufe54]/g;
const SPACES = /[\s\p{Cc}]+/gu;
const INNER_SEMICOLONS = / ?([;；])(?:[ ;；]*[;；])?/g;

/** One line without what cannot be sent: halves of characters, control signs, runs of spaces. */
export function onOneLine(text: string): string {
	return text.replace(LONE_SURROGATES, "\ufffd").replace(SPACES, " ").trim();
}

/** A shot's words as the script can carry them: a semicolon would end the shot, so it becomes a comma. */
export function normaliseWords(text: string): string {
	const line = onOneLine(text.replace(SEMICOLON_LOOKALIKES, ";"));
	return trimSeparators(line).replace(INNER_SEMICOLONS, (_, first) => (first === "；" ? "，" : ","));
}

const SEPARATORS = " ;；";

function trimSeparators(line: string): string {
	let start = 0;
	let end = line.length;
	while (start < end && SEPARATORS.includes(line.charAt(start))) start += 1;
	while (end > start && SEPARATORS.includes(line.charAt(end - 1))) end -= 1;
	return line.slice(start, end);
}
