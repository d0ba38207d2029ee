import { setTimeout as wait } from "node:timers/promises";
import type { Browser } from "@playwright/test";
import { openStorage } from "@/lib/storage/open-storage";
import { draftOf, orderOf } from "../chaos/orders";
import { findFreePort } from "../chaos/slot";
import { makeDataDir } from "../storage/support/embedded-dir";
import { type LaunchedEmulators, launchEmulators } from "../support/emulators/launch-emulators";
import { removeDir } from "../support/temp-dir";
import { overRounds } from "./figures";
import { showFigures } from "./goals";
import { launchBrowser, noteInHistory, openPage } from "./history-page";
import { nowMs, readStream } from "./read-stream";
import { newPerson, type Served, serve, takeIdIn } from "./served";

/** From the moment a film is done at the gateway to the moment the open page shows it, by callbacks and by looking alone. */
const ROUNDS = Number(process.argv[2] ?? 5);
const QUEUED_MS = 300;
/** Learned before, so that looking is as clever as it is after a day's use. */
const SAMPLES = 60;
const SPREAD = 0.5;

interface Way {
	readonly renderingMs: number;
	readonly publicUrl: string | null;
	readonly films: number;
	readonly everyMs: number;
	/** Rounds overlap, where a film takes its time. */
	readonly roundEveryMs: number;
}

const BY_CALLBACK: Way = {
	renderingMs: 1_500,
	publicUrl: "http://storyreel.example",
	films: 20,
	everyMs: 150,
	roundEveryMs: 8_000,
};
const BY_LOOKING: Way = { renderingMs: 75_000, publicUrl: null, films: 8, everyMs: 500, roundEveryMs: 8_000 };

interface Round {
	/** Done at the gateway → known. */
	readonly page: readonly number[];
	readonly reader: readonly number[];
	/** A name given elsewhere → known. */
	readonly namePage: readonly number[];
	readonly nameReader: readonly number[];
}

const browser = await launchBrowser();
let clicks = 0;

async function measure(way: Way): Promise<readonly Round[]> {
	const port = await findFreePort();
	const emulators = await launchEmulators({
		durations: { queuedMs: QUEUED_MS, renderingMs: way.renderingMs },
		deliverCallbacksTo: `http://127.0.0.1:${port}`,
	});
	const dataDir = await makeDataDir();
	await learn(dataDir, QUEUED_MS + way.renderingMs);
	const files = new URL(emulators.gateways.kling.address.filesBaseUrl).host;
	const env = { ...emulators.env, EGRESS_ALLOW: files, PORT: String(port) };
	const served = await serve("embedded", way.publicUrl ? { ...env, PUBLIC_URL: way.publicUrl } : env, { dataDir });
	const playing: Promise<Round>[] = [];
	for (let count = 0; count <= ROUNDS; count += 1) {
		playing.push(playRound(served, emulators, way));
		await wait(way.roundEveryMs);
	}
	// The first warms everything up.
	const [, ...rounds] = await Promise.all(playing);
	await served.close();
	await emulators.close();
	removeDir(dataDir);
	return rounds;
}

async function learn(dataDir: string, medianMs: number): Promise<void> {
	const throwProblem = (problem: unknown) => {
		throw problem;
	};
	const storage = await openStorage({ dataDir, databaseUrl: null, bucket: null, onProblem: throwProblem });
	for (let sample = 1; sample <= SAMPLES; sample += 1) {
		const share = sample / (SAMPLES + 1);
		// The logistic curve is near enough to the normal one.
		const deviations = Math.log(share / (1 - share)) / 1.702;
		const tookMs = Math.round(medianMs * Math.exp(SPREAD * deviations));
		await storage.learnedTimes.add({ gateway: "kling", resolution: "720p", seconds: 5 }, tookMs, Date.now());
	}
	await storage.close();
}

/** One person with one open page, and a plain reader of the same stream beside it. */
async function playRound(served: Served, { gateways }: LaunchedEmulators, way: Way): Promise<Round> {
	const { cookie } = newPerson();
	const opened = browser && (await open(browser, served, cookie));
	const known = new Map<string, number>();
	const named = new Map<string, number>();
	let isOver = false;
	const reading = readStream(
		served,
		cookie,
		({ atMs, text }) => {
			for (const [, number = ""] of text.matchAll(DONE)) if (!known.has(number)) known.set(number, atMs);
			for (const [, name = ""] of text.matchAll(NAMED)) if (!named.has(name)) named.set(name, atMs);
		},
		() => isOver,
	);
	const numbers = new Map<string, string>();
	for (let count = 0; count < way.films; count += 1) {
		clicks += 1;
		const number = String(clicks);
		const answer = await served.act("submitTake", [orderOf("kling", draftOf(clicks))], cookie);
		numbers.set(number, takeIdIn(answer));
		await wait(way.everyMs);
	}
	await until(way.renderingMs + 60_000, () => [...numbers.keys()].every((number) => known.has(number)));
	const { submits } = await gateways.kling.ledger();
	const doneAtMs = new Map(
		submits.map(({ bodyBase64, atMs }) => [
			/click-(\d+)\./.exec(Buffer.from(bodyBase64, "base64").toString())?.[1] ?? "",
			atMs + QUEUED_MS + way.renderingMs,
		]),
	);
	await opened?.knows([...numbers.keys()]);
	const sentAtMs = await giveNames(served, cookie, numbers, named);
	const onPage = await opened?.readKnown();
	const namedOnPage = await opened?.readNamed();
	isOver = true;
	await opened?.close();
	await served.act("renameTake", [{ takeId: [...numbers.values()][0], name: "over" }], cookie);
	await reading;
	return {
		page: onPage ? waits(doneAtMs, onPage, [...numbers.keys()]) : [],
		reader: waits(doneAtMs, known, [...numbers.keys()]),
		namePage: namedOnPage ? waits(sentAtMs, namedOnPage, [...sentAtMs.keys()]) : [],
		nameReader: waits(sentAtMs, named, [...sentAtMs.keys()]),
	};
}

