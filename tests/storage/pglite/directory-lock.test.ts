import type { ChildProcess } from "node:child_process";
import { readdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { DataDirBusy, lockDirectory } from "@/lib/storage/pglite/directory-lock";
import { lockPath, newestLock, readOwner, tryCreateLock } from "@/lib/storage/pglite/lock-file";
import { describeSelf } from "@/lib/storage/pglite/lock-owner";
import { bundleTs, firstLine, type RunnableTs } from "../../support/run-ts";
import { testDir } from "../../support/test-dir";

const PATIENCE = { silenceMs: 900, agedMs: 60_000 };

let holder: RunnableTs;
beforeAll(async () => {
	holder = await bundleTs("tests/storage/pglite/lock-holder.ts");
}, 60_000);
afterAll(() => holder.remove());

function start(directory: string, startAtMs = 0): ChildProcess {
	const child = holder.run([directory, String(startAtMs)]);
	onTestFinished(() => void child.kill("SIGKILL"));
	return child;
}

async function killed(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const gone = new Promise((resolve) => child.once("exit", resolve));
	child.kill("SIGKILL");
	await gone;
}

describe("the lock of the data directory", () => {
	it("turns away a second opener in the same process, and lets it in after a release", async () => {
		const directory = testDir();
		const lock = await lockDirectory(directory);
		await expect(lockDirectory(directory)).rejects.toThrow(DataDirBusy);
		expect(lock.isHeld()).toBe(true);
		lock.release();
		lock.release();
		(await lockDirectory(directory)).release();
	});

	it("names the other process and what to do", async () => {
		const directory = testDir();
		const child = start(directory);
		expect(await firstLine(child)).toBe("won");
		const busy = lockDirectory(directory);
		await expect(busy).rejects.toMatchObject({ code: "EBUSY_DATA_DIR", pid: child.pid });
		await expect(busy).rejects.toThrow(
			`The data directory ${directory} is in use by process ${child.pid}. Stop that process, or set DATA_DIR to another directory.`,
		);
	});

	it("passes at once from a process that was killed", async () => {
		const directory = testDir();
		const child = start(directory);
		await firstLine(child);
		await killed(child);
		(await lockDirectory(directory, { silenceMs: 3_600_000, agedMs: 3_600_000 })).release();
	});

	it("has exactly one winner when six start at once on a dead process's lock", async () => {
		for (let round = 0; round < 5; round += 1) {
			const directory = testDir();
			const dead = start(directory);
			await firstLine(dead);
			await killed(dead);
			const starters = Array.from({ length: 6 }, () => start(directory, Date.now() + 700));
			const words = await Promise.all(starters.map(firstLine));
			expect(words.sort()).toEqual([...Array(5).fill("EBUSY_DATA_DIR"), "won"]);
			await Promise.all(starters.map(killed));
		}
	}, 60_000);

	it("has exactly one winner among many attempts in one process", async () => {
		const directory = testDir();
		const attempts = await Promise.allSettled(Array.from({ length: 20 }, () => lockDirectory(directory)));
		expect(attempts.filter((attempt) => attempt.status === "fulfilled")).toHaveLength(1);
	});

	it("stays with a process that lives, though its heart stands still while it computes", async () => {
		const directory = testDir();
		await lockDirectory(directory);
		utimesSync(lockPath(directory, 1), 1, 1);
		await expect(lockDirectory(directory, { silenceMs: 0, agedMs: 0 })).rejects.toThrow(DataDirBusy);
	});

	it("is not fooled by another process that was given the dead one's number", async () => {
		const directory = testDir();
		tryCreateLock(directory, 1, { ...describeSelf(), startedAt: "1" });
		(await lockDirectory(directory)).release();
	});

	it("takes over a lock that a power cut left empty", async () => {
		const directory = testDir();
		writeFileSync(lockPath(directory, 3), "");
		const lock = await lockDirectory(directory);
		expect(newestLock(directory)).toBe(4);
		lock.release();
	});

	it("leaves at most two files behind, however often it changes hands", async () => {
		const directory = testDir();
		for (let round = 0; round < 5; round += 1) (await lockDirectory(directory)).release();
		expect(readdirSync(directory).sort()).toEqual(["lock.4", "lock.5"]);
		expect(readOwner(join(directory, "lock.5"))).toMatchObject({ pid: process.pid, released: true });
	});
});

describe("an owner in another pid namespace", () => {
	function elsewhere(directory: string, beatMs: number): string {
		tryCreateLock(directory, 1, { ...describeSelf(), world: "another container" });
		utimesSync(lockPath(directory, 1), beatMs / 1_000, beatMs / 1_000);
		return lockPath(directory, 1);
	}

	it("is respected while its heart beats", async () => {
		const directory = testDir();
		const path = elsewhere(directory, Date.now());
		const beating = setInterval(() => utimesSync(path, new Date(), new Date()), 50);
		onTestFinished(() => clearInterval(beating));
		await expect(lockDirectory(directory, PATIENCE)).rejects.toThrow(DataDirBusy);
	});

	it("is succeeded once its heart has stood still", async () => {
		const directory = testDir();
		elsewhere(directory, Date.now());
		(await lockDirectory(directory, PATIENCE)).release();
	});

	it("is succeeded at once when it has been silent for long", async () => {
		const directory = testDir();
		elsewhere(directory, Date.now() - 61_000);
		(await lockDirectory(directory, { ...PATIENCE, silenceMs: 3_600_000 })).release();
	});

	it("that was suspended finds out that it lost the lock, and leaves the new one alone", async () => {
		const directory = testDir();
		const suspended = await lockDirectory(directory, { silenceMs: 0, agedMs: 0 });
		tryCreateLock(directory, 2, { ...describeSelf(), world: "another container" });
		expect(suspended.isHeld()).toBe(false);
		suspended.release();
		expect(readOwner(lockPath(directory, 2))).toMatchObject({ released: false });
	});
});
