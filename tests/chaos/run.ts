import { parseArgs } from "node:util";
import { buildApart } from "../support/build-apart";
import { type CampaignReport, runCampaign } from "./campaign";
import { STAGES, type Stage } from "./world";

const { values } = parseArgs({
	options: {
		takes: { type: "string", default: "2000" },
		kills: { type: "string", default: "200" },
		seed: { type: "string", default: "1" },
		speed: { type: "string", default: "20" },
		/** Of each storm, at most. */
		minutes: { type: "string", default: "120" },
		/** A comma list of embedded, postgres, server. */
		stages: { type: "string", default: STAGES.join(",") },
	},
});

const SERVER_KILLS = 24;
const SERVER_TAKES = 160;
/** Long enough for every border to be crossed once. */
const BORDER_MS = 9_000;

function listProblems({ verdict }: CampaignReport): readonly string[] {
	return [...verdict.duplicates, ...verdict.lostTakes, ...verdict.lostFilms, ...verdict.others];
}

function print(report: CampaignReport): void {
	const { stage, clicks, takes, charges, deaths, verdict, films, unknown, callbacks, seconds } = report;
	const left = [...unknown.leftToPeople].map(([gateway, count]) => `${gateway} ${count}`).join(", ");
	console.table({
		[stage]: {
			clicks,
			takes,
			charges,
			kills: deaths.kills,
			freezes: deaths.freezes,
			outages: deaths.outages,
			"crash points": deaths.visited.size,
			duplicates: verdict.duplicates.length,
			"lost takes": verdict.lostTakes.length,
			"lost films": verdict.lostFilms.length,
			"other breaks": verdict.others.length,
			films,
			callbacks,
			seconds,
		},
	});
	console.log(
		`unknown: ${unknown.seen} takes, ${unknown.byItself} ended by themselves; left to people: ${left || "none"}`,
	);
	console.table(Object.fromEntries(report.faults));
	console.log(`killed at: ${[...deaths.visited].map(([point, times]) => `${point} ${times}`).join(", ")}`);
	for (const problem of listProblems(report)) console.log(problem);
}

for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));

let broken = 0;
for (const stage of values.stages.split(",").map(readStage)) {
	const isServer = stage === "server";
	if (isServer) await buildApart();
	const report = await runCampaign({
		stage,
		takes: Math.min(Number(values.takes), isServer ? SERVER_TAKES : Number.POSITIVE_INFINITY),
		kills: Math.min(Number(values.kills), isServer ? SERVER_KILLS : Number.POSITIVE_INFINITY),
		seed: Number(values.seed),
		speed: isServer ? 1 : Number(values.speed),
		minutes: Number(values.minutes),
		borderMs: BORDER_MS,
		night: !isServer,
		tell: (news) => console.log(`${stage}: ${news}`),
	});
	print(report);
	broken += listProblems(report).length;
}
process.exitCode = broken > 0 ? 1 : 0;

function readStage(name: string): Stage {
	const stage = STAGES.find((each) => each === name);
	if (!stage) throw new Error(`There is no stage ${name}, only ${STAGES.join(", ")}.`);
	return stage;
}
