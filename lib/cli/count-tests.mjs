import { readFileSync } from "node:fs";

const nothing = { passed: 0, failed: 0, skipped: 0 };

function readReport(path) {
	try {
		return JSON.parse(readFileSync(path, "utf8"));
	} catch {
		return undefined;
	}
}

/** A runner that ended badly without a failed test to show for it has still failed: once. */
function countCrash(counts, code) {
	return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

export function countVitest(path, code) {
	const report = readReport(path);
	if (!report) return { ...nothing, failed: 1 };
	const { numPassedTests: passed, numFailedTests: failed, numPendingTests, numTodoTests } = report;
	return countCrash({ passed, failed, skipped: numPendingTests + numTodoTests }, code);
}

export function countPlaywright(path, code) {
	const report = readReport(path);
	if (!report) return { ...nothing, failed: 1 };
	const { expected, flaky, unexpected, skipped } = report.stats;
	return countCrash({ passed: expected + flaky, failed: unexpected, skipped }, code);
}

export function countGate(code) {
	return code === 0 ? { ...nothing, passed: 1 } : { ...nothing, failed: 1 };
}

export function countSkip() {
	return { ...nothing, skipped: 1 };
}

export function addCounts(all) {
	return all.reduce(
		(sum, counts) => ({
			passed: sum.passed + counts.passed,
			failed: sum.failed + counts.failed,
			skipped: sum.skipped + counts.skipped,
		}),
		nothing,
	);
}