const DONE = /click-(\d+)\.(?:(?!click-\d+\.)[\s\S])*?"state":\{"kind":"(?:saving|ready)"/g;
const NAMED = /"name":"(name-\d+)"/g;

const PAGE_PATIENCE_MS = 30_000;

async function open(within: Browser, served: Served, cookie: string) {
	const page = await openPage(within, served, cookie);
	const readKnown = await noteInHistory(page, /click-(\d+)\.[\s\S]*?(?:Saving|Ready)/);
	return {
		readKnown,
		/** A name takes the place of the words by which a line is known, so none is given before. */
		async knows(numbers: readonly string[]) {
			const endsAtMs = nowMs() + PAGE_PATIENCE_MS;
			for (let known = await readKnown(); !numbers.every((number) => known.has(number)); known = await readKnown()) {
				if (nowMs() > endsAtMs) return;
				await wait(100);
			}
		},
		readNamed: await noteInHistory(page, /(name-\d+)/),
		close: () => page.context().close(),
	};
}

/** A name given in another tab: the shortest way from an event to the page, a commit included. */
async function giveNames(
	served: Served,
	cookie: string,
	numbers: ReadonlyMap<string, string>,
	named: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<string, number>> {
	const sentAtMs = new Map<string, number>();
	for (const [number, takeId] of numbers) {
		const name = `name-${number}`;
		sentAtMs.set(name, nowMs());
		await served.act("renameTake", [{ takeId, name }], cookie);
		await wait(50);
	}
	await until(10_000, () => [...sentAtMs.keys()].every((name) => named.has(name)));
	await wait(1_000);
	return sentAtMs;
}

async function until(patienceMs: number, isSo: () => boolean): Promise<void> {
	const endsAtMs = nowMs() + patienceMs;
	while (!isSo() && nowMs() < endsAtMs) await wait(20);
}

/** What was never known keeps the figure from being a number, which is an error. */
function waits(from: ReadonlyMap<string, number>, to: ReadonlyMap<string, number>, keys: readonly string[]): number[] {
	return keys.map((key) => (to.get(key) ?? Number.NaN) - (from.get(key) ?? Number.NaN));
}

const called = await measure(BY_CALLBACK);
const looked = await measure(BY_LOOKING);
await browser?.close();
const figure = (what: string, rounds: readonly Round[], pick: (round: Round) => readonly number[], share: number) => ({
	what: `${what} p${share * 100}`,
	measured: overRounds(rounds.map(pick), share),
	unit: "ms",
});
const nameToReader = figure("name given → reader of the stream", called, ({ nameReader }) => nameReader, 0.95);
const floor = nameToReader.measured;
const looking = (share: number) => figure("looking → reader of the stream", looked, ({ reader }) => reader, share);
showFigures(
	`${ROUNDS} rounds, medians: ${BY_CALLBACK.films} films by callback, ${BY_LOOKING.films} of 75 s by looking; the floor is an action with one commit → a reader of the stream`,
	[
		{ ...figure("callback → reader of the stream", called, ({ reader }) => reader, 0.95), goal: 250, floor },
		{ ...looking(0.5), goal: 2_000 },
		looking(0.95),
		...(browser
			? [
					{ ...figure("callback → page", called, ({ page }) => page, 0.95), goal: 250, floor },
					{ ...figure("looking → page", looked, ({ page }) => page, 0.5), goal: 2_000 },
					{ ...figure("event → page, after a plain reader has it", called, behind, 0.95), goal: 100 },
					{ ...figure("name given → page", called, ({ namePage }) => namePage, 0.95), floor },
				]
			: []),
		nameToReader,
	],
);
if (!browser) console.log("No Chromium here: what a page shows was not measured.");
process.exit(0);

/** What the browser itself takes: React, the layout and its share of the machine. */
function behind({ namePage, nameReader }: Round): readonly number[] {
	return namePage.map((atMs, index) => atMs - (nameReader[index] ?? Number.NaN));
}
