/** Where a reply's shape departs from a documented one: members missing, or of another type. */
export function shapeProblems(actual: unknown, documented: unknown, path = "reply"): readonly string[] {
	if (documented === null) return [];
	if (Array.isArray(documented)) {
		if (!Array.isArray(actual)) return [`${path} is no array`];
		const [sample] = documented;
		if (sample === undefined) return [];
		if (actual.length === 0) return [`${path} is empty`];
		return actual.flatMap((item, index) => shapeProblems(item, sample, `${path}[${index}]`));
	}
	if (isMembers(documented)) {
		if (!isMembers(actual)) return [`${path} is no object`];
		return Object.entries(documented).flatMap(([name, value]) =>
			name in actual ? shapeProblems(actual[name], value, `${path}.${name}`) : [`${path}.${name} is missing`],
		);
	}
	return typeof actual === typeof documented ? [] : [`${path} is a ${typeof actual}, not a ${typeof documented}`];
}

/** Every member's path, to hold two shapes against each other exactly. */
export function memberPaths(value: unknown, path = ""): readonly string[] {
	if (Array.isArray(value)) return value.slice(0, 1).flatMap((item) => memberPaths(item, `${path}[]`));
	if (!isMembers(value)) return [path];
	return Object.entries(value)
		.flatMap(([name, inner]) => memberPaths(inner, `${path}.${name}`))
		.sort();
}

function isMembers(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
