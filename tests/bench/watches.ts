import { setTimeout as wait } from "node:timers/promises";
import { draftOf, orderOf } from "../chaos/orders";
import { findFreePort } from "../chaos/slot";
import { launchEmulators } from "../support/emulators/launch-emulators";
import { hasPostgres } from "../support/postgres";
import { overRounds } from "./figures";
import { type Figure, showFigures } from "./goals";
import { cpuSeconds, Inspected } from "./inspect";
import { median } from "./measure-process";
import { nowMs, type Read, readStream } from "./read-stream";
import { newPerson, type Served, type StorageKind, serve, takeIdIn } from "./served";

/** A thousand open pages at one server: what each costs, and how soon each learns of a change of its own. */
const WATCHES = 1_000;
const ROUNDS = Number(process.argv[2] ?? 5);
const EVENTS = 40;
const EVERY_MS = 50;
const AT_ONCE = 20;
/** A page opens its stream again after 20 s, so each part covers two turns of all of them. */
const IDLE_MS = 40_000;

interface Page {
	readonly cookie: string;
	readonly takeId: string;
}

async function measure(storage: StorageKind): Promise<readonly Figure[]> {
	const emulators = await launchEmulators();
	const port = await findFreePort();
	const served = await serve(
		storage,
		{ ...emulators.env, KLING_API_KEY: "nobody's key" },
		{ nodeArgs: [`--inspect=127.0.0.1:${port}`] },
	);
	const inspected = await Inspected.attach(port, served.pid);
	const pages = await inTurns(WATCHES, () => makePage(served));
	while ((await emulators.gateways.kling.requests()).length < WATCHES) await wait(500);
	const bareBytes = await settledBytes(inspected);

	const room = { isOver: false, bytes: 0, messages: 0, heard: new Map<string, number>() };
	const following = pages.map(({ cookie }) => follow(served, cookie, room));
	while (room.messages < WATCHES) await wait(50);
	const openBytes = (await settledBytes(inspected)) - bareBytes;

	const [cpuBefore, startedAtMs] = [cpuSeconds(served.pid), nowMs()];
	await wait(IDLE_MS);
	const idleCpu = (cpuSeconds(served.pid) - cpuBefore) / ((nowMs() - startedAtMs) / 1_000);

	const rounds: number[][] = [];
	for (let round = 0; round < ROUNDS; round += 1) rounds.push(await nameTakes(served, pages, room.heard, round));
	room.isOver = true;
	const read = await Promise.all(following);
	inspected.close();
	await served.close();
	await emulators.close();
	return [
		{ what: `${storage}: memory of each`, measured: openBytes / WATCHES / 1_000, unit: "kB", goal: 100 },
		{ what: `${storage}: event p50`, measured: overRounds(rounds, 0.5), unit: "ms" },
		{ what: `${storage}: event p99`, measured: overRounds(rounds, 0.99), unit: "ms", goal: 250 },
		{ what: `${storage}: processor while nothing happens`, measured: idleCpu * 100, unit: "% of a core", goal: 50 },
		{ what: `${storage}: openings of each`, measured: median(read.map(({ openings }) => openings)), unit: "" },
		{ what: `${storage}: lines that broke`, measured: sum(read.map(({ cuts }) => cuts)), unit: "", goal: 0 },
	];
}

function sum(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0);
}

/** A take of its own that the gateway refuses, so that nothing but the streams goes on. */
async function makePage(served: Served): Promise<Page> {
	const { cookie } = newPerson();
	const order = orderOf("kling", draftOf(0));
	return { cookie, takeId: takeIdIn(await served.act("submitTake", [order], cookie)) };
}

async function inTurns<Value>(count: number, make: () => Promise<Value>): Promise<readonly Value[]> {
	const made: Value[] = [];
	const one = async () => {
		while (made.length < count) made.push(await make());
	};
	await Promise.all(Array.from({ length: AT_ONCE }, one));
	return made.slice(0, count);
}

async function settledBytes(inspected: Inspected): Promise<number> {
	const readings: number[] = [];
	for (let turn = 0; turn < 3; turn += 1) {
		await inspected.collectGarbage();
		await wait(500);
		readings.push(inspected.residentBytes());
	}
	return Math.min(...readings);
}

interface Room {
	isOver: boolean;
	messages: number;
	readonly heard: Map<string, number>;
}

const NAMED = /"name":"(name \d+ \d+)"/g;

function follow(served: Served, cookie: string, room: Room): Promise<Read> {
	let isFirst = true;
	const hear = ({ atMs, text }: { atMs: number; text: string }) => {
		if (isFirst) room.messages += 1;
		isFirst = false;
		for (const [, name = ""] of text.matchAll(NAMED)) if (!room.heard.has(name)) room.heard.set(name, atMs);
	};
	return readStream(served, cookie, hear, () => room.isOver);
}

async function nameTakes(
	served: Served,
	pages: readonly Page[],
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
	while ([...sentAtMs.keys()].some((name) => !heard.has(name)) && nowMs() < endsAtMs) await wait(20);
	return [...sentAtMs].map(([name, atMs]) => (heard.get(name) ?? Number.NaN) - atMs);
}

const figures = [...(await measure("embedded")), ...(hasPostgres() ? await measure("postgres") : [])];
showFigures(`${WATCHES} open watches, ${ROUNDS} rounds of ${EVENTS} changes, medians`, figures);
process.exit(0);
