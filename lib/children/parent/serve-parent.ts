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
				process.send?.(troubleOf(problem), undefined, {}, () => process.exit(1));
			},
		);
	});
}

/** What broke and where; never its message, which may quote what a person wrote. */
function troubleOf(problem: unknown): object {
	const { name, stack = "" } = problem instanceof Error ? problem : new Error();
	return { kind: "broke", name, places: stack.split("\n").filter((line) => /^\s+at /.test(line)) };
}
