import { type Expected, expectAfter, isAllowed, type Ledger, readLines } from "./ledger";
import type { Subject } from "./subject";

export interface Verdict {
	readonly store: string;
	readonly checked: number;
	readonly acknowledged: number;
	readonly lost: readonly string[];
}

/** How many keys of a store are read after each kill, the latest ones; all of them are at the end. */
const LATEST = 40;

/**
 * Holds what a store answers against what was acknowledged. What a killed write left is noted as it was found, since it
 * must not change any more.
 */
export async function verify(subject: Subject, ledger: Ledger, all: boolean): Promise<Verdict> {
	const lines = readLines(ledger.path);
	const expected = [...expectAfter(lines, subject.store)];
	const open = expected.filter(([, { announced }]) => announced.length > 0).map(([key]) => key);
	const chosen = all ? expected : expected.slice(-LATEST);
	const lost: string[] = [];
	for (const [key, expectation] of new Map([...expected.filter(([key]) => open.includes(key)), ...chosen])) {
		const found = await subject.read(key);
		if (!isAllowed(expectation, found)) lost.push(describeLoss(key, expectation, found));
		else if (open.includes(key)) ledger.note("settled", subject.store, key, found);
	}
	const wrong = all ? await subject.compare?.(expected.map(([key]) => key)) : null;
	if (wrong) lost.push(wrong);
	const isMine = (line: { readonly store: string; readonly step: string }) =>
		line.store === subject.store && line.step === "acknowledged";
	return { store: subject.store, checked: chosen.length, acknowledged: lines.filter(isMine).length, lost };
}

function describeLoss(key: string, { acknowledged, announced }: Expected, found: string | null): string {
	const allowed = [acknowledged, ...announced].map((value) => value ?? "nothing").join(" or ");
	return `${key}: expected ${allowed}, found ${found ?? "nothing"}`;
}
