import { setTimeout as wait } from "node:timers/promises";
import { findFreePort } from "../chaos/slot";
import { hasPostgres } from "../support/postgres";
import { startBare } from "./bare";
import { BareStreams } from "./bare-streams";
import { overRounds } from "./figures";
import { type Figure, showFigures } from "./goals";
import { cpuSeconds, Inspected } from "./inspect";
import { median } from "./measure-process";
import { nowMs, type Read, readStream } from "./read-stream";
import { type SeededPage, seedTakes } from "./seed-takes";
import { type Served, type StorageKind, serve } from "./served";

/** A thousand open pages at one server: what each costs, and how soon each learns of a change of its own. */
const WATCHES = 1_000;
const ROUNDS = Number(process.argv[2] ?? 5);
const EVENTS = 40;
const EVERY_MS = 50;
/** A page opens its stream again after 20 s, and a thousand people come when they come: spread over one such turn. */
const TURN_MS = 20_000;
const AT_ONCE = 20;
const PATIENCE_MS = 120_000;
/** Open before the rest is measured, which thus is not charged with what the first ones load. */
const FIRST = 200;

interface Part {
	readonly memoryBytes: number;
	readonly idleCpu: number;
	readonly rounds: readonly (readonly number[])[];
	readonly read: readonly Read[];
}

async function measure(storage: StorageKind, floor: Floor): Promise<Part> {
	const port = await findFreePort();
	const pages: SeededPage[] = [];
	const served = await serve(
		storage,
		{},
		{
			nodeArgs: [`--inspect=127.0.0.1:${port}`],
			async seed(place) {
				pages.push(...(await seedTakes(place, WATCHES)));
			},
		},
	);
	const inspected = await Inspected.attach(port, served.pid);
	const room: Room = { isOver: false, open: 0, heard: new Map() };
	const following: Promise<Read>[] = [];
	await openAll(served, pages.slice(0, FIRST), room, following);
	const firstBytes = await settledBytes(inspected);
	await openAll(served, pages.slice(FIRST), room, following);
	const memoryBytes = ((await settledBytes(inspected)) - firstBytes) / (WATCHES - FIRST);
	// Each of them opens its stream again once meanwhile.
	const idleCpu = (await cpuOf(served, () => wait(TURN_MS))) / (TURN_MS / 1_000);

	const rounds: number[][] = [];
	for (let round = 0; round < ROUNDS; round += 1) {
		rounds.push(await nameTakes(served, pages, room.heard, round));
		floor.rounds.push(await floor.tell(round));
	}
	room.isOver = true;
	const read = await Promise.all(following);
	inspected.close();
	await served.close();
	return { memoryBytes, idleCpu, rounds, read };
}

interface Floor {
	readonly memoryBytes: number;
	readonly rounds: number[][];
	tell(round: number): Promise<number[]>;
	close(): void;
}

/** As many lines to a server that does nothing else. */
async function openFloor(): Promise<Floor> {
	const port = await findFreePort();
	const bare = await startBare([`--inspect=127.0.0.1:${port}`]);
	const streams = new BareStreams(bare);
	const inspected = await Inspected.attach(port, bare.pid);
	await streams.open(FIRST);
	const before = await settledBytes(inspected);
	await streams.open(WATCHES);
	const memoryBytes = ((await settledBytes(inspected)) - before) / WATCHES;
	inspected.close();
	return {
		memoryBytes,
		rounds: [],
		async tell(round) {
			const told: Promise<number>[] = [];
			for (let event = 0; event < EVENTS; event += 1) {
				told.push(streams.tell((round * EVENTS + event) % WATCHES, `${round}-${event}-${nowMs()}`));
				await wait(EVERY_MS);
			}
			return Promise.all(told);
		},
		close() {
			streams.close();
			bare.close();
		},
	};
}

