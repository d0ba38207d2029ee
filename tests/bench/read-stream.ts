import { setTimeout as wait } from "node:timers/promises";
import type { Served } from "./served";

/** One message of the stream, as it came over the line: which takes it tells of, and what it says of each. */
export interface Heard {
	readonly atMs: number;
	readonly text: string;
}

const CURSOR = /"cursor":(\d+)/g;

export interface Read {
	readonly openings: number;
	/** How often the line broke, as it may where the machine is overburdened. */
	readonly cuts: number;
}

/** A plain reader of `watchTakes`, re-opening from its cursor as a page does. Ends when `isOver` and the next message came. */
export async function readStream(
	served: Served,
	cookie: string,
	hear: (heard: Heard) => void,
	isOver: () => boolean,
): Promise<Read> {
	let cursor: number | null = null;
	let openings = 0;
	let cuts = 0;
	while (!isOver()) {
		openings += 1;
		try {
			const response = await served.ask("watchTakes", [cursor], cookie);
			if (response.statusCode !== 200) throw new Error(`The stream was answered with ${response.statusCode}.`);
			for await (const chunk of response.setEncoding("utf8")) {
				const text = String(chunk);
				const last = [...text.matchAll(CURSOR)].at(-1)?.[1];
				if (last !== undefined) cursor = Number(last);
				hear({ atMs: nowMs(), text });
				if (isOver()) break;
			}
		} catch (problem) {
			cuts += 1;
			if (cuts > MOST_CUTS) throw problem;
			await wait(PAUSE_MS);
		}
	}
	return { openings, cuts };
}

const MOST_CUTS = 20;
const PAUSE_MS = 500;

/** The machine's time with the fineness of `performance`: comparable with a browser's on the same machine. */
export function nowMs(): number {
	return performance.timeOrigin + performance.now();
}
