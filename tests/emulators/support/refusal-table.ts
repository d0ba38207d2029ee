import { expect, it } from "vitest";
import type { Emulator } from "../../support/emulators/emulator";
import type { Answer } from "./call";

/** A request the gateway must refuse, and what of its refusal is documented. */
export interface RefusalRow {
	readonly title: string;
	readonly send: (emulator: Emulator) => Promise<Answer>;
	readonly status: number;
	readonly reply: unknown;
}

/** One test for each row: refused as documented, and nothing taken for it. */
export function itRefuses(open: () => Promise<Emulator>, rows: readonly RefusalRow[]): void {
	it.each(rows)("refuses $title", async ({ send, status, reply }) => {
		const emulator = await open();
		const answer = await send(emulator);
		expect(answer.status).toBe(status);
		expect(answer.json).toMatchObject(reply as object);
		expect(emulator.ledger.totals.charges).toBe(0);
	});
}

export function points(count: number): string {
	return "😀".repeat(count);
}
