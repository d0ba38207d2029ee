import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { copyCluster } from "../storage/support/embedded-dir";
import type { RunnableTs } from "../support/run-ts";
import { fastestTempRoot } from "../support/temp-dir";
import { testDir } from "../support/test-dir";
import { bundleWriter, driveCrashes, verifyAll } from "./drive";
import { expectAfter, isAllowed, Ledger, readLines } from "./ledger";

describe("a server killed again and again", () => {
	it("has everything that it acknowledged, and no half of anything", async () => {
		const reports = await driveCrashes({ kills: 18, firstBoots: 2, root: fastestTempRoot() });
		expect(reports.flatMap(({ store, lost }) => lost.map((loss) => `${store}: ${loss}`))).toEqual([]);
		for (const { store, acknowledged } of reports.slice(0, -1))
			expect([store, acknowledged > 0]).toEqual([store, true]);
	}, 180_000);
});

describe("the crash run itself", () => {
	let writer: RunnableTs;
	beforeAll(async () => {
		writer = await bundleWriter();
	});
	afterAll(() => writer.remove());

	it("notices what was acknowledged and is not there", async () => {
		const directory = testDir();
		mkdirSync(join(directory, "data"));
		await copyCluster(join(directory, "data"));
		const ledger = new Ledger(join(directory, "ledger"));
		const token = "ab".repeat(32);
		ledger.note("announced", "shares", token, "live");
		ledger.note("acknowledged", "shares", token, "live");
		const verdicts = await verifyAll(writer, directory);
		expect(verdicts.flatMap(({ lost }) => lost)).toEqual([`${token}: expected live, found nothing`]);
	}, 60_000);

	it("expects the last acknowledged value, or one announced since", () => {
		const ledger = new Ledger(join(testDir(), "ledger"));
		ledger.note("announced", "s", "k", "1");
		ledger.note("acknowledged", "s", "k", "1");
		ledger.note("announced", "s", "k", "2");
		const expected = expectAfter(readLines(ledger.path), "s").get("k");
		if (!expected) throw new Error("The key is missing.");
		expect(["1", "2", "0", null].map((value) => isAllowed(expected, value))).toEqual([true, true, false, false]);
	});
});
