import { appendFileSync, existsSync, readFileSync } from "node:fs";
import * as z from "zod";

const lineSchema = z.object({
	step: z.enum(["announced", "acknowledged", "settled"]),
	store: z.string(),
	key: z.string(),
	/** What reading the key answers from then on; `null`: nothing. */
	value: z.nullable(z.string()),
});
type Line = z.infer<typeof lineSchema>;

/** What one key may hold: what was acknowledged last, or anything announced since. */
export interface Expected {
	readonly acknowledged: string | null;
	readonly announced: readonly (string | null)[];
}

/** Each line is one `write` to the kernel, which a killed process cannot take back. */
export class Ledger {
	constructor(readonly path: string) {
		// The last line of a killed process may be half a line.
		appendFileSync(path, "\n");
	}

	note(step: Line["step"], store: string, key: string, value: string | null): void {
		appendFileSync(this.path, `${JSON.stringify({ step, store, key, value })}\n`);
	}
}

export function readLines(path: string): readonly Line[] {
	if (!existsSync(path)) return [];
	return readFileSync(path, "utf8")
		.split("\n")
		.flatMap((line) => parseLine(line) ?? []);
}

function parseLine(line: string): Line | null {
	try {
		return lineSchema.parse(JSON.parse(line));
	} catch {
		return null;
	}
}

/** Of one store, the key touched last coming last. */
export function expectAfter(lines: readonly Line[], store: string): ReadonlyMap<string, Expected> {
	const expected = new Map<string, Expected>();
	for (const line of lines) {
		if (line.store !== store) continue;
		const before = expected.get(line.key) ?? { acknowledged: null, announced: [] };
		expected.delete(line.key);
		expected.set(
			line.key,
			line.step === "announced"
				? { ...before, announced: [...before.announced, line.value] }
				: { acknowledged: line.value, announced: [] },
		);
	}
	return expected;
}

export function isAllowed({ acknowledged, announced }: Expected, found: string | null): boolean {
	return found === acknowledged || announced.includes(found);
}
