import type { AnimaticPlan, PlannedShot } from "@/lib/domain/animatic-plan/plan";
import { addAt } from "../signal/shape";
import { SAMPLE_RATE, toSamples } from "../stereo";
import { sayLine } from "./say-line";

/** Where a line is really heard, in seconds of the film. */
export interface HeardLine {
	readonly shot: number;
	readonly line: number;
	readonly startSeconds: number;
	readonly endSeconds: number;
}

export interface Speech {
	readonly samples: Float32Array;
	readonly lines: readonly HeardLine[];
}

const LAST_BREATH_SECONDS = 0.06;
const PAUSE_SECONDS = 0.12;

async function sayShot(shot: PlannedShot, fps: number, samples: Float32Array): Promise<HeardLine[]> {
	const shotStart = shot.startFrame / fps;
	const shotEnd = shotStart + shot.frames / fps - LAST_BREATH_SECONDS;
	const heard: HeardLine[] = [];
	let free = shotStart;
	for (const [nth, line] of shot.lines.entries()) {
		const startSeconds = Math.max(free, shotStart + line.startSeconds);
		if (startSeconds >= shotEnd) break;
		const said = await sayLine(line, shotEnd - startSeconds, shot.seed + nth);
		addAt(samples, said, toSamples(startSeconds));
		const endSeconds = startSeconds + said.length / SAMPLE_RATE;
		heard.push({ shot: shot.index, line: nth, startSeconds, endSeconds });
		free = endSeconds + PAUSE_SECONDS;
	}
	return heard;
}

/** All lines at their moments; none reaches out of its shot. */
export async function sayLines(plan: AnimaticPlan): Promise<Speech> {
	const samples = new Float32Array(toSamples(plan.seconds));
	const lines: HeardLine[] = [];
	for (const shot of plan.shots) lines.push(...(await sayShot(shot, plan.fps, samples)));
	return { samples, lines };
}
