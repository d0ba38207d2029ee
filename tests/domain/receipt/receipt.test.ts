import { describe, expect, test } from "vitest";
import { type Bill, mergeBills, NO_BILL } from "@/lib/domain/bill";
import { type Money, usd } from "@/lib/domain/money";
import { chargedSentence } from "@/lib/domain/receipt/charged-sentence";
import { countedUsdMicros, isCountAssumed } from "@/lib/domain/receipt/counted";
import { receiptsGoBeforeMs } from "@/lib/domain/receipt/keeping";
import { receiptLines } from "@/lib/domain/receipt/lines";
import { openReceipt } from "@/lib/domain/receipt/open-receipt";
import { receiptSchema } from "@/lib/domain/receipt/receipt";
import { updateReceipt } from "@/lib/domain/receipt/update-receipt";
import type { TakeState } from "@/lib/domain/take/state";
import type { Take } from "@/lib/domain/take/take";
import { anAnimatic, aTake } from "../take/builders";
import { failure, STATES } from "../take/samples";

const credits = (count: number): Money => ({ micros: count * 1_000_000, currency: "credits" });
const CREDITS_ONLY: Bill = { ...NO_BILL, charged: credits(72) };
const BOTH: Bill = { ...NO_BILL, reserved: credits(72), charged: credits(72), chargedUsd: usd(1_058_824) };

const PUBLISHED = aTake();
const UNPUBLISHED = aTake({ shown: { catalogueVersion: "0badcafe", quote: { kind: "unknown" } }, gateway: "apimart" });

function receiptOf(state: TakeState, bill: Bill = NO_BILL, take: Take = PUBLISHED) {
	const assumed = take.shown.quote.kind === "unknown";
	const micros = take.payer.kind === "free" ? 0 : assumed ? 2_250_000 : 1_060_000;
	return updateReceipt(openReceipt(take, { micros, assumed }), bill, state);
}

const failed = (charged: "no" | "yes" | "yes-refunded" | "unknown", code?: "settled-by-person"): TakeState => ({
	kind: "failed",
	sinceMs: 40,
	failure: failure(charged, code),
});

describe("were you charged?", () => {
	test.each<[string, TakeState, Bill, string]>([
		["queued", STATES.queued, NO_BILL, "Not yet. $1.06 stays reserved against the cap until it ends."],
		["rendering", STATES.rendering, NO_BILL, "Not yet. $1.06 stays reserved against the cap until it ends."],
		["ready, the reply in dollars and credits", STATES.ready, BOTH, "Yes. EvoLink charged $1.058824 (72 credits)."],
		["ready, the reply in credits alone", STATES.ready, CREDITS_ONLY, "Yes. EvoLink charged 72 credits."],
		[
			"ready, the reply silent",
			STATES.ready,
			NO_BILL,
			"Yes. EvoLink's reply names no amount; its listed price is $1.06.",
		],
		["failed, not charged", failed("no"), NO_BILL, "No. EvoLink charged nothing."],
		["failed, charged", failed("yes"), CREDITS_ONLY, "Yes. EvoLink charged 72 credits."],
		[
			"failed, refunded without a figure",
			failed("yes-refunded"),
			NO_BILL,
			"It was charged and refunded, as EvoLink handles failures.",
		],
		[
			"failed, refunded with a figure",
			failed("yes-refunded"),
			{ ...CREDITS_ONLY, refunded: credits(72) },
			"It was charged, and EvoLink gave 72 credits back.",
		],
		[
			"failed, nobody knows",
			failed("unknown"),
			NO_BILL,
			"Perhaps: nobody could tell us. Your account at EvoLink shows it.",
		],
		["cancelled", STATES.cancelled, NO_BILL, "No. EvoLink charged nothing."],
		[
			"outcome unknown",
			STATES["outcome-unknown"],
			NO_BILL,
			"Perhaps: nobody could tell us. Your account at EvoLink shows it. $1.06 stays reserved against the cap until it is settled.",
		],
		["settled: charged", failed("yes", "settled-by-person"), NO_BILL, "Yes, as you settled it yourself."],
		["settled: not charged", failed("no", "settled-by-person"), NO_BILL, "No, as you settled it yourself."],
	])("%s", (_, state, bill, sentence) => {
		expect(chargedSentence(receiptOf(state, bill), "EvoLink")).toBe(sentence);
	});

	test("an animatic is free however it ends", () => {
		for (const state of Object.values(STATES)) {
			expect(chargedSentence(receiptOf(state, NO_BILL, anAnimatic()), "Animatic")).toBe("No. The animatic is free.");
		}
	});

	test("an assumed reservation is called assumed", () => {
		expect(chargedSentence(receiptOf(STATES.queued, NO_BILL, UNPUBLISHED), "APIMart")).toBe(
			"Not yet. $2.25 (assumed) stays reserved against the cap until it ends.",
		);
	});

	test("no price is invented where none is published", () => {
		expect(chargedSentence(receiptOf(STATES.ready, NO_BILL, UNPUBLISHED), "APIMart")).toBe(
			"Yes. APIMart's reply names no amount.",
		);
	});
});

