import { setTimeout as wait } from "node:timers/promises";

const EVERY_MS = 5;

/** How late this process' timers come until `work` is done, in milliseconds: what a request would have waited. */
export async function latenessDuring(work: Promise<unknown>): Promise<readonly number[]> {
	let isDone = false;
	const ended = work.finally(() => {
		isDone = true;
	});
	const late: number[] = [];
	while (!isDone) {
		const dueMs = performance.now() + EVERY_MS;
		await wait(EVERY_MS);
		late.push(Math.max(0, performance.now() - dueMs));
	}
	await ended;
	return late;
}
