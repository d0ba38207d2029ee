import { setTimeout as wait } from "node:timers/promises";
import { CRASH_POINTS, type CrashPoint } from "@/lib/services/crash-points";
import { GATEWAY_NAMES } from "../support/emulators/kernel/personality";
import { isTimeUp, type Session } from "./clicks";
import type { Slot } from "./slot";

export interface Deaths {
	kills: number;
	/** Of these, the ones at a named border, by its name. */
	readonly visited: Map<CrashPoint, number>;
	readonly tried: Map<CrashPoint, number>;
	freezes: number;
	outages: number;
}

/** Borders that are only crossed long after the storm. */
const LATER: readonly CrashPoint[] = ["purge:before-media", "purge:after-media", "purge:after-row"];
const AT_A_BORDER = 0.65;
const FREEZE = 0.12;
const AHEAD = 0.02;

/** Kills one server again and again, half of the time at a border of its own work, until there were enough. */
export async function killAgainAndAgain(session: Session, slot: Slot, deaths: Deaths, enough: number): Promise<void> {
	const { random, world, progress } = session;
	while (!isTimeUp(session) && deaths.kills < enough) {
		const point = random.next() < AT_A_BORDER ? nextPoint(session, deaths) : null;
		const isFirstTry = point !== null && deaths.tried.get(point) === 1;
		const wish = point && `${point}#${isFirstTry ? 1 : 1 + Math.floor(random.next() * 3)}`;
		const isUp = await slot.start(wish);
		const lifeMs = isFirstTry ? session.borderMs : lifeOf(session, point !== null);
		const diedByItself = !isUp || (await Promise.race([slot.gone.then(() => true), wait(lifeMs).then(() => false)]));
		if (diedByItself && point) deaths.visited.set(point, (deaths.visited.get(point) ?? 0) + 1);
		if (!diedByItself && world.slots.length > 1 && random.next() < FREEZE) await freeze(session, slot, deaths);
		while (slot.isUp && deaths.kills / enough > progress.clicks + AHEAD && !isTimeUp(session)) await wait(20);
		await slot.signal("SIGKILL");
		deaths.kills += 1;
		progress.kills = Math.max(progress.kills, deaths.kills / enough);
		if (deaths.kills % 20 === 0) session.tell(`${deaths.kills} of ${enough} kills, ${session.clicks.length} clicks`);
	}
	progress.kills = Math.max(progress.kills, deaths.kills / enough);
}

function lifeOf({ random, world }: Session, waitsForABorder: boolean): number {
	const base = world.stage === "server" ? 2_500 : 250;
	return base + random.next() * (waitsForABorder ? 2_500 : 1_500);
}

/** Any of those tried least. */
function nextPoint({ random }: Session, { tried }: Deaths): CrashPoint | null {
	const points = CRASH_POINTS.filter((point) => !LATER.includes(point));
	const least = Math.min(...points.map((point) => tried.get(point) ?? 0));
	const point = random.pick(points.filter((each) => (tried.get(each) ?? 0) === least)) ?? null;
	if (point) tried.set(point, least + 1);
	return point;
}

export function noDeaths(): Deaths {
	return { kills: 0, visited: new Map(), tried: new Map(), freezes: 0, outages: 0 };
}

/** Stopped for longer than its lease, then awake again, believing that it still holds what others have taken over. */
async function freeze({ world }: Session, slot: Slot, deaths: Deaths): Promise<void> {
	slot.freeze();
	await wait(world.leaseMs * 1.4);
	slot.thaw();
	deaths.freezes += 1;
	await wait(400);
}

/** Now and then a gateway cannot be reached at all. */
export async function cutOff(session: Session, deaths: Deaths): Promise<void> {
	const { world, random } = session;
	while (!session.isOver) {
		await wait(4_000 + random.next() * 4_000);
		const emulator = world.emulators.gateways[random.pick(GATEWAY_NAMES) ?? "kling"];
		await emulator.refuseConnections();
		await wait(250);
		await emulator.acceptConnections();
		deaths.outages += 1;
	}
}
