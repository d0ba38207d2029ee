import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { addCounts, countGate, countPlaywright, countVitest } from "@/lib/cli/count-tests.mjs";
import { testDir } from "../support/test-dir";

function report(content: object): string {
	const path = join(testDir(), "report.json");
	writeFileSync(path, JSON.stringify(content));
	return path;
}

const vitest = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1 };
const playwright = { stats: { expected: 3, flaky: 1, unexpected: 2, skipped: 1 } };

describe("the counts of", () => {
	test("vitest", () => {
		expect(countVitest(report(vitest), 0)).toEqual({ passed: 5, failed: 0, skipped: 2 });
	});

	test("a vitest that ended badly with no failed test to show for it", () => {
		expect(countVitest(report(vitest), 1)).toEqual({ passed: 5, failed: 1, skipped: 2 });
	});

	test("a runner that wrote no report", () => {
		const nowhere = join(testDir(), "none.json");
		expect([countVitest(nowhere, 0), countPlaywright(nowhere, 0)]).toEqual([
			{ passed: 0, failed: 1, skipped: 0 },
			{ passed: 0, failed: 1, skipped: 0 },
		]);
	});

	test("Playwright", () => {
		expect(countPlaywright(report(playwright), 1)).toEqual({ passed: 4, failed: 2, skipped: 1 });
	});

	test("all together, each gate as one", () => {
		expect(addCounts([countGate(0), countGate(2), countVitest(report(vitest), 0)])).toEqual({
			passed: 6,
			failed: 1,
			skipped: 2,
		});
	});
});
