import "server-only";
import { catalogEntry } from "@/lib/domain/catalog/catalog";
import { type Draft, durationSeconds, modality } from "@/lib/domain/draft";
import { fingerprintText } from "@/lib/domain/draft/fingerprint";
import { makeRoom, purgeAtMs } from "@/lib/domain/history/leaving";
import { type BrowserId, mintId, type TakeId, takeIdSchema } from "@/lib/domain/ids";
import { judgeDraft } from "@/lib/domain/judge/judge";
import { isSamePrice, showPrice } from "@/lib/domain/quote/shown-price";
import { openReceipt } from "@/lib/domain/receipt/open-receipt";
import { ok, type Result, refuse } from "@/lib/domain/result";
import { dearestPerSecond } from "@/lib/domain/spend/dearest-rate";
import type { Reservation } from "@/lib/domain/spend/reservation";
import { reserve } from "@/lib/domain/spend/reserve";
import type { Order } from "@/lib/domain/submit/order";
import type { SubmitProblem } from "@/lib/domain/submit/submit-problem";
import { NEW_LABELS, type Take } from "@/lib/domain/take/take";
import { type TakeView, viewTake } from "@/lib/domain/take/view";
import { NoSpaceLeft } from "@/lib/ports/no-space-left";
import type { CreateOutcome, NewTake } from "@/lib/ports/take-store";
import type { Has } from "@/lib/services/doors";
import { findPayer, type PayerWithCaps } from "@/lib/services/find-payer";
import { explainCreate, PROBLEMS } from "@/lib/services/submit-problems";

export type SubmitDoors = Has<
	"takes" | "keys" | "images" | "settings" | "vault" | "clock" | "random" | "log" | "handOver" | "crashPoint"
>;

export interface Submitted {
	readonly take: TakeView;
	/** Takes that left to make room. */
	readonly left: readonly TakeId[];
}

export type SubmitResult = Result<Submitted, SubmitProblem>;

/** One click makes one take, or none: everything is checked and written at once, and nothing is sent yet. */
export async function submitTake(
	doors: SubmitDoors,
	browserId: BrowserId,
	order: Order,
	retryOf: TakeId | null = null,
): Promise<SubmitResult> {
	// Asked for together, since the person waits; judged one after the other.
	const [{ earlier, history }, draft, found] = await Promise.all([
		doors.takes.beforeClick(browserId, order.submitKey),
		withOwnImage(doors, browserId, order.draft),
		findPayer(doors, browserId, order.gateway),
	]);
	if (earlier) return answerAgain(earlier, order, retryOf);
	if (!draft) return refuse(PROBLEMS.imageMissing);
	const obstacle = findObstacle(draft, order);
	if (obstacle) return refuse(obstacle);
	if (!found) return refuse(PROBLEMS.noKey(catalogEntry(order.gateway).label));
	const room = makeRoom(history, new Set(order.leaving));
	if (!room.ok) return refuse(PROBLEMS.wouldLeave(room.problem.takes.map(viewTake)));
	const click = { order: { ...order, draft }, found, retryOf, leaving: room.value };
	return create(doors, makeWish(doors, browserId, click));
}

/** The click was answered before, and the answer may have been lost: whatever has changed since, it made this take. */
function answerAgain(earlier: Take, { gateway, draft }: Order, retryOf: TakeId | null): SubmitResult {
	const isSame =
		earlier.gateway === gateway &&
		earlier.retryOf === retryOf &&
		fingerprintText(earlier.draft) === fingerprintText(draft);
	return isSame ? ok({ take: viewTake(earlier), left: [] }) : refuse(PROBLEMS.conflict);
}

/** What the store knows of the image counts, not what the browser says of it. */
async function withOwnImage({ images }: SubmitDoors, browserId: BrowserId, draft: Draft): Promise<Draft | null> {
	if (!draft.image) return draft;
	const image = await images.find(browserId, draft.image.id);
	return image && { ...draft, image };
}

function findObstacle(draft: Draft, { gateway, shown }: Order): SubmitProblem | null {
	const entry = catalogEntry(gateway);
	const { refusals } = judgeDraft(draft, entry);
	if (refusals.length > 0) return PROBLEMS.cannotBeSent(refusals);
	const now = showPrice(draft, entry);
	return isSamePrice(shown, now) ? null : PROBLEMS.priceChanged(shown, now);
}

interface Click {
	readonly order: Order;
	readonly found: PayerWithCaps;
	readonly retryOf: TakeId | null;
	readonly leaving: readonly TakeId[];
}

function makeWish(doors: SubmitDoors, browserId: BrowserId, { order, found, retryOf, leaving }: Click): NewTake {
	const nowMs = doors.clock.nowMs();
	const { submitKey, gateway, draft, shown } = order;
	const take: Take = {
		id: mintId(takeIdSchema, "tk", doors.random.bytes(16)),
		browserId,
		submitKey,
		gateway,
		model: catalogEntry(gateway).routes?.[modality(draft)].modelId ?? gateway,
		draft,
		shown,
		payer: found.payer,
		createdAtMs: nowMs,
		retryOf,
		attempts: 0,
		labels: NEW_LABELS,
		extras: null,
		left: null,
		state: { kind: "queued", sinceMs: nowMs, attempt: 1, held: null },
	};
	const reservation = reserveFor(take, found, nowMs);
	return {
		take,
		fingerprint: doors.vault.hash(`${gateway}|${retryOf ?? ""}|${fingerprintText(draft)}`),
		reservation,
		receipt: openReceipt(take, reservation),
		leaving,
		leavingPurgeAtMs: purgeAtMs(nowMs),
		maxUnfinished: gateway === "animatic" ? MAX_ANIMATICS : null,
		nextWakeAtMs: nowMs,
		lease: doors.handOver.offer(),
	};
}

/** Two that run and four that wait. */
const MAX_ANIMATICS = 6;

function reserveFor(
	{ browserId, gateway, draft, shown }: Take,
	{ payer, caps }: PayerWithCaps,
	nowMs: number,
): Reservation {
	const spender = { browserId, gateway, payer: payer.kind };
	const price = {
		quote: shown.quote,
		seconds: durationSeconds(draft),
		dearestPerSecond: dearestPerSecond(draft.resolution),
	};
	return reserve(spender, price, caps, nowMs);
}

async function create(doors: SubmitDoors, wish: NewTake): Promise<SubmitResult> {
	doors.crashPoint("submit:before-create");
	const outcome = await createUnlessFull(doors, wish);
	doors.crashPoint("submit:after-create");
	if (outcome.kind === "no-space") return refuse(PROBLEMS.noSpace);
	if (outcome.kind === "created") {
		if (outcome.claim) doors.handOver.give(outcome.claim);
		return ok({ take: viewTake(outcome.take), left: outcome.left });
	}
	if (outcome.kind === "same") return ok({ take: viewTake(outcome.take), left: [] });
	return refuse(explainCreate(outcome, wish.reservation));
}

async function createUnlessFull(
	doors: SubmitDoors,
	wish: NewTake,
): Promise<CreateOutcome | { readonly kind: "no-space" }> {
	try {
		return await doors.takes.create(wish);
	} catch (problem) {
		if (!(problem instanceof NoSpaceLeft)) throw problem;
		doors.log.error("no-space-for-take", { freeBytes: problem.freeBytes }, problem);
		return { kind: "no-space" };
	}
}
