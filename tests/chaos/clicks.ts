import { setTimeout as wait } from "node:timers/promises";
import type { Draft, ImageRef } from "@/lib/domain/draft";
import type { BrowserId, TakeId } from "@/lib/domain/ids";
import type { Order } from "@/lib/domain/submit/order";
import type { SubmitResult } from "@/lib/services/submit-take";
import { GATEWAY_NAMES, type GatewayName } from "../support/emulators/kernel/personality";
import type { Random } from "../support/emulators/kernel/random";
import { insist } from "./call-desk";
import { draftOf, newBrowser, orderOf } from "./orders";
import type { TakeLog } from "./take-log";
import { watchBrowser } from "./watcher";
import type { World } from "./world";

/** What a person did, and what the app answered. */
export interface Click {
	readonly number: number;
	readonly browserId: BrowserId;
	readonly gateway: GatewayName;
	readonly draft: Draft;
	/** More than one only where the person explicitly generated again. */
	readonly takes: TakeId[];
	readonly clickedTwice: boolean;
}

export interface Session {
	readonly world: World;
	readonly random: Random;
	readonly log: TakeLog;
	readonly clicks: Click[];
	readonly complaints: string[];
	/** How much of everything that is to happen has happened, from 0 to 1. */
	readonly progress: { clicks: number; kills: number };
	readonly tell: (news: string) => void;
	/** How long a border is waited for the first time. */
	readonly borderMs: number;
	/** Of the machine's time; what was not done by then is left out. */
	readonly endsAtMs: number;
	isOver: boolean;
}

export function isTimeUp({ endsAtMs, isOver }: Session): boolean {
	return isOver || Date.now() > endsAtMs;
}

const PER_BROWSER = 26;
const BROWSERS_AT_ONCE = 4;
const MOST_OPEN = 36;
/** A take that takes longer is stuck on purpose: others go on. */
const OPEN_FOR_MS = 8_000;
const AHEAD = 0.04;
const LINGER_MS = 6_000;

export async function makeClicks(session: Session, count: number): Promise<void> {
	const watchers: Promise<void>[] = [];
	const perBlock = PER_BROWSER * BROWSERS_AT_ONCE;
	for (let first = 0; first < count && !isTimeUp(session); first += perBlock) {
		const browsers = Array.from({ length: BROWSERS_AT_ONCE }, newBrowser);
		const block = { isOver: false };
		watchers.push(...browsers.map((id) => watchBrowser(originsOf(session), id, session.log, () => block.isOver)));
		await clickThrough(session, browsers, first, Math.min(count, first + perBlock), count);
		watchers.push(
			wait(LINGER_MS).then(() => {
				block.isOver = true;
			}),
		);
	}
	await Promise.all(watchers);
}

export function originsOf({ world }: Pick<Session, "world">): readonly string[] {
	return world.desks.map(({ origin }) => origin);
}

async function clickThrough(
	session: Session,
	browsers: readonly BrowserId[],
	first: number,
	end: number,
	count: number,
): Promise<void> {
	const pictures = new Map<BrowserId, ImageRef | null>();
	for (const id of browsers) pictures.set(id, await insist(originsOf(session), "/picture", { browserId: id }));
	const open = new Map<TakeId, number>();
	const underWay = new Set<Promise<void>>();
	for (let number = first; number < end; number += 1) {
		if (isTimeUp(session)) break;
		const mustWait = () =>
			underWay.size >= 6 || isFull(session, open) || number / count > session.progress.kills + AHEAD;
		while (mustWait() && !isTimeUp(session)) await wait(10);
		const browserId = browsers[number % browsers.length] ?? newBrowser();
		const work = clickOnce(session, number, browserId, pictures.get(browserId) ?? null, open).finally(() => {
			underWay.delete(work);
			session.progress.clicks = Math.max(session.progress.clicks, (number + 1) / count);
		});
		underWay.add(work);
	}
	await Promise.all(underWay);
}

function isFull({ log }: Session, open: Map<TakeId, number>): boolean {
	const nowMs = Date.now();
	for (const [id, sinceMs] of open) {
		const kind = log.last(id);
		const isOpen = kind === null || ["queued", "sending", "rendering", "saving"].includes(kind);
		if (!isOpen || nowMs - sinceMs > OPEN_FOR_MS) open.delete(id);
	}
	return open.size >= MOST_OPEN;
}

async function clickOnce(
	session: Session,
	number: number,
	browserId: BrowserId,
	picture: ImageRef | null,
	open: Map<TakeId, number>,
): Promise<void> {
	const { random, clicks, complaints } = session;
	const gateway = random.pick(GATEWAY_NAMES) ?? "kling";
	const clickedTwice = random.next() < 0.1;
	const draft = draftOf(number, random.next() < 0.15 ? picture : null);
	const order = orderOf(gateway, draft);
	const answers = await Promise.all(
		Array.from({ length: clickedTwice ? 2 : 1 }, () => submit(session, browserId, order, null)),
	);
	const ids = new Set(answers.flatMap((id) => id ?? []));
	if (ids.size !== 1) complaints.push(`Click ${number} at ${gateway} made ${ids.size} takes.`);
	clicks.push({ number, browserId, gateway, draft, takes: [...ids], clickedTwice });
	for (const id of ids) open.set(id, Date.now());
}

/** One click, pressed on through kills; what would leave to make room is agreed to. */
export async function submit(
	session: Session,
	browserId: BrowserId,
	order: Order,
	retryOf: TakeId | null,
): Promise<TakeId | null> {
	let wish = order;
	for (let rounds = 0; rounds < 20; rounds += 1) {
		const answer: SubmitResult | null = await insist(originsOf(session), "/submit", {
			browserId,
			order: wish,
			retryOf,
		});
		if (answer?.ok) return answer.value.take.id;
		if (answer?.problem.kind !== "would-leave") {
			session.complaints.push(`A click was refused: ${answer?.problem.kind} ${answer?.problem.sentence}`);
			return null;
		}
		wish = { ...wish, leaving: answer.problem.takes.map(({ id }) => id) };
	}
	session.complaints.push("A click was asked again and again what may leave.");
	return null;
}