describe("what a take counts for", () => {
	test.each<[string, TakeState, Bill, number]>([
		["what was reserved while it runs", STATES.rendering, NO_BILL, 1_060_000],
		["what was reserved while it runs, whatever was stated so far", STATES.rendering, BOTH, 1_060_000],
		["what was reserved while it is unknown", STATES["outcome-unknown"], NO_BILL, 1_060_000],
		["what was reserved where it failed and nobody knows", failed("unknown"), NO_BILL, 1_060_000],
		["the dollars of the reply", STATES.ready, BOTH, 1_058_824],
		["dollars named as the charge itself", STATES.ready, { ...NO_BILL, charged: usd(900_000) }, 900_000],
		["what was reserved where the reply names credits only", STATES.ready, CREDITS_ONLY, 1_060_000],
		["less what came back", STATES.ready, { ...BOTH, refunded: usd(58_824) }, 1_000_000],
		["never less than nothing", STATES.ready, { ...BOTH, refunded: usd(9_000_000) }, 0],
		["nothing where it was not charged", failed("no"), BOTH, 0],
		["nothing where it was refunded", failed("yes-refunded"), BOTH, 0],
		["nothing where it was cancelled unsent", STATES.cancelled, NO_BILL, 0],
		["what was reserved where the person says it was charged", failed("yes", "settled-by-person"), NO_BILL, 1_060_000],
	])("%s", (_, state, bill, micros) => {
		expect(countedUsdMicros(receiptOf(state, bill))).toBe(micros);
	});

	test("is assumed exactly while no list and no reply gave the figure", () => {
		expect(isCountAssumed(receiptOf(STATES.rendering, NO_BILL, UNPUBLISHED))).toBe(true);
		expect(isCountAssumed(receiptOf(STATES.ready, NO_BILL, UNPUBLISHED))).toBe(true);
		expect(isCountAssumed(receiptOf(STATES.ready, BOTH, UNPUBLISHED))).toBe(false);
		expect(isCountAssumed(receiptOf(failed("no"), NO_BILL, UNPUBLISHED))).toBe(false);
		expect(isCountAssumed(receiptOf(STATES.rendering))).toBe(false);
	});
});

describe("the lines of a receipt", () => {
	const text = (...args: Parameters<typeof receiptOf>) =>
		receiptLines(receiptOf(...args), "EvoLink").map(
			({ label, amount, note }) => `${label}: ${amount}${note ? ` (${note})` : ""}`,
		);

	test("run from the estimate over what was reserved to what was charged", () => {
		expect(text(STATES.ready, BOTH)).toEqual([
			"Estimate: $1.06 (Price list 0badcafe)",
			"Reserved against the cap: $1.06",
			"Reserved at EvoLink: 72 credits",
			"Charged: $1.058824 (72 credits) ($0.001176 less than estimated)",
		]);
	});

	test("flag an assumed figure", () => {
		expect(text(STATES.rendering, NO_BILL, UNPUBLISHED)).toEqual([
			"Estimate: price not published (Price list 0badcafe)",
			"Reserved against the cap: $2.25 (Assumed: the dearest listed rate)",
			"Charged: not yet known",
		]);
	});

	test.each<[string, TakeState, Bill, string]>([
		["nothing charged", failed("no"), NO_BILL, "Charged: $0.00"],
		["unknown", STATES["outcome-unknown"], NO_BILL, "Charged: unknown"],
		["a silent reply", STATES.ready, NO_BILL, "Charged: amount not stated (EvoLink's reply names none)"],
		["credits are not turned into dollars", STATES.ready, CREDITS_ONLY, "Charged: 72 credits"],
		[
			"the estimate was right",
			STATES.ready,
			{ ...NO_BILL, chargedUsd: usd(1_060_000) },
			"Charged: $1.06 (As estimated)",
		],
	])("%s", (_, state, bill, line) => {
		expect(text(state, bill).at(-1)).toBe(line);
	});

	test("end with the refund where there was one", () => {
		expect(text(failed("yes-refunded"), { ...CREDITS_ONLY, refunded: credits(72) }).slice(-2)).toEqual([
			"Charged: 72 credits",
			"Refunded: 72 credits",
		]);
	});

	test("say free for an animatic, and nothing more", () => {
		expect(text(STATES.ready, NO_BILL, anAnimatic())).toEqual(["Price: free"]);
	});
});

describe("a receipt", () => {
	test("passes its own schema in every state", () => {
		for (const state of Object.values(STATES)) {
			const receipt = receiptOf(state, BOTH);
			expect(receiptSchema.parse(receipt)).toEqual(receipt);
		}
	});

	test("keeps what an earlier reply said where a later one is silent", () => {
		expect(mergeBills({ ...NO_BILL, reserved: credits(72) }, CREDITS_ONLY)).toEqual({
			...NO_BILL,
			reserved: credits(72),
			charged: credits(72),
		});
	});

	test("is kept for 400 days after the click", () => {
		const clickedAtMs = Date.UTC(2026, 10, 20);
		expect(receiptsGoBeforeMs(clickedAtMs + 400 * 86_400_000)).toBe(clickedAtMs);
	});
});
