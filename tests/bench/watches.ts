import { setTimeout as wait } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { BrowserId, TakeId } from "@/lib/domain/ids";
import type { Doors } from "@/lib/services/doors";
import { OpenWatches } from "@/lib/services/open-watches";
import { submitTake } from "@/lib/services/submit-take";
import { draftOf, newBrowser, orderOf } from "../chaos/orders";
import { launchEmulators } from "../support/emulators/launch-emulators";
import { hasPostgres } from "../support/postgres";
import { oneDecimal, overRounds } from "./figures";
import { median } from "./measure-process";
import { openBench } from "./open-bench";

/** A thousand open pages in one process: what each holds in memory, and how soon each learns of a change of its own. */
const WATCHES = 1_000;
const ROUNDS = Number(process.argv[2] ?? 5);
const EVENTS = 200;
const EVERY_MS = 10;

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

interface Page {
	readonly browserId: BrowserId;
	readonly takeId: TakeId;
}

function usedBytes(): number {
	collectGarbage();
	const { heapUsed, external } = process.memoryUsage();
	return heapUsed + external;
}

async function measure(storage: "embedded" | "postgres") {
	const emulators = await launchEmulators({ durations: { queuedMs: 1_000, renderingMs: 3_600_000 } });
	const bench = await openBench(storage, emulators.env);
	const pages: Page[] = [];
	for (let count = 0; count < WATCHES; count += 1) {
		const browserId = newBrowser();
		const answer = await submitTake(bench.doors, browserId, orderOf("kling", draftOf(count)));
		if (!answer.ok) throw new Error(answer.problem.sentence);
		pages.push({ browserId, takeId: answer.value.take.id });
	}
	while ((await emulators.gateways.kling.ledger()).totals.charges < WATCHES) await wait(500);

	const before = usedBytes();
	const room = { isOver: false, changedAtMs: new Map<string, number>(), waits: [] as number[], heard: 0 };
	const watches = new OpenWatches();
	const following = pages.map((page) => follow(bench.doors, watches, page, room));
	while (room.heard < WATCHES) await wait(50);
	const bytesEach = (usedBytes() - before) / WATCHES;

	const rounds: number[][] = [];
	for (let round = 0; round < ROUNDS; round += 1) {
		room.waits = [];
		for (let event = 0; event < EVENTS; event += 1) {
			const page = pages[Math.floor(Math.random() * pages.length)];
			if (!page) continue;
			const name = `Named ${round} ${event}`;
			room.changedAtMs.set(name, performance.now());
			await bench.doors.takes.label(page.browserId, page.takeId, { name });
			await wait(EVERY_MS);
		}
		const untilMs = performance.now() + 3_000;
		while (room.waits.length < EVENTS && performance.now() < untilMs) await wait(20);
		rounds.push(room.waits);
	}
	room.isOver = true;
	bench.doors.hub.close();
	await Promise.all(following);
	await bench.close();
	await emulators.close();
	return {
		"kB each": oneDecimal(bytesEach / 1_000),
		"event p50 ms": oneDecimal(overRounds(rounds, 0.5)),
		"event p99 ms": oneDecimal(overRounds(rounds, 0.99)),
		// One that overtakes another is told once, with the newer name.
		"told of 100": Math.round((median(rounds.map(({ length }) => length)) / EVENTS) * 100),
	};
}

interface Room {
	isOver: boolean;
	readonly changedAtMs: Map<string, number>;
	waits: number[];
	heard: number;
}

async function follow(doors: Doors, watches: OpenWatches, { browserId, takeId }: Page, room: Room): Promise<void> {
	let cursor: number | null = null;
	while (!room.isOver) {
		for await (const news of watches.open(doors, browserId, cursor)) {
			if (cursor === null) room.heard += 1;
			cursor = news.cursor;
			if (news.kind !== "changes") continue;
			const name = news.takes.find(({ id }) => id === takeId)?.labels.name ?? "";
			const atMs = room.changedAtMs.get(name);
			if (atMs !== undefined) room.waits.push(performance.now() - atMs);
			room.changedAtMs.delete(name);
		}
	}
}

const embedded = await measure("embedded");
const postgres = hasPostgres() ? await measure("postgres") : null;
console.log(`${WATCHES} open watches, ${ROUNDS} rounds of ${EVENTS} changes, medians`);
console.table({ embedded, ...(postgres ? { PostgreSQL: postgres } : {}) });
process.exit(0);
