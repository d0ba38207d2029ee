import { setTimeout as wait } from "node:timers/promises";
import type { BrowserId } from "@/lib/domain/ids";
import { submitTake } from "@/lib/services/submit-take";
import { draftOf, newBrowser, orderOf } from "../chaos/orders";
import { launchEmulators } from "../support/emulators/launch-emulators";
import { hasPostgres } from "../support/postgres";
import { oneDecimal, overRounds } from "./figures";
import { openBench } from "./open-bench";
import { Tap } from "./tap";

/** From the moment a click reaches the service to the first byte of the paid request at the gateway, at 20 clicks a second. */
const ROUNDS = Number(process.argv[2] ?? 5);
const PER_ROUND = 200;
const EVERY_MS = 50;
const PER_BROWSER = 10;

const emulators = await launchEmulators({ durations: { queuedMs: 1_000, renderingMs: 600_000 } });
const { address } = emulators.gateways.evolink;
const tap = new Tap(new URL(address.baseUrl));
const baseUrl = await tap.listen();
let clicks = 0;

interface Measured {
	readonly firstByte: readonly number[];
	readonly answered: readonly number[];
}

/** `send` resolves when the person has their answer. */
async function round(send: (number: number) => Promise<unknown>): Promise<Measured> {
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
	while ([...sent.keys()].some((number) => !tap.firstByteMs.has(number))) await wait(20);
	const firstByte = [...sent].map(([number, atMs]) => (tap.firstByteMs.get(number) ?? Number.NaN) - atMs);
	return { firstByte, answered };
}

async function measure(send: (number: number) => Promise<unknown>): Promise<readonly Measured[]> {
	await round(send);
	const rounds: Measured[] = [];
	for (let count = 0; count < ROUNDS; count += 1) rounds.push(await round(send));
	return rounds;
}

/** The same request by the platform's own client, with nothing before it. */
async function post(number: number): Promise<void> {
	const body = JSON.stringify({ model: "kling-v3-turbo", prompt: `A kite, click-${number}.` });
	const headers = { authorization: "Bearer nobody", "content-type": "application/json", connection: "close" };
	await (await fetch(`${baseUrl}/v1/videos/generations`, { method: "POST", headers, body })).arrayBuffer();
}

async function measureProduct(storage: "embedded" | "postgres"): Promise<readonly Measured[]> {
	const bench = await openBench(storage, { ...emulators.env, EVOLINK_BASE_URL: baseUrl });
	let browserId: BrowserId = newBrowser();
	const rounds = await measure(async (number) => {
		if (number % PER_BROWSER === 0) browserId = newBrowser();
		const order = orderOf("evolink", draftOf(number));
		const answer = await submitTake(bench.doors, browserId, order);
		if (!answer.ok) throw new Error(answer.problem.sentence);
	});
	await bench.close();
	return rounds;
}

function row(rounds: readonly Measured[], floor: readonly Measured[]) {
	const first = rounds.map(({ firstByte }) => firstByte);
	const floorP50 = overRounds(
		floor.map(({ firstByte }) => firstByte),
		0.5,
	);
	return {
		"first byte p50 ms": oneDecimal(overRounds(first, 0.5)),
		"first byte p99 ms": oneDecimal(overRounds(first, 0.99)),
		"times the floor (p50)": oneDecimal(overRounds(first, 0.5) / floorP50),
		"answered p50 ms": oneDecimal(
			overRounds(
				rounds.map(({ answered }) => answered),
				0.5,
			),
		),
	};
}

const floor = await measure(post);
const embedded = await measureProduct("embedded");
const postgres = hasPostgres() ? await measureProduct("postgres") : null;
console.log(`${ROUNDS} rounds of ${PER_ROUND} clicks at ${1_000 / EVERY_MS} a second, medians`);
console.table({
	"floor: fetch alone": row(floor, floor),
	embedded: row(embedded, floor),
	...(postgres ? { PostgreSQL: row(postgres, floor) } : {}),
});
tap.close();
await emulators.close();
process.exit(0);
