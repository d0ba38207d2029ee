import process from "node:process";

export type Say<Word> = (word: Word) => Promise<void>;

/** One order from the process that forked us, words back, and the end of this process. */
export function serveParent<Word extends object>(work: (order: unknown, say: Say<Word>) => Promise<void>): void {
	const say: Say<Word> = (word) =>
		new Promise((resolve, reject) => {
			if (!process.send) return reject(new Error("Nobody forked this process."));
			process.send(word, undefined, {}, (problem: Error | null) => (problem ? reject(problem) : resolve()));
		});
	// A child whose parent died would go on for nobody.
	process.once("disconnect", () => process.exit(2));
	process.once("message", (order) => {
		work(order, say).then(
			() => process.exit(0),
			(problem: unknown) => {
				console.error(problem);
				process.exit(1);
			},
		);
	});
}
