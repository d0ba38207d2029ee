/** JSON whose keys are in alphabetical order at every depth: equal values have equal texts. */
export function canonicalJson(value: unknown): string {
	return JSON.stringify(value, (_key, part: unknown) => (isRecord(part) ? sortKeys(part) : part));
}

function isRecord(part: unknown): part is object {
	return typeof part === "object" && part !== null && !Array.isArray(part);
}

function sortKeys(record: object): object {
	return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
