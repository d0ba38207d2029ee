import { setTimeout as wait } from "node:timers/promises";
import { draftOf, orderOf } from "../chaos/orders";
import { launchEmulators } from "../support/emulators/launch-emulators";
import { hasPostgres } from "../support/postgres";
import { overRounds, percentile } from "./figures";
import { type Figure, showFigures } from "./goals";
import { cpuSeconds } from "./inspect";
import { median } from "./measure-process";
import { newPerson, type Served, type StorageKind, serve, takeIdIn } from "./served";
import { Tap } from "./tap";

/** From the moment a click's request leaves its page to the first byte of the paid request at the gateway, at 20 a second. */
const ROUNDS = Number(process.argv[2] ?? 5);
const PER_ROUND = 100;
const EVERY_MS = 50;
const PER_BROWSER = 10;

const emulators = await launchEmulators({ durations: { queuedMs: 0, renderingMs: 1_000 } });
const { evolink } = emulators.gateways;
// Each take ends at its first look: films must not be fetched, nor the takes of one round looked at during the next.
await evolink.addFault({ operation: "submit", fault: { kind: "task-fails" } });
const { address } = evolink;
const tap = new Tap(new URL(address.baseUrl));
const baseUrl = await tap.listen();
let clicks = 0;

type Send = (number: number) => Promise<unknown>;

interface Round {
	readonly firstByte: readonly number[];
	readonly answered: readonly number[];
	/** The server's processor time for each, looks and records afterwards included: a busy machine does not change that. */
	readonly cpuMs: number;
}

async function playRound(served: Served, send: Send): Promise<Round> {
	const cpuBefore = cpuSeconds(served.pid);
	const sent = new Map<number, number>();
	const answered: number[] = [];
	const answers: Promise<unknown>[] = [];
	for (let count = 0; count < PER_ROUND; count += 1) {
		clicks += 1;
		const number = clicks;
		const startedAtMs = performance.now();
		sent.set(number, startedAtMs);
		answers.push(send(number).then(() => answered.push(performance.now() - startedAtMs)));
		await wait(EVERY_MS);
	}
	await Promise.all(answers);
	const patientUntilMs = performance.now() + 120_000;
	while ([...sent.keys()].some((number) => !tap.firstByteMs.has(number))) {
		if (performance.now() > patientUntilMs) throw new Error("A paid request never arrived at the gateway.");
		await wait(20);
	}
	const cpuMs = ((cpuSeconds(served.pid) - cpuBefore) * 1_000) / PER_ROUND;
	const firstByte = [...sent].map(([number, atMs]) => (tap.firstByteMs.get(number) ?? Number.NaN) - atMs);
	return { firstByte, answered, cpuMs };
}

/** The least a durable proxy could do: an action of the same server that commits once, then the bare request. */
async function makeFloor(served: Served): Promise<Send> {
	const person = newPerson();
	const takeId = takeIdIn(await served.act("submitTake", [orderOf("evolink", draftOf(0))], person.cookie));
	return async (number) => {
		await served.act("renameTake", [{ takeId, name: `Take ${number}` }], person.cookie);
		const body = JSON.stringify({ model: "kling-v3-turbo", prompt: `A kite, click-${number}.` });
		const headers = { authorization: "Bearer nobody", "content-type": "application/json", connection: "close" };
		await (await fetch(`${baseUrl}/v1/videos/generations`, { method: "POST", headers, body })).arrayBuffer();
	};
}

function makeClick(served: Served): Send {
	let person = newPerson();
	return (number) => {
		if (number % PER_BROWSER === 0) person = newPerson();
		return served.act("submitTake", [orderOf("evolink", draftOf(number))], person.cookie);
	};
}

async function measure(storage: StorageKind): Promise<readonly Figure[]> {
	const served = await serve(storage, { ...emulators.env, EVOLINK_BASE_URL: baseUrl });
	const [floor, click] = [await makeFloor(served), makeClick(served)];
	const rounds: { floor: Round; product: Round }[] = [];
	for (let count = 0; count <= ROUNDS; count += 1) {
		const played = { floor: await playRound(served, floor), product: await playRound(served, click) };
		// The first warms everything up.
		if (count > 0) rounds.push(played);
	}
	await served.close();
	const over = (pick: (round: (typeof rounds)[number]) => readonly number[], share: number) =>
		overRounds(rounds.map(pick), share);
	const firstByte = (share: number) => ({
		measured: over(({ product }) => product.firstByte, share),
		floor: over((round) => round.floor.firstByte, share),
		unit: "ms",
	});
	const ours = (share: number) => {
		const added = rounds.map(
			({ product, floor: least }) => percentile(product.firstByte, share) - percentile(least.firstByte, share),
		);
		return { measured: median(added), unit: "ms" };
	};
	return [
		{ what: `${storage}: ours p50`, ...ours(0.5), goal: 5 },
		{ what: `${storage}: ours p99`, ...ours(0.99), goal: 25 },
		{ what: `${storage}: click to first byte p50`, ...firstByte(0.5) },
		{ what: `${storage}: click to first byte p99`, ...firstByte(0.99) },
		{
			what: `${storage}: processor for each`,
			measured: median(rounds.map(({ product }) => product.cpuMs)),
			floor: median(rounds.map((round) => round.floor.cpuMs)),
			unit: "ms",
		},
		{ what: `${storage}: answered p50`, measured: over(({ product }) => product.answered, 0.5), unit: "ms" },
	];
}

const figures = [...(await measure("embedded")), ...(hasPostgres() ? await measure("postgres") : [])];
showFigures(
	`${ROUNDS} rounds of ${PER_ROUND} clicks at ${1_000 / EVERY_MS} a second, medians; the floor is an action with one commit, then a bare request`,
	figures,
);
tap.close();
await emulators.close();
process.exit(0);
