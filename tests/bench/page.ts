import { setTimeout as wait } from "node:timers/promises";
import type { Browser, Page } from "@playwright/test";
import { draftOf, orderOf } from "../chaos/orders";
import { launchEmulators } from "../support/emulators/launch-emulators";
import { overRounds } from "./figures";
import { type Figure, showFigures } from "./goals";
import { launchBrowser, openPage } from "./history-page";
import { median } from "./measure-process";
import { PAGE_BUDGET } from "./page-budget";
import { weighPage } from "./page-weight";
import { readStream } from "./read-stream";
import { newPerson, type Served, serve, takeIdIn } from "./served";
import { type Keystroke, measureTyping } from "./typing";

/** The screen as people feel it: its weight, its first picture, a keystroke, and each button's answer. */
const ROUNDS = Number(process.argv[2] ?? 5);
const TAKES = 20;
const ACTIONS_PER_ROUND = 20;
const PROMPT = "A woman in a red coat walks along the pier at dusk; the camera follows her. "
	.repeat(40)
	.slice(0, 2_500);
/** A cheap phone on a slow line. */
const SLOW_LINE = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 90_000 };
const SLOW_PROCESSOR = 4;
const FRAME_MS = 16.7;
/** Next and React by themselves, and the query client: a page with one button weighs as much. */
const FRAMEWORK_KB = 133;
const QUERY_KB = 10;

const emulators = await launchEmulators();
const served = await serve("embedded", { ...emulators.env, KLING_API_KEY: "nobody's key" });
const person = newPerson();
const takeIds: string[] = [];
for (let count = 0; count < TAKES; count += 1) {
	const composition = { mode: "one-shot", prose: { text: PROMPT, seconds: 5 }, shelvedShots: null } as const;
	const order = orderOf("kling", { ...draftOf(count), composition });
	takeIds.push(takeIdIn(await served.act("submitTake", [order], person.cookie)));
}
while ((await emulators.gateways.kling.requests()).length < TAKES) await wait(100);

const weight = await weighPage(served.origin, "/");
const kilobytes = (bytes: number) => bytes / 1_000;
const browser = await launchBrowser();
showFigures(`the page with ${TAKES} takes and a prompt of ${PROMPT.length} characters, ${ROUNDS} rounds, medians`, [
	{
		what: "scripts, gzipped",
		measured: kilobytes(weight.scripts),
		unit: "kB",
		floor: FRAMEWORK_KB,
		goal: FRAMEWORK_KB + QUERY_KB,
	},
	{ what: "styles, gzipped", measured: kilobytes(weight.styles), unit: "kB", goal: PAGE_BUDGET.styles / 1_000 },
	{ what: "fonts", measured: kilobytes(weight.fonts), unit: "kB", goal: PAGE_BUDGET.fonts / 1_000 },
	{ what: "empty page, gzipped", measured: kilobytes(weight.html), unit: "kB", goal: PAGE_BUDGET.html / 1_000 },
	...(await messageSizes()),
	...(await actionTimes()),
	...(browser ? await inBrowser(browser) : []),
]);
console.log(weight.heaviest.map(({ path, bytes }) => `${oneKilobyte(bytes)} ${path.split("/").at(-1)}`).join("\n"));
if (!browser) console.log("No Chromium here: neither the first picture nor a keystroke was measured.");
await browser?.close();
await served.close();
await emulators.close();
process.exit(0);

function oneKilobyte(bytes: number): string {
	return `${kilobytes(bytes).toFixed(1)} kB`.padStart(10);
}

/** What the stream says when it is opened, and about one change. */
async function messageSizes(): Promise<readonly Figure[]> {
	const name = "one change";
	let whole = "";
	let change = "";
	let isNamed = false;
	const reading = readStream(
		served,
		person.cookie,
		({ text }) => {
			if (isNamed) change += text;
			else whole += text;
		},
		() => change.includes(name),
	);
	while (!takeIds.every((id) => whole.includes(id))) await wait(20);
	isNamed = true;
	await served.act("renameTake", [{ takeId: takeIds[0], name }], person.cookie);
	await reading;
	return [
		{ what: "stream: everything", measured: kilobytes(Buffer.byteLength(whole)), unit: "kB" },
		{ what: "stream: one change", measured: kilobytes(Buffer.byteLength(change)), unit: "kB" },
	];
}

