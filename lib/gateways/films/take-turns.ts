import "server-only";

export type InTurn = <Answer>(work: () => Promise<Answer>) => Promise<Answer>;

/** At most so many at once; the others wait in the order they came. */
export function takeTurns(maxAtOnce: number): InTurn {
	const waiting: (() => void)[] = [];
	let running = 0;
	return async (work) => {
		if (running >= maxAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
		else running += 1;
		try {
			return await work();
		} finally {
			const next = waiting.shift();
			if (next) next();
			else running -= 1;
		}
	};
}
