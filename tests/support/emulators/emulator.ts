import { PLANS, type Variants } from "./gateways/plans";
import { type EmulatedWorld, openWorld } from "./kernel/emulated-world";
import type { FaultBook } from "./kernel/fault-book";
import type { Ledger } from "./kernel/ledger";
import type { EmulatorUrls, GatewayName, GatewayPlan } from "./kernel/personality";
import { Service, type ServiceParts } from "./kernel/service";
import type { EmulatorOptions } from "./options";
import { steerEmulator } from "./steer-emulator";

/** One gateway on three loopback ports: its API, its file host, and the one that steers it. */
export class Emulator {
	readonly gateway: GatewayName;
	readonly #open: () => EmulatedWorld;
	readonly #api: Service;
	readonly #files: Service;
	readonly #control: Service;
	readonly #basePath: string;
	#world: EmulatedWorld;

	constructor(gateway: GatewayName, basePath: string, open: (urls: () => EmulatorUrls) => EmulatedWorld) {
		this.gateway = gateway;
		this.#basePath = basePath;
		this.#open = () => open(() => this.urls);
		this.#world = this.#open();
		const steer = steerEmulator(this);
		this.#api = new Service(() => this.#parts("gatewayRoutes"), steer);
		this.#files = new Service(() => this.#parts("fileRoutes"), steer);
		this.#control = new Service(() => this.#parts("gatewayRoutes"), steer);
	}

	/** What the client is configured with. */
	get urls(): EmulatorUrls {
		return { baseUrl: this.baseUrl, filesBaseUrl: this.filesBaseUrl };
	}

	get baseUrl(): string {
		return this.#api.listener.origin + this.#basePath;
	}

	get filesBaseUrl(): string {
		return this.#files.listener.origin;
	}

	/** Answers while the gateway refuses connections. */
	get controlUrl(): string {
		return this.#control.listener.origin;
	}

	/** The variables that point the product here, its key included. */
	get env(): Readonly<Record<string, string>> {
		return this.#world.personality.env(this.urls);
	}

	/** Of the time since the last reset, as are the faults. */
	get ledger(): Ledger {
		return this.#world.ledger;
	}

	get faults(): FaultBook {
		return this.#world.faults;
	}

	get nowMs(): number {
		return this.#world.clock.nowMs();
	}

	async listen(): Promise<void> {
		await Promise.all([this.#api, this.#files, this.#control].map((service) => service.listener.listen()));
	}

	/** Moves the gateway's time; resolves when every callback that fell due has been answered or given up. */
	async advance(byMs: number): Promise<void> {
		const { clock, callbacks } = this.#world;
		await clock.advance(byMs, () => callbacks.idle());
		await callbacks.idle();
	}

	/** Closes the gateway's port, so that connecting to it fails; the file host and the control port stay. */
	async refuseConnections(): Promise<void> {
		await this.#api.listener.stop();
	}

	async acceptConnections(): Promise<void> {
		await this.#api.listener.listen();
	}

	/** Forgets every task, charge, rule and file. */
	reset(): void {
		this.#world.clock.stop();
		this.#world = this.#open();
	}

	async close(): Promise<void> {
		this.#world.clock.stop();
		await Promise.all([this.#api, this.#files, this.#control].map((service) => service.listener.stop()));
	}

	#parts(routes: "gatewayRoutes" | "fileRoutes"): ServiceParts {
		const { clock, ledger, faults, personality } = this.#world;
		return { clock, ledger, faults, manners: personality.manners, routes: this.#world[routes] };
	}
}

export async function startEmulator<Name extends GatewayName>(
	gateway: Name,
	options: EmulatorOptions<Name> = {},
): Promise<Emulator> {
	const plan: GatewayPlan<Variants[Name]> = PLANS[gateway];
	const variant = { ...plan.variant, ...options.variant };
	const emulator = new Emulator(gateway, plan.basePath, (urls) => openWorld(plan, variant, options, urls));
	await emulator.listen();
	return emulator;
}
