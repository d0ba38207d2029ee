import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { catalogEntry } from "@/lib/domain/catalog/catalog";
import { type Draft, NEW_DRAFT } from "@/lib/domain/draft";
import type { GatewayId } from "@/lib/domain/gateway-id";
import {
	type BrowserId,
	browserIdSchema,
	mintId,
	type SubmitKey,
	submitKeySchema,
	type TakeId,
} from "@/lib/domain/ids";
import { showPrice } from "@/lib/domain/quote/shown-price";
import type { Receipt } from "@/lib/domain/receipt/receipt";
import type { Order } from "@/lib/domain/submit/order";
import type { StateKind, TakeState } from "@/lib/domain/take/state";
import type { Take } from "@/lib/domain/take/take";
import type { TakeView } from "@/lib/domain/take/view";
import type { Timeouts } from "@/lib/gateways/http/timeouts";
import type { Log } from "@/lib/ports/log";
import type { Claim } from "@/lib/ports/take-queue";
import { readEnv } from "@/lib/runtime/env";
import { type House, openDoors } from "@/lib/runtime/open-doors";
import { advanceTake } from "@/lib/services/advance/advance-take";
import { type Held, LostClaim } from "@/lib/services/advance/held";
import { type Look, shareLooks } from "@/lib/services/advance/share-looks";
import type { Doors } from "@/lib/services/doors";
import { submitTake } from "@/lib/services/submit-take";
import { openMediaFiles } from "@/lib/storage/media/media-files";
import type { Bench } from "../../storage/support/bench";
import type { Emulator } from "../../support/emulators/emulator";
import { testDir } from "../../support/test-dir";
import { TestClock } from "./test-clock";

/** Of today: the database dates what it makes by its own clock. */
export const START_MS = Date.parse(`${new Date().toISOString().slice(0, 10)}T12:00:00Z`);

/** Shorter than the product's, since silence is waited for in real time. */
export const TIMEOUTS: Timeouts = {
	connectMs: 2_000,
	submitHeadersMs: 300,
	headersMs: 300,
	idleBodyMs: 300,
	replyBodyMs: 2_000,
};

const LEASE_MS = 30_000;

export interface EngineOptions {
	readonly env?: Readonly<Record<string, string>>;
	readonly house?: Partial<House>;
	readonly clock?: TestClock;
}

export function newBrowser(): BrowserId {
	return browserIdSchema.parse(randomBytes(32).toString("hex"));
}

export function newSubmitKey(): SubmitKey {
	return mintId(submitKeySchema, "sk", randomBytes(16));
}

export function draftOf(text = "A kite over the sea, seen from below.", changes: Partial<Draft> = {}): Draft {
	return {
		...NEW_DRAFT,
		composition: { mode: "one-shot", prose: { text, seconds: 5 }, shelvedShots: null },
		...changes,
	};
}

export function orderFor(gateway: GatewayId, changes: Partial<Order> = {}): Order {
	const draft = changes.draft ?? draftOf();
	const shown = showPrice(draft, catalogEntry(gateway));
	return { submitKey: newSubmitKey(), gateway, draft, shown, leaving: [], ...changes };
}

/** The product's own services over a real database and emulated gateways; only time is ours. */
export class Engine {
	readonly doors: Doors;
	readonly clock: TestClock;
	readonly browserId = newBrowser();
	readonly warnings: string[] = [];
	readonly #emulators: readonly Emulator[];
	readonly #expectsErrors: boolean;

