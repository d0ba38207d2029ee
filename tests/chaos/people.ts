import { setTimeout as wait } from "node:timers/promises";
import type { Result } from "@/lib/domain/result";
import type { TakesNews } from "@/lib/domain/take/takes-news";
import type { TakeView } from "@/lib/domain/take/view";
import type { SubmitEntry } from "../support/emulators/kernel/ledger-records";
import { insist } from "./call-desk";
import { type Click, originsOf, type Session, submit } from "./clicks";
import { markOf, orderOf } from "./orders";

const ROUND_MS = 700;

/** What people do while the storm goes on: they cancel, look into their accounts and say how it was, and generate again. */
export async function beBusy(session: Session): Promise<void> {
	const { random, clicks } = session;
	while (!session.isOver) {
		await wait(ROUND_MS);
		const click = random.pick(clicks.slice(-120));
		if (!click) continue;
		const takes = await listTakes(session, click);
		const running = random.pick(takes.filter(({ state }) => state.kind === "queued" || state.kind === "rendering"));
		if (running && random.next() < 0.3) await cancel(session, click, running);
		const unknown = takes.find(({ state, gateway }) => state.kind === "outcome-unknown" && gateway === "empiriolabs");
		if (unknown) await decide(session, unknown);
	}
}

async function listTakes(session: Session, { browserId }: Click): Promise<readonly TakeView[]> {
	const news: TakesNews | null = await insist(originsOf(session), "/list", { browserId }, () => session.isOver);
	return news?.kind === "whole" ? news.takes : [];
}

function cancel(session: Session, { browserId }: Click, take: TakeView): Promise<unknown> {
	return insist(originsOf(session), "/cancel", { browserId, takeId: take.id }, () => session.isOver);
}

async function decide(session: Session, take: TakeView): Promise<void> {
	const click = session.clicks.find(({ takes }) => takes.includes(take.id));
	if (!click) return;
	if (session.random.next() < 0.5) await settleTruly(session, click, take);
	else if (click.takes.length === 1) await generateAgain(session, click, take);
}

/** The person looks into the account at the gateway, which is the ledger. */
export async function settleTruly(session: Session, click: Click, take: TakeView): Promise<boolean> {
	const ledger = await session.world.emulators.gateways[click.gateway].ledger();
	const charged = ledger.submits.some((entry) => isOf(click, entry) && entry.charged !== null) ? "yes" : "no";
	const wish = { browserId: click.browserId, takeId: take.id, charged } as const;
	const answer: Result<TakeView, unknown> | null = await insist(originsOf(session), "/settle", wish);
	return answer?.ok === true && answer.value.state.kind === "failed";
}

/** The explicit repeat, which may cost twice and says so. */
async function generateAgain(session: Session, click: Click, take: TakeView): Promise<void> {
	const again = await submit(session, click.browserId, orderOf(click.gateway, click.draft), take.id);
	if (again) click.takes.push(again);
}

export function bodyOf(entry: Pick<SubmitEntry, "bodyBase64">): string {
	return Buffer.from(entry.bodyBase64, "base64").toString("utf8");
}

function isOf({ number }: Click, entry: Pick<SubmitEntry, "bodyBase64">): boolean {
	return bodyOf(entry).includes(markOf(number));
}
