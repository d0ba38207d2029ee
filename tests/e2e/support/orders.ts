import type { SubmitEntry } from "../../support/emulators/kernel/ledger-records";
import type { RemoteEmulator } from "../../support/emulators/remote-emulator";

export interface SentOrder {
	readonly entry: Readonly<SubmitEntry>;
	readonly body: Readonly<Record<string, unknown>>;
}

/** What reached the gateway with these words in it. Takes of other tests may be under way, so each has words of its own. */
export async function ordersHolding(emulator: RemoteEmulator, words: string): Promise<readonly SentOrder[]> {
	const { submits } = await emulator.ledger();
	return submits
		.map((entry) => ({ entry, text: Buffer.from(entry.bodyBase64, "base64").toString("utf8") }))
		.filter(({ text }) => text.includes(words))
		.map(({ entry, text }) => ({ entry, body: JSON.parse(text) as SentOrder["body"] }));
}

/** What a prompt was charged for. */
export async function countCharges(emulator: RemoteEmulator, prompt: string): Promise<number> {
	const orders = await ordersHolding(emulator, prompt);
	return orders.filter(({ entry }) => entry.charged !== null).length;
}
