import { execFileSync, spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { frameSize } from "@/lib/domain/animatic-plan/frame-size";
import { renderWordSchema } from "@/lib/domain/film/render-talk";
import { forkBare, runChild } from "@/lib/gateways/films/child-run";
import { bundleChild } from "../animatic/support/bundle-child";
import { makeTempDir, removeDir } from "../support/temp-dir";
import { type Case, USUAL, WORST } from "./animatic-cases";
import { overRounds } from "./figures";
import { type Figure, showFigures } from "./goals";
import { latenessDuring } from "./loop-lateness";
import { type Cost, measureProcess, median } from "./measure-process";

/**
 * What an animatic costs beside the floor: ffmpeg, at the same settings, encoding the very frames that were drawn. The
 * two take turns, so that both meet the same neighbours. `npm run bench -- animatic`, on Linux.
 */
const ROUNDS = Number(process.argv[2] ?? 5);
const IDLE_MS = 5_000;
const hasFfmpeg = spawnSync("ffmpeg", ["-version"]).status === 0;

const folder = makeTempDir();
const child = await bundleChild("animatic");
const film = join(folder, "film.mp4");
const frames = join(folder, "frames.yuv");
const sound = join(folder, "sound.pcm");

interface Render extends Cost {
	readonly firstWordSeconds: number;
	readonly firstFramesSeconds: number;
}

/** In a process like the product's own. */
async function render({ draft }: Case): Promise<Render> {
	const startedAt = performance.now();
	const since = () => (performance.now() - startedAt) / 1000;
	let [firstWordSeconds, firstFramesSeconds] = [Number.NaN, Number.NaN];
	const renderer = forkBare(child.script);
	renderer.on("message", (message) => {
		const word = renderWordSchema.parse(message);
		if (Number.isNaN(firstWordSeconds)) firstWordSeconds = since();
		if (word.kind === "progress" && word.framesDone > 0 && Number.isNaN(firstFramesSeconds))
			firstFramesSeconds = since();
	});
	renderer.send({ draft, imagePath: null, filmPath: film });
	return { ...(await measureProcess(renderer)), firstWordSeconds, firstFramesSeconds };
}

function floor({ draft }: Case): Promise<Cost> {
	const { width, height } = frameSize(draft);
	const input = ["-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", `${width}x${height}`, "-r", "24", "-i", frames];
	const audio = ["-f", "f32le", "-ar", "48000", "-ac", "2", "-i", sound];
	const output = ["-c:v", "libx264", "-preset", "veryfast", "-crf", "23", "-g", "48", "-c:a", "aac", "-b:a", "192k"];
	const path = join(folder, "floor.mp4");
	return measureProcess(
		spawn("ffmpeg", ["-v", "error", "-y", ...input, ...audio, ...output, "-movflags", "+faststart", path]),
	);
}

async function measure(one: Case): Promise<readonly Figure[]> {
	const ours: Render[] = [];
	const floors: number[] = [];
	const compares = one.hasFloor && hasFfmpeg;
	if (compares) execFileSync(process.execPath, ["lib/cli/run-entry.mjs", "tests/bench/draw-frames.ts", frames, sound]);
	for (let round = 0; round < ROUNDS; round += 1) {
		ours.push(await render(one));
		if (compares) floors.push((await floor(one)).cpuSeconds / one.seconds);
	}
	const of = (figure: keyof Render) => median(ours.map((run) => run[figure]));
	const perSecond = of("cpuSeconds") / one.seconds;
	const ratio = median(ours.map(({ cpuSeconds }, round) => cpuSeconds / one.seconds / (floors[round] ?? Number.NaN)));
	const peak = Math.max(...ours.map(({ peakMegabytes }) => peakMegabytes));
	const cpu: Figure = { what: `${one.name}: CPU s a second`, measured: perSecond, unit: "s" };
	const beside: readonly Figure[] = [
		{ ...cpu, floor: median(floors), goal: 1 },
		{ what: `${one.name}: of ffmpeg's CPU, in turn`, measured: ratio, unit: "×", goal: 2.6 },
	];
	return [
		...(compares ? beside : [cpu]),
		{ what: `${one.name}: first word`, measured: of("firstWordSeconds"), unit: "s", goal: 1 },
		{ what: `${one.name}: first frames`, measured: of("firstFramesSeconds"), unit: "s" },
		{ what: `${one.name}: whole film`, measured: of("wallSeconds"), unit: "s" },
		{ what: `${one.name}: most memory`, measured: peak, unit: "MB", goal: one.maxMegabytes },
	];
}

/** By the product's own way to run a child, in the process that would answer requests meanwhile. */
async function latenessOfServer(): Promise<readonly number[]> {
	return latenessDuring(
		runChild({
			script: child.script,
			order: { draft: USUAL.draft, imagePath: null, filmPath: film },
			maxResidentBytes: USUAL.maxMegabytes * 1024 * 1024,
			timeoutMs: 600_000,
			silenceMs: 120_000,
			signal: new AbortController().signal,
			onWord: (word) => renderWordSchema.parse(word),
		}),
	);
}

async function measureLoop(): Promise<readonly Figure[]> {
	const idle: (readonly number[])[] = [];
	const drawing: (readonly number[])[] = [];
	for (let round = 0; round < ROUNDS; round += 1) {
		idle.push(await latenessDuring(wait(IDLE_MS)));
		drawing.push(await latenessOfServer());
	}
	const row = (name: string, share: number, goal?: number): Figure => ({
		what: `event loop while a film is drawn: ${name}`,
		measured: overRounds(drawing, share),
		unit: "ms",
		floor: overRounds(idle, share),
		...(goal === undefined ? {} : { goal }),
	});
	return [row("p50", 0.5), row("p99", 0.99, 25)];
}

try {
	if (!hasFfmpeg) console.log("ffmpeg is not installed here: there is no floor to compare with.");
	const figures = [];
	for (const one of [USUAL, WORST]) figures.push(...(await measure(one)));
	figures.push(...(await measureLoop()));
	showFigures(`an animatic, ${ROUNDS} rounds, medians`, figures);
} finally {
	child.remove();
	removeDir(folder);
}
