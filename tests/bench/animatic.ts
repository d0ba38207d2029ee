import { execFileSync, fork, spawn } from "node:child_process";
import { join } from "node:path";
import type { Draft } from "@/lib/domain/draft";
import { bundleChild } from "../animatic/support/bundle-child";
import { shotsDraft } from "../animatic/support/drafts";
import { makeTempDir, removeDir } from "../support/temp-dir";
import { type Cost, measureProcess, median } from "./measure-process";

/**
 * What an animatic costs beside the floor: ffmpeg, at the same settings, encoding the very frames that were drawn.
 * `node lib/cli/run-entry.mjs tests/bench/animatic.ts [rounds]`, on an idle Linux with ffmpeg.
 */
const ROUNDS = Number(process.argv[2] ?? 3);

const THREE_SHOTS = [
	[3, 'A woman in a red coat walks along a rainy neon street at night. She says: "We should have left an hour ago."'],
	[4, "Wide aerial over a mountain lake at dawn, birds."],
	[3, 'Ocean waves at dusk. A man says: "Then let us go home."'],
] as const;
const SIX_SHOTS = [
	[3, "A storm over the ocean, a lighthouse, dramatic"],
	[2, "A crowd dances in a neon city at night, rain"],
	[3, "Snow falls in a forest, a fox runs"],
	[2, "A robot walks through a factory office"],
	[3, "Fireworks over a rooftop, people wave"],
	[2, "Underwater, a whale swims past bubbles"],
] as const;

interface Case {
	readonly name: string;
	readonly draft: Draft;
	readonly size: string;
	readonly seconds: number;
	readonly maxMegabytes: number;
	readonly hasFloor: boolean;
}

const CASES: readonly Case[] = [
	{
		name: "720p24 10 s, 3 shots",
		draft: shotsDraft(THREE_SHOTS),
		size: "1280x720",
		seconds: 10,
		maxMegabytes: 550,
		hasFloor: true,
	},
	{
		name: "1080p24 15 s, 6 shots",
		draft: shotsDraft(SIX_SHOTS, { resolution: "1080p" }),
		size: "1920x1080",
		seconds: 15,
		maxMegabytes: 900,
		hasFloor: false,
	},
];

const folder = makeTempDir();
const child = await bundleChild("animatic");
const film = join(folder, "film.mp4");

async function render(draft: Draft): Promise<Cost & { readonly firstWordSeconds: number }> {
	const startedAt = performance.now();
	let firstWordSeconds = Number.NaN;
	const renderer = fork(child.script, [], { env: { ...process.env, MALLOC_ARENA_MAX: "2" } });
	renderer.once("message", () => {
		firstWordSeconds = (performance.now() - startedAt) / 1000;
	});
	renderer.send({ draft, imagePath: null, filmPath: film });
	return { ...(await measureProcess(renderer)), firstWordSeconds };
}

const frames = join(folder, "frames.yuv");
const sound = join(folder, "sound.pcm");

function takeApart(): void {
	execFileSync("ffmpeg", ["-v", "error", "-y", "-i", film, "-f", "rawvideo", frames, "-f", "f32le", sound]);
}

function floor(size: string): Promise<Cost> {
	const input = ["-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", size, "-r", "24", "-i", frames];
	const audio = ["-f", "f32le", "-ar", "48000", "-ac", "2", "-i", sound];
	const output = ["-c:v", "libx264", "-preset", "veryfast", "-crf", "23", "-c:a", "aac", "-b:a", "192k"];
	const path = join(folder, "floor.mp4");
	return measureProcess(
		spawn("ffmpeg", ["-v", "error", "-y", ...input, ...audio, ...output, "-movflags", "+faststart", path]),
	);
}

async function measure({ name, draft, size, seconds, maxMegabytes, hasFloor }: Case): Promise<object> {
	const ours = [];
	const floors: Cost[] = [];
	for (let round = 0; round < ROUNDS; round += 1) {
		ours.push(await render(draft));
		if (!hasFloor) continue;
		if (round === 0) takeApart();
		floors.push(await floor(size));
	}
	const cpu = median(ours.map(({ cpuSeconds }) => cpuSeconds));
	const ratio = hasFloor ? cpu / median(floors.map(({ cpuSeconds }) => cpuSeconds)) : null;
	return {
		film: name,
		"CPU s per s": (cpu / seconds).toFixed(2),
		"of ffmpeg": ratio?.toFixed(2) ?? "",
		"first word s": median(ours.map(({ firstWordSeconds }) => firstWordSeconds)).toFixed(2),
		"wall s": median(ours.map(({ wallSeconds }) => wallSeconds)).toFixed(1),
		"peak MB": Math.round(Math.max(...ours.map(({ peakMegabytes }) => peakMegabytes))),
		"allowed MB": maxMegabytes,
	};
}

try {
	const rows = [];
	for (const one of CASES) rows.push(await measure(one));
	console.table(rows);
} finally {
	child.remove();
	removeDir(folder);
}
