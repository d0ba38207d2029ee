import { openStorage } from "@/lib/storage/open-storage";
import { browsersSubject, imagesSubject, keysSubject } from "./browser-subjects";
import { Ledger } from "./ledger";
import { mediaSubject } from "./media-subject";
import type { Subject } from "./subject";
import { sharesSubject, spendSubject, takesSubject } from "./take-subjects";
import { verify } from "./verify";

// Opens the storage, holds it against the ledger, and then writes until it is killed; with `all`, it only verifies.
const [dataDir = "", ledgerPath = "", mode = "latest"] = process.argv.slice(2);

const storage = await openStorage({
	dataDir,
	databaseUrl: null,
	bucket: null,
	minFreeBytes: 1,
	onProblem: (problem) => console.error(problem),
});
const ledger = new Ledger(ledgerPath);
const makers = [takesSubject, spendSubject, sharesSubject, keysSubject, imagesSubject, browsersSubject, mediaSubject];
const subjects = makers.map((make) => make(storage));
const verdicts = [];
for (const subject of subjects) verdicts.push(await verify(subject, ledger, mode === "all"));
console.log(JSON.stringify(verdicts));

const silent = new Set(subjects.map((subject) => subject.store));

async function writeOn(subject: Subject): Promise<never> {
	for (;;) {
		await subject.write(async (key, leaves, work) => {
			ledger.note("announced", subject.store, key, leaves);
			await work();
			ledger.note("acknowledged", subject.store, key, leaves);
		});
		if (silent.delete(subject.store) && silent.size === 0) console.log("every store has written");
	}
}

if (mode === "all") await storage.close();
else await Promise.all(subjects.map(writeOn));
