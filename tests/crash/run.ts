import { fastestTempRoot } from "../support/temp-dir";
import { driveCrashes } from "./drive";

const kills = Number(process.argv[2] ?? 200);
const startedAtMs = Date.now();

const reports = await driveCrashes({
	kills,
	root: fastestTempRoot(),
	firstBoots: Math.ceil(kills / 10),
	onProgress: (done) => {
		if (done % 20 === 0) console.log(`${done} of ${kills} kills`);
	},
});

const rows = reports.map(({ store, kills, acknowledged, lost }) => ({ store, kills, acknowledged, lost: lost.length }));
console.table(rows);
for (const { store, lost } of reports) for (const loss of lost) console.log(`${store}: ${loss}`);
console.log(`${Math.round((Date.now() - startedAtMs) / 1_000)} s`);
process.exitCode = reports.some(({ lost }) => lost.length > 0) ? 1 : 0;
