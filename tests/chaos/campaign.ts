import type { BrowserId, TakeId } from "@/lib/domain/ids";
import { GATEWAY_NAMES } from "../support/emulators/kernel/personality";
import { Random } from "../support/emulators/kernel/random";
import { calmDown, passTheNight, settleTheRest, startAll, stopAll } from "./calm";
import { check, type Ledgers, type Verdict } from "./check";
import { makeClicks, type Session } from "./clicks";
import { bookHazards, nameHazard } from "./hazards";
import { type Inspection, inspect } from "./inspect";
import { beBusy } from "./people";
import type { AcknowledgedCallback } from "./receiver";
import { cutOff, type Deaths, killAgainAndAgain, noDeaths } from "./storm";
import { TakeLog } from "./take-log";
import { openWorld, type Stage, type World } from "./world";

export interface Plan {
	readonly stage: Stage;
	readonly takes: number;
	readonly kills: number;
	readonly seed: number;
	/** How many times as fast time runs. */
	readonly speed: number;
	/** How long a server is let live until it reaches the border at which it is to die. */
	readonly borderMs: number;
	/** At most this long; what was done until then is reckoned. */
	readonly minutes: number;
	/** Whether a day passes at the end, so that what left the history is destroyed. */
	readonly night: boolean;
	readonly tell?: (news: string) => void;
}

export interface CampaignReport {
	readonly stage: Stage;
	readonly clicks: number;
	readonly takes: number;
	readonly charges: number;
	readonly deaths: Deaths;
	readonly faults: ReadonlyMap<string, number>;
	readonly verdict: Verdict;
	readonly callbacks: number;
	readonly films: number;
	readonly unknown: { readonly seen: number; readonly byItself: number; readonly leftToPeople: Map<string, number> };
	readonly seconds: number;
}

/** A storm over one storage, the calm after it, and the reckoning. */
export async function runCampaign(plan: Plan): Promise<CampaignReport> {
	const startedAtMs = Date.now();
	const world = await openWorld(plan.stage, plan.seed, plan.speed);
	try {
		const session = openSession(world, plan);
		const deaths = noDeaths();
		for (const name of GATEWAY_NAMES) await bookHazards(name, world.emulators.gateways[name]);
		for (const desk of world.desks) if (!world.slots.includes(desk)) await desk.start(null);
		await storm(session, deaths, plan);
		session.tell("calm");
		const faults = await countFaults(world);
		await calmDown(session);
		session.tell("reckoning");
		await stopAll(session);
		const first = await reckon(session, world.receiver.acknowledged);
		const { leftToPeople, byItself, seen } = countUnknown(session, first.inspection);

		session.tell("settle and purge");
		await startAll(session);
		await settleTheRest(session);
		if (plan.night) await passTheNight(session, deaths);
		await stopAll(session);
		// What was destroyed in the night took its callbacks along.
		const last = await reckon(session, []);
		return {
			stage: plan.stage,
			clicks: session.clicks.length,
			takes: first.inspection.receipts.size,
			charges: first.charges,
			deaths,
			faults,
			verdict: join(first.verdict, last.verdict, [...session.complaints, ...session.log.complaints]),
			callbacks: world.receiver.acknowledged.length,
			films: [...first.inspection.takes.values()].filter(({ storedSha256 }) => storedSha256 !== null).length,
			unknown: { seen, byItself, leftToPeople },
			seconds: Math.round((Date.now() - startedAtMs) / 1_000),
		};
	} finally {
		await world.close();
	}
}

function openSession(world: World, { seed, minutes, borderMs, tell = () => {} }: Plan): Session {
	return {
		world,
		random: new Random(seed),
		log: new TakeLog(),
		clicks: [],
		complaints: [],
		progress: { clicks: 0, kills: 0 },
		tell,
		borderMs,
		endsAtMs: Date.now() + minutes * 60_000,
		isOver: false,
	};
}

async function storm(session: Session, deaths: Deaths, { takes, kills }: Plan): Promise<void> {
	const killers = session.world.slots.map((slot) => killAgainAndAgain(session, slot, deaths, kills));
	const others = [beBusy(session), cutOff(session, deaths)];
	const survivors = Promise.all(killers).then(() => startAll(session));
	await Promise.all([makeClicks(session, takes), survivors]);
	session.isOver = true;
	await Promise.all(others);
}

async function countFaults({ emulators }: World): Promise<Map<string, number>> {
	const counts = new Map<string, number>();
	for (const name of GATEWAY_NAMES) {
		for (const { rule, fired } of await emulators.gateways[name].faults()) {
			const hazard = nameHazard(rule);
			counts.set(hazard, (counts.get(hazard) ?? 0) + fired);
		}
	}
	return counts;
}

interface Reckoning {
	readonly verdict: Verdict;
	readonly inspection: Inspection;
	readonly charges: number;
}

async function reckon(session: Session, callbacks: readonly AcknowledgedCallback[]): Promise<Reckoning> {
	const { world, clicks } = session;
	const ledgers: Ledgers = new Map(
		await Promise.all(
			GATEWAY_NAMES.map(async (name) => [name, (await world.emulators.gateways[name].ledger()).submits] as const),
		),
	);
	const owners = new Map<TakeId, BrowserId>(
		clicks.flatMap((click) => click.takes.map((id) => [id, click.browserId] as const)),
	);
	const inspection = await inspect(world, owners, callbacks);
	const charges = [...ledgers.values()].flat().filter(({ charged }) => charged !== null).length;
	return { verdict: check(clicks, ledgers, inspection), inspection, charges };
}

/** How many were ever in doubt, and who ended it. */
function countUnknown({ log, clicks }: Session, { takes }: Inspection) {
	const leftToPeople = new Map<string, number>();
	let seen = 0;
	let byItself = 0;
	for (const id of clicks.flatMap((click) => click.takes)) {
		const take = takes.get(id)?.take;
		const isSettled = take?.state.kind === "failed" && take.state.failure.code === "settled-by-person";
		const isUnknown = take?.state.kind === "outcome-unknown";
		if (!isUnknown && !isSettled && !log.path(id).includes("outcome-unknown")) continue;
		seen += 1;
		if (!isUnknown && !isSettled) byItself += 1;
		else leftToPeople.set(take.gateway, (leftToPeople.get(take.gateway) ?? 0) + 1);
	}
	return { seen, byItself, leftToPeople };
}

function join(first: Verdict, last: Verdict, complaints: readonly string[]): Verdict {
	const both = (name: keyof Verdict) => [...new Set([...first[name], ...last[name]])];
	return {
		duplicates: both("duplicates"),
		lostTakes: both("lostTakes"),
		lostFilms: both("lostFilms"),
		others: [...both("others"), ...complaints],
	};
}
