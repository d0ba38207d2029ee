import type { Fault } from "../../../support/emulators/kernel/fault-kinds";
import type { GatewayName } from "../../../support/emulators/kernel/personality";
import type { EmulatorOptions } from "../../../support/emulators/options";
import type { Answer } from "../call";
import { look, submit, submitTask } from "../drivers";
import { openEmulator } from "../open";

/** Plays a fixture: sends it where it is a request, else provokes its like. */
export type Scene = (fixture: unknown) => Promise<Pick<Answer, "status" | "json">>;

/** A look at a task `afterMs` old, its fate decided by `fault`. */
export function lookScene<Name extends GatewayName>(
	gateway: Name,
	afterMs: number,
	options: EmulatorOptions<Name> = {},
	fault: Fault | null = null,
): Scene {
	return async () => {
		const emulator = await openEmulator(gateway, options);
		if (fault) emulator.faults.once("submit", fault);
		const id = await submitTask(emulator);
		await emulator.advance(afterMs);
		return look(emulator, id);
	};
}

export function submitScene<Name extends GatewayName>(
	gateway: Name,
	options: EmulatorOptions<Name> = {},
	headers: Readonly<Record<string, string>> = {},
): Scene {
	return async () => submit(await openEmulator(gateway, options), headers);
}

export const RENDERING_MS = 10_000;
export const OVER_MS = 60_000;

/** The fixture's own body, addressed to a file the emulator holds. */
export function withMember(fixture: unknown, name: string, value: unknown): Readonly<Record<string, unknown>> {
	if (typeof fixture !== "object" || fixture === null) throw new Error("A request fixture is an object.");
	return { ...fixture, [name]: value };
}
