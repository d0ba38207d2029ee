import { openStorage } from "@/lib/storage/open-storage";
import { aClick, aTake } from "../storage/contract/builders";
import { newPerson, type Place } from "./served";

export interface SeededPage {
	readonly cookie: string;
	readonly takeId: string;
}

/** One person each with one take that is over, so that nothing but what is measured goes on. */
export async function seedTakes(place: Place, count: number): Promise<readonly SeededPage[]> {
	const onProblem = (problem: unknown) => console.error(problem);
	const storage = await openStorage({ ...place, bucket: null, onProblem });
	const pages: SeededPage[] = [];
	const nowMs = Date.now();
	const one = async () => {
		const { cookie, browserId } = newPerson();
		const take = aTake({
			browserId,
			createdAtMs: nowMs,
			state: { kind: "cancelled", sinceMs: nowMs, charged: "no" },
		});
		await storage.takes.create(aClick(take, { nextWakeAtMs: nowMs + YEAR_MS }));
		pages.push({ cookie, takeId: take.id });
	};
	for (let made = 0; made < count; made += AT_ONCE) await Promise.all(Array.from({ length: AT_ONCE }, one));
	await storage.close();
	return pages;
}

const AT_ONCE = 20;
const YEAR_MS = 365 * 86_400_000;
