import { afterAll, beforeAll, beforeEach } from "vitest";
import { type Bench, openEmbeddedBench } from "../../storage/support/bench";
import { type Emulator, startEmulator } from "../../support/emulators/emulator";
import type { GatewayName } from "../../support/emulators/kernel/personality";
import type { EmulatorOptions } from "../../support/emulators/options";
import { Engine, type EngineOptions, START_MS } from "./engine";

export interface Stage {
	readonly bench: Bench;
	emulator(name: GatewayName): Emulator;
	engine(name: GatewayName, options?: EngineOptions): Engine;
}

/** A first boot of the database, on a machine that does other things too. */
const BOOT_MS = 120_000;

/** One database and the gateways named, for a whole file; each test finds them empty. */
export function openStage(
	names: readonly GatewayName[],
	options: Partial<Record<GatewayName, EmulatorOptions>> = {},
	openBench: () => Promise<Bench> = openEmbeddedBench,
): Stage {
	const emulators = new Map<GatewayName, Emulator>();
	let bench: Bench | undefined;

	beforeAll(async () => {
		bench = await openBench();
		for (const name of names) emulators.set(name, await startEmulator(name, { startMs: START_MS, ...options[name] }));
	}, BOOT_MS);
	beforeEach(async () => {
		await bench?.empty();
		for (const emulator of emulators.values()) emulator.reset();
	});
	afterAll(async () => {
		for (const emulator of emulators.values()) await emulator.close();
		await bench?.close();
	});

	const stage: Stage = {
		get bench() {
			if (!bench) throw new Error("The stage is not open yet.");
			return bench;
		},
		emulator(name) {
			const emulator = emulators.get(name);
			if (!emulator) throw new Error(`${name} is not on this stage.`);
			return emulator;
		},
		engine: (name, engineOptions) => new Engine(stage.bench, [stage.emulator(name)], engineOptions),
	};
	return stage;
}
