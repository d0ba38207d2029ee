import "server-only";
import { randomUUID } from "node:crypto";
import { linkSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hasCode } from "../error-code";
import { type LockOwner, lockOwnerSchema } from "./lock-owner";

const NAME = /^lock\.(\d{1,12})$/;

export function lockPath(directory: string, number: number): string {
	return join(directory, `lock.${number}`);
}

function listLocks(directory: string): readonly number[] {
	return readdirSync(directory)
		.flatMap((name) => NAME.exec(name)?.[1] ?? [])
		.map(Number);
}

/** The lock is the file with the highest number; 0 where there is none. */
export function newestLock(directory: string): number {
	return Math.max(0, ...listLocks(directory));
}

/** `null` when it was superseded meanwhile, or torn by a power cut: in both cases its owner is gone. */
export function readOwner(path: string): LockOwner | null {
	try {
		return lockOwnerSchema.parse(JSON.parse(readFileSync(path, "utf8")));
	} catch {
		return null;
	}
}

function writeDraft(directory: string, owner: LockOwner): string {
	const draft = join(directory, `lock.draft.${randomUUID()}`);
	writeFileSync(draft, JSON.stringify(owner), { mode: 0o600 });
	return draft;
}

/** Whole or not at all, and for one process only: that is what `link` promises. */
export function tryCreateLock(directory: string, number: number, owner: LockOwner): boolean {
	const draft = writeDraft(directory, owner);
	try {
		linkSync(draft, lockPath(directory, number));
		return true;
	} catch (error) {
		if (hasCode(error, "EEXIST")) return false;
		throw error;
	} finally {
		rmSync(draft, { force: true });
	}
}

export function replaceOwner(directory: string, number: number, owner: LockOwner): void {
	renameSync(writeDraft(directory, owner), lockPath(directory, number));
}

/** The one before stays, so that whoever lists the directory during a change of owner always sees a lock. */
export function removeOlderLocks(directory: string, newest: number): void {
	for (const number of listLocks(directory)) {
		if (number < newest - 1) rmSync(lockPath(directory, number), { force: true });
	}
}
