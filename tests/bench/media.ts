import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { findFreePort } from "../chaos/slot";
import { makeTempDir, removeDir } from "../support/temp-dir";
import { startBare } from "./bare";
import { overRounds } from "./figures";
import { type Figure, showFigures } from "./goals";
import { Inspected } from "./inspect";
import { median } from "./measure-process";
import { startNginx } from "./nginx";
import { rawRead } from "./raw-read";
import { newPerson, serve } from "./served";
import { storeFilm } from "./stored-film";

/** A stored film by the product's media route, beside nginx with the very same file, turn by turn. */
const FILM_BYTES = 48_000_000;
const ROUNDS = Number(process.argv[2] ?? 5);
const AT_ONCE = 4;
const RANGE_BYTES = 262_144;
const RANGES = 500;
const SLOW_READERS = 50;
const SLOW_MS = 6_000;

const folder = makeTempDir();
const dataDir = join(folder, "data");
const person = newPerson();
const film = await storeFilm(person.browserId, FILM_BYTES, dataDir);
const port = await findFreePort();
const served = await serve(
	"embedded",
	{ TRUSTED_PROXY_HOPS: "1" },
	{ dataDir, nodeArgs: [`--inspect=127.0.0.1:${port}`] },
);
const route = new URL(`/api/media/${film.mediaId}`, served.origin);
const headers = { cookie: person.cookie };
const nginx = await startNginx(folder, film.path, { origin: served.origin, mediaDir: join(dataDir, "media") });
const bare = await startBare();
await proveSame(route);
const handedOn = nginx && new URL(route.pathname, nginx.front);
if (handedOn) await proveSame(handedOn);

interface Ranges {
	readonly perSecond: number;
	readonly firstByteMs: readonly number[];
}

/** One round, each side after the other, so that whatever else the machine does meets all of them. */
interface Round {
	readonly whole: { readonly route: number; readonly nginx: number; readonly handedOn: number };
	readonly ranges: { readonly route: Ranges; readonly bare: Ranges; readonly nginx: Ranges; readonly handedOn: Ranges };
}

const NOTHING: Ranges = { perSecond: Number.NaN, firstByteMs: [Number.NaN] };
const rounds: Round[] = [];
for (let round = 0; round <= ROUNDS; round += 1) {
	const played: Round = {
		whole: {
			route: await readWhole(route),
			nginx: nginx ? await readWhole(nginx.url) : Number.NaN,
			handedOn: handedOn ? await readWhole(handedOn) : Number.NaN,
		},
		ranges: {
			route: await readRanges(route),
			bare: await readRanges(new URL("/range", bare.origin)),
			nginx: nginx ? await readRanges(nginx.url) : NOTHING,
			handedOn: handedOn ? await readRanges(handedOn) : NOTHING,
		},
	};
	// The first warms everything up.
	if (round > 0) rounds.push(played);
}
const slow = await readSlowly();
showFigures(`a film of ${FILM_BYTES / 1_000_000} MB, ${ROUNDS} rounds, medians; the floor is nginx`, [
	...(nginx ? besideNginx() : alone()),
	{
		what: "ranges: ratio to a bare server of memory",
		measured: over(({ ranges }) => ranges.route.perSecond / ranges.bare.perSecond),
		unit: "",
	},
	{ what: `memory under ${SLOW_READERS} slow readers`, measured: slow, unit: "MB", goal: 100 },
]);
if (!nginx) console.log("nginx is not installed here, so there is nothing to hold the route against.");
nginx?.close();
bare.close();
await served.close();
removeDir(folder);
process.exit(0);

function over(pick: (round: Round) => number): number {
	return median(rounds.map(pick));
}

function alone(): readonly Figure[] {
	return [
		{ what: `whole film, ${AT_ONCE} at once`, measured: over(({ whole }) => whole.route), unit: "MB/s" },
		{
			what: `ranges of 256 kB, ${AT_ONCE} at once`,
			measured: over(({ ranges }) => ranges.route.perSecond),
			unit: "/s",
			floor: over(({ ranges }) => ranges.bare.perSecond),
		},
		firstByte(({ bare }) => bare),
	];
}