function showPart(storage: StorageKind, part: Part, floor: Floor): readonly Figure[] {
	const event = (share: number) => ({
		what: `${storage}: event p${share * 100}`,
		measured: overRounds(part.rounds, share),
		unit: "ms",
		floor: overRounds(floor.rounds, share),
	});
	const kilobytes = { measured: part.memoryBytes / 1_000, floor: floor.memoryBytes / 1_000, unit: "kB" };
	return [
		{ what: `${storage}: memory of each`, ...kilobytes, goal: 100 },
		event(0.5),
		{ ...event(0.99), goal: 250 },
		{
			what: `${storage}: processor while nothing happens`,
			measured: part.idleCpu * 100,
			unit: "% of a core",
			goal: 50,
		},
		{ what: `${storage}: openings of each`, measured: median(part.read.map(({ openings }) => openings)), unit: "" },
		{ what: `${storage}: lines that broke`, measured: sum(part.read.map(({ cuts }) => cuts)), unit: "", goal: 0 },
	];
}

function sum(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0);
}

async function cpuOf(served: Served, run: () => Promise<unknown>): Promise<number> {
	const before = cpuSeconds(served.pid);
	await run();
	return cpuSeconds(served.pid) - before;
}

interface Room {
	isOver: boolean;
	/** How many have heard their first message. */
	open: number;
	readonly heard: Map<string, number>;
}

/** No more at once than are answered: a machine that cannot keep up with fifty openings a second is not measured but said. */
async function openAll(served: Served, pages: readonly SeededPage[], room: Room, following: Promise<Read>[]) {
	const startedAtMs = nowMs();
	const isLate = () => nowMs() > startedAtMs + PATIENCE_MS;
	for (const [index, { cookie }] of pages.entries()) {
		following.push(follow(served, cookie, room));
		await wait(Math.max(0, startedAtMs + (index * TURN_MS) / WATCHES - nowMs()));
		while (room.open < following.length - AT_ONCE && !isLate()) await wait(5);
	}
	while (room.open < following.length && !isLate()) await wait(20);
	if (isLate()) throw new Error(`Only ${room.open} of ${WATCHES} watches could be opened in ${PATIENCE_MS / 1_000} s.`);
}

/** Read right after the garbage has gone: while pages open their streams again, half a second makes ten megabytes of it. */
async function settledBytes(inspected: Inspected): Promise<number> {
	const readings: number[] = [];
	for (let turn = 0; turn < 8; turn += 1) {
		await inspected.collectGarbage();
		await wait(50);
		readings.push(inspected.residentBytes());
	}
	return Math.min(...readings);
}

const NAMED = /"name":"(name \d+ \d+)"/g;

function follow(served: Served, cookie: string, room: Room): Promise<Read> {
	let isFirst = true;
	const hear = ({ atMs, text }: { atMs: number; text: string }) => {
		if (isFirst) room.open += 1;
		isFirst = false;
		for (const [, name = ""] of text.matchAll(NAMED)) if (!room.heard.has(name)) room.heard.set(name, atMs);
	};
	return readStream(served, cookie, hear, () => room.isOver);
}

async function nameTakes(
	served: Served,
	pages: readonly SeededPage[],
	heard: ReadonlyMap<string, number>,
	round: number,
): Promise<number[]> {
	const sentAtMs = new Map<string, number>();
	const answers: Promise<unknown>[] = [];
	for (let event = 0; event < EVENTS; event += 1) {
		// Each take once, so that no name overtakes another.
		const page = pages[(round * EVENTS + event) % pages.length];
		if (!page) break;
		const name = `name ${round} ${event}`;
		sentAtMs.set(name, nowMs());
		answers.push(served.act("renameTake", [{ takeId: page.takeId, name }], page.cookie));
		await wait(EVERY_MS);
	}
	await Promise.all(answers);
	const endsAtMs = nowMs() + 30_000;
	while ([...sentAtMs.keys()].some((name) => !heard.has(name)) && nowMs() < endsAtMs) await wait(5);
	return [...sentAtMs].map(([name, atMs]) => (heard.get(name) ?? Number.NaN) - atMs);
}

const floor = await openFloor();
const figures: Figure[] = [];
for (const storage of ["embedded", ...(hasPostgres() ? ["postgres" as const] : [])] as const) {
	floor.rounds.length = 0;
	figures.push(...showPart(storage, await measure(storage, floor), floor));
}
floor.close();
showFigures(
	`${WATCHES} open watches, ${ROUNDS} rounds of ${EVENTS} changes, medians; the floor is a bare server with as many open lines`,
	figures,
);
process.exit(0);
