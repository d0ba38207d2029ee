import "server-only";
import { mkdirSync, rmSync, statSync, utimesSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { lockPath, newestLock, readOwner, removeOlderLocks, replaceOwner, tryCreateLock } from "./lock-file";
import { describeSelf, judgeOwner, type LockOwner } from "./lock-owner";

const HEARTBEAT_MS = 1_000;

export interface LockPatience {
	/** An owner that cannot be asked is gone once its heartbeat has stood still this long, */
	readonly silenceMs: number;
	/** or once its last heartbeat is older than this by the wall clock. */
	readonly agedMs: number;
}

const PATIENCE: LockPatience = { silenceMs: 15_000, agedMs: 60_000 };

export class DataDirBusy extends Error {
	readonly code = "EBUSY_DATA_DIR";
	constructor(
		directory: string,
		readonly pid: number,
	) {
		super(
			`The data directory ${directory} is in use by process ${pid}. Stop that process, or set DATA_DIR to another directory.`,
		);
		this.name = "DataDirBusy";
	}
}

export interface DirectoryLock {
	/** False once another process has taken over, as it may after this one was suspended for long. */
	isHeld(): boolean;
	/** Idempotent. */
	release(): void;
}

/** One process at a time works in `directory`; one killed before is succeeded at once. */
export async function lockDirectory(directory: string, patience: LockPatience = PATIENCE): Promise<DirectoryLock> {
	mkdirSync(directory, { recursive: true });
	for (;;) {
		const newest = newestLock(directory);
		await outlastOwner(directory, newest, patience);
		const mine = newest + 1;
		if (!tryCreateLock(directory, mine, describeSelf())) continue;
		// A starter that slept since it listed the directory may have won a number that was used up long ago.
		if (newestLock(directory) === mine) return holdLock(directory, mine, patience);
		rmSync(lockPath(directory, mine), { force: true });
	}
}

async function outlastOwner(directory: string, number: number, patience: LockPatience): Promise<void> {
	const path = lockPath(directory, number);
	const owner = readOwner(path);
	if (owner === null) return;
	const verdict = judgeOwner(owner);
	if (verdict === "gone") return;
	if (verdict === "alive" || !(await fallsSilent(path, owner, patience))) throw new DataDirBusy(directory, owner.pid);
}

function lastBeatMs(path: string): number {
	return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

async function fallsSilent(path: string, owner: LockOwner, patience: LockPatience): Promise<boolean> {
	const firstBeatMs = lastBeatMs(path);
	if (Date.now() - firstBeatMs > patience.agedMs) return true;
	const startMs = performance.now();
	while (performance.now() - startMs < patience.silenceMs) {
		await wait(Math.min(HEARTBEAT_MS / 4, patience.silenceMs));
		if (readOwner(path)?.released ?? true) return true;
		if (judgeOwner(owner) === "gone") return true;
		if (lastBeatMs(path) !== firstBeatMs) return false;
	}
	return true;
}

/** False when the lock is another's now, or its directory is gone. */
function tryBeat(directory: string, number: number): boolean {
	try {
		utimesSync(lockPath(directory, number), new Date(), new Date());
		return newestLock(directory) === number;
	} catch {
		return false;
	}
}

function holdLock(directory: string, number: number, patience: LockPatience): DirectoryLock {
	removeOlderLocks(directory, number);
	let isLost = false;
	let beatAtMs = performance.now();
	const beat = () => {
		isLost ||= !tryBeat(directory, number);
		beatAtMs = performance.now();
	};
	const timer = setInterval(beat, HEARTBEAT_MS).unref();
	let isReleased = false;
	return {
		isHeld() {
			if (performance.now() - beatAtMs > patience.silenceMs / 3) beat();
			return !isLost;
		},
		release() {
			if (isReleased) return;
			isReleased = true;
			clearInterval(timer);
			beat();
			if (!isLost) replaceOwner(directory, number, { ...describeSelf(), released: true });
		},
	};
}