function besideNginx(): readonly Figure[] {
	const [whole, ranges] = alone();
	const ratio = (what: string, pick: (round: Round) => number, goal: number): Figure => ({
		what: `${what}: ratio to nginx`,
		measured: over(pick),
		unit: "",
		goal,
		goalIs: "at least",
	});
	return [
		...(whole ? [{ ...whole, floor: over((round) => round.whole.nginx) }] : []),
		ratio("whole film", (round) => round.whole.route / round.whole.nginx, 0.4),
		ratio("whole film handed on to nginx", (round) => round.whole.handedOn / round.whole.nginx, 0.9),
		...(ranges ? [{ ...ranges, floor: over((round) => round.ranges.nginx.perSecond) }] : []),
		ratio("ranges", (round) => round.ranges.route.perSecond / round.ranges.nginx.perSecond, 0.4),
		ratio("ranges handed on to nginx", (round) => round.ranges.handedOn.perSecond / round.ranges.nginx.perSecond, 0.4),
		firstByte(({ nginx }) => nginx),
	];
}

function firstByte(floor: (ranges: Round["ranges"]) => Ranges): Figure {
	const p50 = (pick: typeof floor) =>
		overRounds(
			rounds.map(({ ranges }) => pick(ranges).firstByteMs),
			0.5,
		);
	return {
		what: "first byte of a range p50",
		measured: p50(({ route }) => route),
		floor: p50(floor),
		unit: "ms",
		goal: 20,
	};
}

async function readWhole(url: URL): Promise<number> {
	const startedAtMs = performance.now();
	const whole = await Promise.all(Array.from({ length: AT_ONCE }, () => rawRead(url, headers)));
	if (whole.some(({ bodyBytes }) => bodyBytes < FILM_BYTES)) throw new Error(`${url} sent less than the film.`);
	return (AT_ONCE * FILM_BYTES) / 1_000 / (performance.now() - startedAtMs);
}

async function readRanges(url: URL): Promise<Ranges> {
	const firstByteMs: number[] = [];
	const startedAtMs = performance.now();
	const one = async () => {
		while (firstByteMs.length < RANGES) {
			const start = Math.floor(Math.random() * (FILM_BYTES - RANGE_BYTES));
			const range = `bytes=${start}-${start + RANGE_BYTES - 1}`;
			const read = await rawRead(url, { ...headers, range });
			if (read.bodyBytes < RANGE_BYTES) throw new Error(`${url} sent ${read.bodyBytes} bytes of ${range}.`);
			firstByteMs.push(read.firstByteMs);
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, one));
	return { perSecond: firstByteMs.length / ((performance.now() - startedAtMs) / 1_000), firstByteMs };
}

/** What people with a thin line cost who all watch at once. */
async function readSlowly(): Promise<number> {
	const inspected = await Inspected.attach(port, served.pid);
	await inspected.collectGarbage();
	await wait(500);
	const before = inspected.residentBytes();
	const stop = new AbortController();
	const readers = Array.from({ length: SLOW_READERS }, async () => {
		const response = await fetch(route, { headers, signal: stop.signal });
		const reader = response.body?.getReader();
		while (reader && !stop.signal.aborted) {
			await reader.read();
			await wait(200);
		}
	});
	const ending = Promise.allSettled(readers);
	let most = 0;
	for (const endsAtMs = performance.now() + SLOW_MS; performance.now() < endsAtMs; await wait(100)) {
		most = Math.max(most, inspected.residentBytes() - before);
	}
	stop.abort();
	await ending;
	inspected.close();
	return most / 1_000_000;
}

async function proveSame(url: URL): Promise<void> {
	const sent = await fetch(url, { headers });
	if (!sent.body) throw new Error(`${url} sent nothing.`);
	const [one, other] = [await buffer(sent.body), readFileSync(film.path)].map((bytes) =>
		createHash("sha256").update(bytes).digest("hex"),
	);
	if (one !== other) throw new Error(`${url} sent another film than the one that is stored.`);
}
