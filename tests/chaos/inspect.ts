import { createHash } from "node:crypto";
import type { BrowserId, MediaId, TakeId } from "@/lib/domain/ids";
import type { Receipt } from "@/lib/domain/receipt/receipt";
import type { Take } from "@/lib/domain/take/take";
import type { Log } from "@/lib/ports/log";
import type { HintOutcome } from "@/lib/ports/take-queue";
import type { Doors } from "@/lib/services/doors";
import { receiveCallback } from "@/lib/services/receive-callback";
import { openHouse } from "./open-house";
import type { AcknowledgedCallback } from "./receiver";
import { ScaledClock } from "./scaled-clock";
import type { World } from "./world";

/** One take as the app has it. */
export interface InspectedTake {
	readonly take: Take;
	readonly remoteId: string | null;
	readonly receipt: Receipt | null;
	/** Of the bytes that lie here; `null` where there are none. */
	readonly storedSha256: string | null;
}

export interface Inspection {
	readonly atMs: number;
	readonly takes: ReadonlyMap<TakeId, InspectedTake>;
	/** Also of takes that are gone. */
	readonly receipts: ReadonlyMap<TakeId, Receipt>;
	readonly lostCallbacks: readonly string[];
}

const SILENT: Log = { info() {}, warn() {}, error() {} };

/** Opens the stores of servers that have ended, and reads everything. */
export async function inspect(
	world: World,
	owners: ReadonlyMap<TakeId, BrowserId>,
	callbacks: readonly AcknowledgedCallback[],
): Promise<Inspection> {
	const house = await openHouse(world.env, world.clock, SILENT);
	try {
		const takes = new Map<TakeId, InspectedTake>();
		for (const browserId of new Set(owners.values())) {
			for (const take of [
				...(await house.doors.takes.list(browserId)),
				...(await house.doors.takes.listLeft(browserId)),
			])
				takes.set(take.id, await readTake(house.doors, take));
		}
		const receipts = new Map<TakeId, Receipt>();
		for (const [id, browserId] of owners) {
			const receipt = takes.get(id)?.receipt ?? (await house.doors.receipts.find(browserId, id));
			if (receipt) receipts.set(id, receipt);
		}
		return {
			atMs: world.clock.nowMs(),
			takes,
			receipts,
			lostCallbacks: await findLostCallbacks(house.doors, callbacks),
		};
	} finally {
		await house.close();
	}
}

async function readTake(doors: Doors, take: Take): Promise<InspectedTake> {
	const dispatch = await doors.queue.findDispatch(take.id);
	const stored = take.state.kind === "ready" ? await hashFilm(doors, take.state.media.mediaId) : null;
	return {
		take,
		remoteId: dispatch?.answer?.remoteId ?? null,
		receipt: await doors.receipts.find(take.browserId, take.id),
		storedSha256: stored,
	};
}

async function hashFilm({ media }: Doors, id: MediaId): Promise<string | null> {
	const bytes = await media.read(`film/${id}`, null);
	if (!bytes) return null;
	const hash = createHash("sha256");
	for await (const chunk of bytes) hash.update(chunk);
	return hash.digest("hex");
}

/** Each is delivered once more, at its own time: a store that has it says so. */
async function findLostCallbacks(doors: Doors, callbacks: readonly AcknowledgedCallback[]): Promise<string[]> {
	const lost: string[] = [];
	for (const { atMs, gateway, token, headers, bodyBase64 } of callbacks) {
		const clock = new ScaledClock({ realMs: Date.now(), thenMs: atMs, speed: 1, skippedMs: 0 });
		let outcome: HintOutcome | null = null;
		const queue: Pick<Doors["queue"], "hint"> = {
			hint: async (hint) => {
				outcome = await doors.queue.hint(hint);
				return outcome;
			},
		};
		const body = Buffer.from(bodyBase64, "base64");
		const limiter: Doors["limiter"] = { take: async () => ({ kind: "allowed", left: 1 }) };
		const again = { ...doors, clock, limiter, queue: { ...doors.queue, ...queue } };
		const reception = await receiveCallback(again, { gateway, token, address: "192.0.2.1", headers, body });
		if (kindOf(outcome) !== "seen-before") lost.push(`A callback of ${gateway} is not there: ${reception}.`);
	}
	return lost;
}

function kindOf(outcome: HintOutcome | null): HintOutcome["kind"] | null {
	return outcome === null ? null : outcome.kind;
}
