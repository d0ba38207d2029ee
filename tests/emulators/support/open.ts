import { onTestFinished } from "vitest";
import { type Emulator, startEmulator } from "../../support/emulators/emulator";
import type { GatewayName } from "../../support/emulators/kernel/personality";
import type { EmulatorOptions } from "../../support/emulators/options";
import { openReceiver, type Receiver } from "./receiver";

/** An emulator that closes with the test. */
export async function openEmulator<Name extends GatewayName>(
	gateway: Name,
	options: EmulatorOptions<Name> = {},
): Promise<Emulator> {
	const emulator = await startEmulator(gateway, options);
	onTestFinished(() => emulator.close());
	return emulator;
}

/** A callback receiver that closes with the test. */
export async function openCallbacks(): Promise<Receiver> {
	const receiver = await openReceiver();
	onTestFinished(() => receiver.close());
	return receiver;
}
