import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import * as z from "zod";
import { copyCluster } from "../storage/support/embedded-dir";
import { bundleTs, ended, linesOf, type RunnableTs } from "../support/run-ts";
import { makeTempDir, removeDir } from "../support/temp-dir";

const verdictsSchema = z.array(
	z.object({ store: z.string(), checked: z.int(), acknowledged: z.int(), lost: z.array(z.string()) }),
);

export interface CrashReport {
	readonly store: string;
	readonly kills: number;
	readonly acknowledged: number;
	readonly lost: readonly string[];
}

export interface CrashPlan {
	/** Of a writer at work, once every store has written, or, one in five, of one that is opening. */
	readonly kills: number;
	/** Of one that makes its database for the first time. */
	readonly firstBoots: number;
	/** Where directories are made. What a killed process has written is the kernel's, on any disk. */
	readonly root: string;
	readonly onProgress?: (done: number) => void;
}

/** Each writer lives for a second: compiling the database's WebAssembly twice, as for a long life, would be half of it. */
export function bundleWriter(): Promise<RunnableTs> {
	return bundleTs("tests/crash/writer.ts", ["--liftoff-only"]);
}

/** One directory through all kills of working writers, a fresh one for each killed first boot. */
export async function driveCrashes(plan: CrashPlan): Promise<readonly CrashReport[]> {
	const writer = await bundleWriter();
	const directory = makeTempDir(plan.root);
	try {
		await copyCluster(join(directory, "data"));
		const lost = new Map<string, Set<string>>();
		for (let done = 0; done < plan.kills; done += 1) {
			const child = start(writer, directory);
			if (done % 5 === 4) await wait(Math.random() * 1_200);
			else {
				const lines = linesOf(child);
				for (const verdict of readVerdicts((await lines.next()).value)) addLosses(lost, verdict);
				await lines.next();
				await wait(Math.random() * 400);
			}
			await kill(child);
			plan.onProgress?.(done + 1);
		}
		const last = await verifyAll(writer, directory);
		for (const verdict of last) addLosses(lost, verdict);
		const reports = last.map(({ store, acknowledged }) => ({
			store,
			kills: plan.kills,
			acknowledged,
			lost: [...(lost.get(store) ?? [])],
		}));
		return [...reports, await driveFirstBoots(writer, plan)];
	} finally {
		removeDir(directory);
		writer.remove();
	}
}

/** Killed at any moment, a first boot leaves a directory that opens. */
async function driveFirstBoots(writer: RunnableTs, { firstBoots, root }: CrashPlan): Promise<CrashReport> {
	const lost: string[] = [];
	let acknowledged = 0;
	for (let boot = 0; boot < firstBoots; boot += 1) {
		const directory = makeTempDir(root);
		try {
			const child = start(writer, directory);
			await wait(100 + Math.random() * 3_400);
			await kill(child);
			for (const verdict of await verifyAll(writer, directory)) {
				acknowledged += verdict.acknowledged;
				lost.push(...verdict.lost);
			}
		} catch (error) {
			lost.push(String(error));
		} finally {
			removeDir(directory);
		}
	}
	return { store: "first boot", kills: firstBoots, acknowledged, lost };
}

type Verdicts = z.infer<typeof verdictsSchema>;

function addLosses(lost: Map<string, Set<string>>, verdict: Verdicts[number]): void {
	const known = lost.get(verdict.store) ?? new Set();
	lost.set(verdict.store, known);
	for (const loss of verdict.lost) known.add(loss);
}

function start(writer: RunnableTs, directory: string, ...mode: readonly string[]): ChildProcess {
	return writer.run([join(directory, "data"), join(directory, "ledger"), ...mode]);
}

function readVerdicts(line: string): Verdicts {
	return verdictsSchema.parse(JSON.parse(line));
}

/** What is not there any more is named, and nothing is written. */
export async function verifyAll(writer: RunnableTs, directory: string): Promise<Verdicts> {
	const { code, output } = await ended(start(writer, directory, "all"));
	if (code !== 0) throw new Error(`The storage did not open after a kill: exit code ${code}.`);
	return readVerdicts(output);
}

async function kill(child: ChildProcess): Promise<void> {
	const gone = new Promise((resolve) => child.once("close", resolve));
	if (!child.kill("SIGKILL")) throw new Error(`The writer ended by itself with ${child.exitCode}.`);
	await gone;
}
