import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hazardPerSecond, learnTimes } from "@/lib/domain/schedule/learned-times";
import { type LookSituation, nextLookMs } from "@/lib/domain/schedule/next-look";
import { lognormals } from "./seeded";

const SAMPLES = lognormals(7, 200, 75_000, 0.5);
const RUNS = 8;
const QUIET: LookSituation = {
	elapsedMs: 60_000,
	samplesMs: SAMPLES,
	watched: false,
	progress: null,
	hasCallback: false,
};

interface Watch {
	readonly meanDelayMs: number;
	readonly p95DelayMs: number;
	readonly meanLooks: number;
}

/** Looks at each job by the schedule until it is seen done. */
function simulate(jobsMs: readonly number[], samplesMs: readonly number[], watched = false): Watch {
	const seen = jobsMs.map((job) => {
		let elapsedMs = 0;
		let looks = 0;
		while (elapsedMs < job) {
			elapsedMs += nextLookMs({ ...QUIET, elapsedMs, samplesMs, watched });
			looks += 1;
		}
		return { delayMs: elapsedMs - job, looks };
	});
	const delays = seen.map((job) => job.delayMs).toSorted((a, b) => a - b);
	const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
	return {
		meanDelayMs: mean(delays),
		p95DelayMs: delays[Math.floor(delays.length * 0.95)] ?? Number.NaN,
		meanLooks: mean(seen.map((job) => job.looks)),
	};
}

describe("films of 75 s, give or take", () => {
	test.each([50, 200])("are seen within 2 s on average in at most 19 looks, learned from %d", (count) => {
		const outcomes = Array.from({ length: RUNS }, (_, run) =>
			simulate(lognormals(1_000 + run, 200, 75_000, 0.5), lognormals(run, count, 75_000, 0.5)),
		);
		const mean = (pick: (watch: Watch) => number) => outcomes.reduce((sum, watch) => sum + pick(watch), 0) / RUNS;
		expect(mean((watch) => watch.meanDelayMs)).toBeLessThanOrEqual(2_000);
		expect(mean((watch) => watch.meanLooks)).toBeLessThanOrEqual(19);
		expect(mean((watch) => watch.p95DelayMs)).toBeLessThanOrEqual(4_500);
	});

	test("are seen no later while somebody watches", () => {
		const jobs = lognormals(99, 1_500, 75_000, 0.5);
		expect(simulate(jobs, SAMPLES, true).meanDelayMs).toBeLessThanOrEqual(simulate(jobs, SAMPLES).meanDelayMs);
	});

	test("beat the same number of evenly spaced looks", () => {
		const jobs = lognormals(5, 1_500, 75_000, 0.5);
		const { meanDelayMs, meanLooks } = simulate(jobs, SAMPLES);
		const everyMs = jobs.reduce((sum, job) => sum + job, 0) / jobs.length / (meanLooks - 0.5);
		const evenDelay = jobs.reduce((sum, job) => sum + (Math.ceil(job / everyMs) * everyMs - job), 0) / jobs.length;
		expect(meanDelayMs).toBeLessThan(evenDelay * 0.9);
	});
});

describe("the next look", () => {
	test("waits 4 s while fewer than 20 films were seen", () => {
		expect(nextLookMs({ ...QUIET, samplesMs: SAMPLES.slice(0, 19) })).toBe(4_000);
		expect(nextLookMs({ ...QUIET, samplesMs: SAMPLES.slice(0, 20) })).not.toBe(4_000);
	});

	test.each([
		[0.89, false],
		[0.9, true],
		[1, true],
	])("at progress %d is 3 s away: %s", (progress, near) => {
		expect(nextLookMs({ ...QUIET, progress }) === 3_000).toBe(near);
	});

	test("waits as long as 15 s where nothing can be done yet, 6 s while somebody watches", () => {
		expect(nextLookMs({ ...QUIET, elapsedMs: 0 })).toBe(15_000);
		expect(nextLookMs({ ...QUIET, elapsedMs: 0, watched: true })).toBe(6_000);
	});

	test("waits four times as long where the gateway calls us", () => {
		expect(nextLookMs({ ...QUIET, hasCallback: true })).toBe(4 * nextLookMs(QUIET));
	});

	test("comes sooner where films are about to be done", () => {
		expect(nextLookMs(QUIET)).toBeLessThan(nextLookMs({ ...QUIET, elapsedMs: 15_000 }));
	});

	test("stays within its bounds whatever was learned", () => {
		const samples = fc.array(fc.integer({ min: 0, max: 10_000_000 }), { maxLength: 60 });
		fc.assert(
			fc.property(samples, fc.nat(100_000_000), fc.boolean(), (samplesMs, elapsedMs, watched) => {
				const wait = nextLookMs({ ...QUIET, samplesMs, elapsedMs, watched });
				expect(wait).toBeGreaterThanOrEqual(1_000);
				expect(wait).toBeLessThanOrEqual(watched ? 6_000 : 15_000);
			}),
			{ numRuns: 2_000 },
		);
	});
});

describe("learned times", () => {
	test("find the median and the spread again", () => {
		const learned = learnTimes(lognormals(3, 5_000, 75_000, 0.5));
		expect(learned?.medianMs).toBeGreaterThan(72_000);
		expect(learned?.medianMs).toBeLessThan(78_000);
		expect(learned?.shape).toBeCloseTo(Math.log(9) / (2 * 0.6745 * 0.5), 0);
	});

	test("are not bent by a few stuck jobs", () => {
		const stuck = [...SAMPLES, 3_600_000, 3_600_000, 3_600_000];
		expect(learnTimes(stuck)?.medianMs).toBeLessThan(1.05 * (learnTimes(SAMPLES)?.medianMs ?? 0));
	});

	test("of films that are all alike stay finite", () => {
		const learned = learnTimes(Array.from({ length: 30 }, () => 40_000));
		if (!learned) throw new Error("Thirty samples are enough.");
		expect(Number.isFinite(hazardPerSecond(learned, 40_000))).toBe(true);
	});

	test("make a film likelier to be done near its usual time than at its start", () => {
		const learned = learnTimes(SAMPLES);
		if (!learned) throw new Error("Two hundred samples are enough.");
		expect(hazardPerSecond(learned, 70_000)).toBeGreaterThan(5 * hazardPerSecond(learned, 10_000));
	});
});
