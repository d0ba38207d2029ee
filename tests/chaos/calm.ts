import { setTimeout as wait } from "node:timers/promises";
import type { TakeId } from "@/lib/domain/ids";
import type { TakesNews } from "@/lib/domain/take/takes-news";
import type { TakeView } from "@/lib/domain/take/view";
import { CRASH_POINTS } from "@/lib/services/crash-points";
import { GATEWAY_NAMES } from "../support/emulators/kernel/personality";
import { insist } from "./call-desk";
import { type Click, originsOf, type Session } from "./clicks";
import { settleTruly } from "./people";
import type { Deaths } from "./storm";
import { skipTime } from "./world";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Shorter than a lease, so that nobody loses one by the skipping itself while something may still be sent. */
const SLICE_MS = 30_000;
const FIRST_SLICES = 50;
const LONG_SLICE_MS = 5 * MINUTE_MS;
const SETTLED_AFTER_MS = 2.3 * HOUR_MS;
const SERVER_CALM_MS = 150_000;

/** No more faults: everything that can end by itself does. */
export async function calmDown(session: Session): Promise<void> {
	const { world } = session;
	await Promise.all(GATEWAY_NAMES.map((name) => world.emulators.gateways[name].clearFaults()));
	await startAll(session);
	if (world.stage === "server") return waitForReal(session);
	for (let round = 0; round < 20 && (await countOpen(session)) > 0; round += 1) await wait(300);
	for (let slice = 0; slice < FIRST_SLICES; slice += 1) {
		await skipTime(world, SLICE_MS);
		await wait(40);
	}
	for (let skippedMs = 0; skippedMs < SETTLED_AFTER_MS && (await countOpen(session)) > 0; skippedMs += LONG_SLICE_MS) {
		await skipTime(world, LONG_SLICE_MS);
		await wait(150);
	}
	for (let round = 0; round < 20 && (await countOpen(session)) > 0; round += 1) await wait(300);
}

export async function startAll({ world }: Session): Promise<void> {
	const all = new Set([...world.slots, ...world.desks]);
	for (const slot of all) if (!slot.isUp && !(await slot.start(null))) throw new Error("A server did not start again.");
}

export async function stopAll({ world }: Session): Promise<void> {
	const all = new Set([...world.slots, ...world.desks]);
	await Promise.all([...all].map((slot) => slot.signal("SIGTERM")));
}

async function waitForReal(session: Session): Promise<void> {
	const untilMs = Date.now() + SERVER_CALM_MS;
	while (Date.now() < untilMs && (await countOpen(session)) > 0) await wait(1_000);
}

async function countOpen(session: Session): Promise<number> {
	const takes = await listAll(session);
	return [...takes.values()].filter(({ state }) => ["queued", "sending", "rendering", "saving"].includes(state.kind))
		.length;
}

async function listAll(session: Session): Promise<Map<TakeId, TakeView>> {
	const found = new Map<TakeId, TakeView>();
	for (const browserId of new Set(session.clicks.map((click) => click.browserId))) {
		const news: TakesNews | null = await insist(originsOf(session), "/list", { browserId });
		if (news?.kind === "whole") for (const take of [...news.takes, ...news.left]) found.set(take.id, take);
	}
	return found;
}

/** What is still in doubt is for people to settle: that must work for every one of them. */
export async function settleTheRest(session: Session): Promise<number> {
	let settled = 0;
	for (const [id, take] of await listAll(session)) {
		if (take.state.kind !== "outcome-unknown") continue;
		const click = session.clicks.find((each: Click) => each.takes.includes(id));
		if (click && (await settleTruly(session, click, take))) settled += 1;
		else session.complaints.push(`${id} could not be settled.`);
	}
	return settled;
}

/** What left the history is destroyed a day later; the server dies at each border of that too. */
export async function passTheNight(session: Session, deaths: Deaths): Promise<void> {
	const { world } = session;
	const slot = world.slots[0];
	for (let hours = 0; hours < 25; hours += 1) await skipTime(world, HOUR_MS);
	for (const point of CRASH_POINTS.filter((name) => name.startsWith("purge:"))) {
		await slot?.signal("SIGKILL");
		await slot?.start(`${point}#2`);
		const died = await Promise.race([slot?.gone.then(() => true), wait(6_000).then(() => false)]);
		if (died) deaths.visited.set(point, (deaths.visited.get(point) ?? 0) + 1);
		deaths.kills += 1;
	}
	await slot?.signal("SIGKILL");
	await startAll(session);
	await wait(4_000);
}
