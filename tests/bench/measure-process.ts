import { type ChildProcess, execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

export interface Cost {
	readonly wallSeconds: number;
	readonly cpuSeconds: number;
	readonly peakMegabytes: number;
}

const LOOK_EVERY_MS = 10;

function ticksPerSecond(): number {
	return Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));
}

/** What a process costs until it ends, read from Linux while it runs: a child's own account is not to be had afterwards. */
export function measureProcess(child: ChildProcess): Promise<Cost> {
	const startedAt = performance.now();
	const tick = ticksPerSecond();
	let cpuSeconds = 0;
	let peakMegabytes = 0;
	const timer = setInterval(() => {
		try {
			const fields = readFileSync(`/proc/${child.pid}/stat`, "latin1").split(") ")[1]?.split(" ") ?? [];
			cpuSeconds = Math.max(cpuSeconds, (Number(fields[11]) + Number(fields[12])) / tick);
			const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "latin1"));
			peakMegabytes = Math.max(peakMegabytes, Number(peak?.[1] ?? 0) / 1024);
		} catch {
			// It has just ended; the last reading stands.
		}
	}, LOOK_EVERY_MS);
	return new Promise((resolve, reject) => {
		child.once("error", reject);
		child.once("exit", (code) => {
			clearInterval(timer);
			const wallSeconds = (performance.now() - startedAt) / 1000;
			if (code === 0) resolve({ wallSeconds, cpuSeconds, peakMegabytes });
			else reject(new Error(`The measured process ended with ${code}.`));
		});
	});
}

export function median(values: readonly number[]): number {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
