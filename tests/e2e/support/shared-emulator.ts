import type { FaultRule } from "../../support/emulators/kernel/fault-book";
import { RemoteEmulator } from "../../support/emulators/remote-emulator";

/** Other tests use it at the same time: what this one breaks should hold its own words, and is mended by itself alone. */
export class SharedEmulator extends RemoteEmulator {
	readonly #mine: number[] = [];

	override async addFault(rule: FaultRule): Promise<{ readonly id: number }> {
		const added = await super.addFault(rule);
		this.#mine.push(added.id);
		return added;
	}

	override async clearFaults(): Promise<void> {
		for (const id of this.#mine.splice(0)) await this.removeFault(id);
	}
}
