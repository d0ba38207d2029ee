import { join } from "node:path";
import type { Browser } from "@playwright/test";
import type { Emulators } from "../e2e/support/gateways";
import { openPerson, shootEverySize } from "./person";
import { COMPOSING } from "./states/composing";
import { DIALOGS } from "./states/dialogs";
import { ASKING, FULL_HISTORY } from "./states/full-history";
import type { State } from "./states/state";
import { ENDED, RUNNING } from "./states/takes";
import { WALLS } from "./states/walls";

const STATES: readonly State[] = [...COMPOSING, ...RUNNING, ...ENDED, ...DIALOGS, ...WALLS, ASKING, FULL_HISTORY];

interface Shoot {
	readonly browser: Browser;
	readonly origin: string;
	readonly folder: string;
	/** Beginnings of the names to make; none for all. */
	readonly wanted: readonly string[];
	readonly emulators: Emulators;
}

/** One fresh browser for each state. A state that does not come about is told at the end, after all others. */
export async function shootStates(shoot: Shoot, states = STATES): Promise<void> {
	const { browser, origin, folder, wanted, emulators } = shoot;
	const missed: unknown[] = [];
	for (const state of states) {
		if (wanted.length > 0 && !wanted.some((name) => state.name.startsWith(name))) continue;
		const person = await openPerson(browser, origin);
		try {
			await state.arrange(person, emulators);
			await shootEverySize(person, join(folder, state.name), state.overlaid ?? false);
		} catch (problem) {
			missed.push(new Error(`${state.name}: ${problem}`));
		}
		await person.page.context().close();
		await Promise.all(Object.values(emulators).map((emulator) => emulator.clearFaults()));
	}
	if (missed.length > 0) throw new AggregateError(missed, missed.map(String).join("\n"));
}
