import { expect, it } from "vitest";
import { runCampaign } from "./campaign";

it("charges each click once and loses nothing, however often the server is killed", async () => {
	const report = await runCampaign({
		stage: "embedded",
		takes: 40,
		kills: 6,
		seed: 11,
		speed: 12,
		minutes: 5,
		borderMs: 2_500,
		night: false,
	});
	expect(report.verdict).toEqual({ duplicates: [], lostTakes: [], lostFilms: [], others: [] });
	expect(report.takes).toBeGreaterThanOrEqual(40);
	expect(report.films).toBeGreaterThan(0);
	expect(report.deaths.kills).toBeGreaterThanOrEqual(6);
	expect(report.unknown.seen).toBeGreaterThan(0);
}, 400_000);