	constructor(bench: Bench, emulators: readonly Emulator[], options: EngineOptions = {}) {
		this.clock = options.clock ?? new TestClock(START_MS);
		this.#emulators = emulators;
		this.#expectsErrors = options.house?.log !== undefined;
		const dataDir = testDir();
		const hosts = emulators.flatMap(({ baseUrl, filesBaseUrl }) => [new URL(baseUrl).host, new URL(filesBaseUrl).host]);
		const env = readEnv({
			DATA_DIR: dataDir,
			SECRET_KEY: "a secret that only these tests know",
			RATE_LIMIT_SCALE: "1000",
			...(hosts.length > 0 ? { EGRESS_ALLOW: hosts.join(",") } : {}),
			...Object.assign({}, ...emulators.map((emulator) => emulator.env)),
			...options.env,
		});
		const media = { ...openMediaFiles(join(dataDir, "media"), async () => {}), close() {} };
		const storage = { ...bench.stores, notifier: bench.notifier, media, check: async () => {}, close: async () => {} };
		const house = { storage, clock: this.clock, log: this.#log(), animatic: null, dresser: null, timeouts: TIMEOUTS };
		const { doors, close } = openDoors(env, { ...house, ...options.house });
		this.doors = doors;
		onTestFinished(close);
	}

	async submit(gateway: GatewayId, changes: Partial<Order> = {}): Promise<TakeView> {
		const result = await submitTake(this.doors, this.browserId, orderFor(gateway, changes));
		if (!result.ok) throw new Error(`The click was refused: ${result.problem.sentence}`);
		return result.value.take;
	}

	/** Claims as a worker does, which is not this one's. */
	async claim(limit = 1): Promise<readonly Claim[]> {
		const nowMs = this.clock.nowMs();
		return this.doors.queue.claimDue({ worker: "test", nowMs, leaseUntilMs: nowMs + LEASE_MS, limit });
	}

	/** One step of everything that is due now. Answers how many takes that were. */
	async step(doors: Doors = this.doors): Promise<number> {
		const claims = await this.claim(50);
		const helds = claims.map((claim): Held => ({ claim, signal: new AbortController().signal }));
		const looks = shareLooks(doors, helds);
		await Promise.all(helds.map((held) => this.#advance(held, doors, looks.get(held))));
		return claims.length;
	}

	advanceClaim(claim: Claim, doors: Doors = this.doors): Promise<void> {
		return this.#advance({ claim, signal: new AbortController().signal }, doors);
	}

	async #advance(held: Held, doors: Doors, look?: Look): Promise<void> {
		try {
			await advanceTake(doors, held, look);
		} catch (problem) {
			if (!(problem instanceof LostClaim)) throw problem;
		}
	}

	/** Moves everybody's time. */
	async pass(ms: number): Promise<void> {
		this.clock.advance(ms);
		await Promise.all(this.#emulators.map((emulator) => emulator.advance(ms)));
	}

	/** Works, and lets time pass from one wake to the next, until the take stands where it should. */
	async until(id: TakeId, wanted: StateKind | ((state: TakeState) => boolean), maxSteps = 400): Promise<TakeState> {
		const isThere = typeof wanted === "string" ? (state: TakeState) => state.kind === wanted : wanted;
		for (let steps = 0; steps < maxSteps; steps += 1) {
			const { state } = await this.find(id);
			if (isThere(state)) return state;
			if ((await this.step()) > 0) continue;
			const nextMs = await this.doors.queue.nextWakeAtMs();
			if (nextMs === null) throw new Error(`Nothing is left to do, and the take is ${JSON.stringify(state)}.`);
			await this.pass(Math.max(1, nextMs - this.clock.nowMs()));
		}
		throw new Error(`The take did not get there: ${JSON.stringify((await this.find(id)).state)}`);
	}

	/** Lets that much time pass, and does whatever falls due in it. */
	async settle(withinMs: number): Promise<void> {
		const endMs = this.clock.nowMs() + withinMs;
		for (;;) {
			if ((await this.step()) > 0) continue;
			const nextMs = await this.doors.queue.nextWakeAtMs();
			if (nextMs === null || nextMs > endMs) return this.pass(endMs - this.clock.nowMs());
			await this.pass(Math.max(1, nextMs - this.clock.nowMs()));
		}
	}

	async find(id: TakeId): Promise<Take> {
		const found = await this.doors.takes.find(this.browserId, id);
		if (!found) throw new Error(`There is no take ${id}.`);
		return found.take;
	}

	async receipt(id: TakeId): Promise<Receipt> {
		const receipt = await this.doors.receipts.find(this.browserId, id);
		if (!receipt) throw new Error(`There is no receipt of ${id}.`);
		return receipt;
	}

	#log(): Log {
		return {
			info: () => {},
			warn: (event) => this.warnings.push(event),
			error: (event, _facts, problem) => {
				this.warnings.push(event);
				if (!this.#expectsErrors && event === "step-failed") throw problem;
			},
		};
	}
}
