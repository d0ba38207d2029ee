import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { findFreePort } from "../chaos/slot";
import { makeTempDir, removeDir } from "../support/temp-dir";
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
const RANGES = 200;
const SLOW_READERS = 50;
const SLOW_MS = 6_000;

const folder = makeTempDir();
const person = newPerson();
const film = await storeFilm(person.browserId, FILM_BYTES, join(folder, "data"));
const port = await findFreePort();
const served = await serve(
	"embedded",
	{},
	{ dataDir: join(folder, "data"), nodeArgs: [`--inspect=127.0.0.1:${port}`] },
);
const route = new URL(`/api/media/${film.mediaId}`, served.origin);
const headers = { cookie: person.cookie };
const nginx = await startNginx(folder, film.path);
await proveSame();

interface Speeds {
	readonly wholeMegabytes: number;
	readonly rangesPerSecond: number;
	readonly firstByteMs: readonly number[];
}

const sides = { route: [] as Speeds[], nginx: [] as Speeds[] };
for (let round = 0; round <= ROUNDS; round += 1) {
	const played = { route: await playRound(route), nginx: nginx && (await playRound(nginx.url)) };
	// The first warms everything up.
	if (round === 0) continue;
	sides.route.push(played.route);
	if (played.nginx) sides.nginx.push(played.nginx);
}
const slow = await readSlowly();
showFigures(`a film of ${FILM_BYTES / 1_000_000} MB, ${ROUNDS} rounds, medians; the floor is nginx`, [
	...compare(),
	{ what: `memory under ${SLOW_READERS} slow readers`, measured: slow, unit: "MB", goal: 100 },
]);
if (!nginx) console.log("nginx is not installed here, so there is nothing to hold the route against.");
nginx?.close();
await served.close();
removeDir(folder);
process.exit(0);

function compare(): readonly Figure[] {
	const whole = (rounds: readonly Speeds[]) => median(rounds.map(({ wholeMegabytes }) => wholeMegabytes));
	const ranges = (rounds: readonly Speeds[]) => median(rounds.map(({ rangesPerSecond }) => rangesPerSecond));
	const first = (rounds: readonly Speeds[]) =>
		overRounds(
			rounds.map(({ firstByteMs }) => firstByteMs),
			0.5,
		);
	const both = (what: string, unit: string, pick: (rounds: readonly Speeds[]) => number): Figure => ({
		what,
		unit,
		measured: pick(sides.route),
		...(nginx ? { floor: pick(sides.nginx) } : {}),
	});
	const ratio = (what: string, pick: (round: Speeds, other: Speeds) => number): readonly Figure[] => {
		if (!nginx) return [];
		const values = sides.route.flatMap((round, index) => {
			const other = sides.nginx[index];
			return other ? [pick(round, other)] : [];
		});
		return [{ what, measured: median(values), unit: "", goal: 0.4, goalIs: "at least" }];
	};
	return [
		both(`whole film, ${AT_ONCE} at once`, "MB/s", whole),
		...ratio("whole film: ratio to nginx", (one, other) => one.wholeMegabytes / other.wholeMegabytes),
		both(`ranges of 256 kB, ${AT_ONCE} at once`, "/s", ranges),
		...ratio("ranges: ratio to nginx", (one, other) => one.rangesPerSecond / other.rangesPerSecond),
		{ ...both("first byte of a range p50", "ms", first), goal: 20 },
	];
}

async function playRound(url: URL): Promise<Speeds> {
	const startedAtMs = performance.now();
	const whole = await Promise.all(Array.from({ length: AT_ONCE }, () => rawRead(url, headers)));
	const wholeMegabytes = (AT_ONCE * FILM_BYTES) / 1_000 / (performance.now() - startedAtMs);
	if (whole.some(({ bodyBytes }) => bodyBytes < FILM_BYTES)) throw new Error(`${url} sent less than the film.`);

	const firstByteMs: number[] = [];
	const rangesAtMs = performance.now();
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
	return {
		wholeMegabytes,
		rangesPerSecond: firstByteMs.length / ((performance.now() - rangesAtMs) / 1_000),
		firstByteMs,
	};
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

async function proveSame(): Promise<void> {
	const sent = await fetch(route, { headers });
	if (!sent.body) throw new Error("The media route sent nothing.");
	const [one, other] = [await buffer(sent.body), readFileSync(film.path)].map((bytes) =>
		createHash("sha256").update(bytes).digest("hex"),
	);
	if (one !== other) throw new Error("The media route sent another film than the one that is stored.");
}
