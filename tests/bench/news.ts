import { createServer } from "node:http";
import { buffer } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import type { BrowserId, TakeId } from "@/lib/domain/ids";
import type { Doors } from "@/lib/services/doors";
import { OpenWatches } from "@/lib/services/open-watches";
import { receiveCallback } from "@/lib/services/receive-callback";
import { submitTake } from "@/lib/services/submit-take";
import { draftOf, newBrowser, orderOf } from "../chaos/orders";
import { launchEmulators } from "../support/emulators/launch-emulators";
import { oneDecimal, overRounds } from "./figures";
import { openBench } from "./open-bench";

/** From the moment a film is done at the gateway to the moment the open page knows, by callbacks and by looking alone. */
const ROUNDS = Number(process.argv[2] ?? 5);
const PER_ROUND = 40;
const EVERY_MS = 200;
const QUEUED_MS = 300;
/** Learned before, so that looking is as clever as it is after a day's use. */
const SAMPLES = 40;

interface Way {
	readonly renderingMs: number;
	readonly publicUrl: string | null;
}

const BY_CALLBACK: Way = { renderingMs: 1_500, publicUrl: "https://storyreel.example" };
const BY_LOOKING: Way = { renderingMs: 20_000, publicUrl: null };

let clicks = 0;

async function measure({ renderingMs, publicUrl }: Way): Promise<readonly number[][]> {
	let hear: Doors | null = null;
	const server = createServer(async (request, response) => {
		const [, , , gateway = "", token = ""] = (request.url ?? "").split("/");
		const body = await buffer(request);
		const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
		const reception = hear && (await receiveCallback(hear, { gateway, token, address: "192.0.2.1", headers, body }));
		response.writeHead(reception === "noted" ? 204 : 404).end();
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("The receiver has no port.");
	const emulators = await launchEmulators({
		durations: { queuedMs: QUEUED_MS, renderingMs },
		deliverCallbacksTo: `http://127.0.0.1:${address.port}`,
	});
	const files = new URL(emulators.gateways.kling.address.filesBaseUrl).host;
	const env = { ...emulators.env, EGRESS_ALLOW: files, ...(publicUrl ? { PUBLIC_URL: publicUrl } : {}) };
	const bench = await openBench("embedded", env);
	hear = bench.doors;
	await learn(bench.doors, QUEUED_MS + renderingMs);
	const rounds: number[][] = [];
	for (let count = 0; count < ROUNDS; count += 1) {
		const known = await playRound(bench.doors);
		const { submits } = await emulators.gateways.kling.ledger();
		rounds.push(
			submits.slice(-PER_ROUND).map((entry) => {
				const number = Number(/click-(\d+)\./.exec(Buffer.from(entry.bodyBase64, "base64").toString())?.[1]);
				return (known.get(number) ?? Number.NaN) - (entry.atMs + QUEUED_MS + renderingMs);
			}),
		);
	}
	await bench.close();
	await emulators.close();
	server.close();
	return rounds;
}

async function learn({ learnedTimes, clock }: Doors, aroundMs: number): Promise<void> {
	for (let sample = 0; sample < SAMPLES; sample += 1) {
		const tookMs = Math.round(aroundMs * (0.8 + (0.4 * sample) / SAMPLES));
		await learnedTimes.add({ gateway: "kling", resolution: "720p", seconds: 5 }, tookMs, clock.nowMs());
	}
}

/** When each click's film was first known to be there, by the machine's time. */
async function playRound(doors: Doors): Promise<ReadonlyMap<number, number>> {
	const known = new Map<number, number>();
	const numbers = new Map<TakeId, number>();
	const browsers = Array.from({ length: 4 }, newBrowser);
	const watches = new OpenWatches();
	const isDone = () => known.size === PER_ROUND;
	const following = browsers.map((id) => follow(doors, watches, id, numbers, known, isDone));
	for (let count = 0; count < PER_ROUND; count += 1) {
		clicks += 1;
		const browserId = browsers[count % browsers.length] ?? newBrowser();
		const answer = await submitTake(doors, browserId, orderOf("kling", draftOf(clicks)));
		if (!answer.ok) throw new Error(answer.problem.sentence);
		numbers.set(answer.value.take.id, clicks);
		await wait(EVERY_MS);
	}
	while (!isDone()) await wait(20);
	await Promise.all(following);
	return known;
}

async function follow(
	doors: Doors,
	watches: OpenWatches,
	browserId: BrowserId,
	numbers: ReadonlyMap<TakeId, number>,
	known: Map<number, number>,
	isDone: () => boolean,
): Promise<void> {
	let cursor: number | null = null;
	while (!isDone()) {
		for await (const news of watches.open(doors, browserId, cursor)) {
			cursor = news.cursor;
			if (news.kind === "heartbeat" || isDone()) continue;
			for (const { id, state } of news.takes) {
				const number = numbers.get(id);
				if (number === undefined || known.has(number)) continue;
				if (state.kind === "saving" || state.kind === "ready") known.set(number, Date.now());
			}
		}
	}
}

function row(rounds: readonly number[][]) {
	return {
		"p50 ms": oneDecimal(overRounds(rounds, 0.5)),
		"p95 ms": oneDecimal(overRounds(rounds, 0.95)),
	};
}

console.log(`${ROUNDS} rounds of ${PER_ROUND} films, medians`);
console.table({ "by callback": row(await measure(BY_CALLBACK)), "by looking": row(await measure(BY_LOOKING)) });
process.exit(0);
