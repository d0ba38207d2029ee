import { type ChildProcess, execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

export interface Cost {
	readonly wallSeconds: number;
	readonly cpuSeconds: number;
	readonly peakMegabytes: number;
}

const LOOK_EVERY_MS = 10;
const ticksPerSecond = Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));

/** Of all children that have ended, by the kernel's account of them: user and system time, to the last instruction. */
function endedChildrenSeconds(): number {
	const fields = readFileSync("/proc/self/stat", "latin1").split(") ")[1]?.split(" ") ?? [];
	return (Number(fields[13]) + Number(fields[14])) / ticksPerSecond;
}

function peakMegabytesOf(pid: number | undefined): number {
	try {
		const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "latin1"));
		return Number(peak?.[1] ?? 0) / 1024;
	} catch {
		return 0;
	}
}

/** What one process costs until it ends. Linux only, and no other child may end meanwhile. */
export function measureProcess(child: ChildProcess): Promise<Cost> {
	const startedAt = performance.now();
	const before = endedChildrenSeconds();
	let peakMegabytes = 0;
	const timer = setInterval(() => {
		peakMegabytes = Math.max(peakMegabytes, peakMegabytesOf(child.pid));
	}, LOOK_EVERY_MS);
	return new Promise((resolve, reject) => {
		child.once("error", reject);
		child.once("exit", (code) => {
			clearInterval(timer);
			const wallSeconds = (performance.now() - startedAt) / 1000;
			const cpuSeconds = endedChildrenSeconds() - before;
			if (code === 0) resolve({ wallSeconds, cpuSeconds, peakMegabytes });
			else reject(new Error(`The measured process ended with ${code}.`));
		});
	});
}

export function median(values: readonly number[]): number {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
