import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { LimitRule } from "@/lib/ports/limiter";
import { openLimiter } from "@/lib/runtime/limits";
import { hasPostgres, type PostgresCluster, startPostgres } from "../support/postgres";

const FIVE: LimitRule = { name: "five", points: 5, perMs: 60_000 };

function openAlone(scale = 1) {
	return openLimiter({ scale, databaseUrl: null, onProblem: () => {} });
}

async function takeMany(limiter: ReturnType<typeof openLimiter>, times: number, rule = FIVE, who = "somebody") {
	const outcomes = await Promise.all(Array.from({ length: times }, () => limiter.take(rule, who, 1)));
	return outcomes.filter(({ kind }) => kind === "allowed").length;
}

describe("an allowance", () => {
	it("lets through as many as it has, and says when to come back", async () => {
		const limiter = openAlone();
		expect(await takeMany(limiter, 5)).toBe(5);
		const outcome = await limiter.take(FIVE, "somebody", 1);
		expect(outcome.kind).toBe("limited");
		if (outcome.kind === "limited") expect(outcome.retryAfterMs).toBeLessThanOrEqual(60_000);
	});

	it("is each person's and each rule's own", async () => {
		const limiter = openAlone();
		await takeMany(limiter, 5);
		expect(await takeMany(limiter, 5, FIVE, "another")).toBe(5);
		expect(await takeMany(limiter, 5, { ...FIVE, name: "other" })).toBe(5);
	});

	it("is not spent by what it refuses", async () => {
		const limiter = openAlone();
		expect(await limiter.take(FIVE, "somebody", 4)).toMatchObject({ kind: "allowed", left: 1 });
		expect(await limiter.take(FIVE, "somebody", 4)).toMatchObject({ kind: "limited" });
		expect(await limiter.take(FIVE, "somebody", 1)).toMatchObject({ kind: "allowed", left: 0 });
	});

	it("is all spent by what costs more than it holds", async () => {
		const limiter = openAlone(0.4);
		expect(await limiter.take(FIVE, "somebody", 3)).toMatchObject({ kind: "allowed", left: 0 });
		expect(await limiter.take(FIVE, "somebody", 3)).toMatchObject({ kind: "limited" });
	});

	it.each([
		[2, 10],
		[0.4, 2],
		[0.001, 1],
	])("times %d lets %i through", async (scale, allowed) => {
		expect(await takeMany(openAlone(scale), 20)).toBe(allowed);
	});
});

describe("where the shared counts cannot be reached", () => {
	it("this process counts for itself", async () => {
		const databaseUrl = "postgres://nobody@127.0.0.1:1/none";
		const problems: unknown[] = [];
		const limiter = openLimiter({ scale: 1, databaseUrl, onProblem: (problem) => problems.push(problem) });
		onTestFinished(() => limiter.close());
		expect(await takeMany(limiter, 8)).toBe(5);
		expect(problems).not.toEqual([]);
	});
});

describe.skipIf(!hasPostgres())("servers on one database", () => {
	let cluster: PostgresCluster;
	beforeAll(async () => {
		cluster = await startPostgres();
	}, 60_000);
	afterAll(() => cluster.stop());

	it("share one allowance", async () => {
		const problems: unknown[] = [];
		const settings = { scale: 1, databaseUrl: cluster.url, onProblem: (problem: unknown) => problems.push(problem) };
		const first = openLimiter(settings);
		const second = openLimiter(settings);
		const allowed = (await takeMany(first, 4)) + (await takeMany(second, 4));
		await Promise.all([first.close(), second.close()]);
		expect(problems).toEqual([]);
		expect(allowed).toBe(5);
	});
});