/** Each as often as a round asks, one after the other, as a browser sends them. */
async function actionTimes(): Promise<readonly Figure[]> {
	const wishes: Readonly<Record<string, (count: number) => Parameters<Served["act"]>>> = {
		submitTake: (count) => ["submitTake", [orderOf("kling", draftOf(count))], newPerson().cookie],
		renameTake: (count) => ["renameTake", [{ takeId: takeIds[0], name: `name ${count}` }], person.cookie],
		keepTake: (count) => ["keepTake", [{ takeId: takeIds[1], keep: count % 2 === 0 }], person.cookie],
	};
	const figures: Figure[] = [];
	for (const [name, wish] of Object.entries(wishes)) {
		const rounds: number[][] = [];
		for (let round = 0; round <= ROUNDS; round += 1) {
			const took: number[] = [];
			for (let count = 0; count < ACTIONS_PER_ROUND; count += 1) {
				const startedAtMs = performance.now();
				await served.act(...wish(count));
				took.push(performance.now() - startedAtMs);
			}
			if (round > 0) rounds.push(took);
		}
		figures.push({ what: `${name} p95`, measured: overRounds(rounds, 0.95), unit: "ms", goal: 300 });
	}
	return figures;
}

async function inBrowser(within: Browser): Promise<readonly Figure[]> {
	const first: { pictureMs: number; awakeMs: number; longestTaskMs: number }[] = [];
	const keystrokes: Keystroke[] = [];
	for (let round = 0; round < ROUNDS; round += 1) {
		first.push(await firstVisit(within));
		const page = await openPage(within, served, person.cookie);
		await page.getByRole("textbox", { name: "Prompt", exact: true }).fill(PROMPT.slice(0, 2_450));
		await measureTyping(page);
		keystrokes.push(await measureTyping(page));
		await page.context().close();
	}
	const over = (pick: (cost: Keystroke) => number) => median(keystrokes.map(pick));
	return [
		{ what: "slow phone: largest picture", measured: median(first.map(({ pictureMs }) => pictureMs)), unit: "ms" },
		{ what: "slow phone: awake", measured: median(first.map(({ awakeMs }) => awakeMs)), unit: "ms" },
		{ what: "slow phone: longest task", measured: median(first.map(({ longestTaskMs }) => longestTaskMs)), unit: "ms" },
		{ what: "keystroke", measured: over(({ totalMs }) => totalMs), unit: "ms of processor", goal: FRAME_MS },
		{ what: "keystroke: scripts", measured: over(({ scriptMs }) => scriptMs), unit: "ms of processor" },
		{ what: "keystroke: style and layout", measured: over(({ layoutMs }) => layoutMs), unit: "ms of processor" },
	];
}

async function firstVisit(within: Browser) {
	const context = await within.newContext();
	const page: Page = await context.newPage();
	const session = await context.newCDPSession(page);
	await session.send("Network.enable");
	await session.send("Network.emulateNetworkConditions", SLOW_LINE);
	await session.send("Emulation.setCPUThrottlingRate", { rate: SLOW_PROCESSOR });
	await page.addInitScript(() => {
		const seen = { pictureMs: 0, longestTaskMs: 0 };
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries()) seen.pictureMs = entry.startTime;
		}).observe({ type: "largest-contentful-paint", buffered: true });
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries()) seen.longestTaskMs = Math.max(seen.longestTaskMs, entry.duration);
		}).observe({ type: "longtask", buffered: true });
		Object.assign(window, { seenFirst: seen });
	});
	await page.goto(served.origin);
	await page.waitForFunction(() =>
		Object.keys(document.querySelector("textarea") ?? {}).some((key) => key.startsWith("__react")),
	);
	const awakeMs = await page.evaluate(() => performance.now());
	const { pictureMs, longestTaskMs } = await page.evaluate(() => Reflect.get(window, "seenFirst"));
	await context.close();
	return { pictureMs: Number(pictureMs), awakeMs, longestTaskMs: Number(longestTaskMs) };
}
