import { describe, expect, test } from "vitest";
import { catalogEntry } from "@/lib/domain/catalog/catalog";
import type { GatewayId } from "@/lib/domain/gateway-id";
import { availableActions } from "@/lib/domain/take/actions";
import { cancelOffer } from "@/lib/domain/take/cancel-offer";
import { NEW_LABELS, type Take } from "@/lib/domain/take/take";
import { aTake } from "./builders";
import { OVERDUE, STATES } from "./samples";

function labels(state: Take["state"], gateway: GatewayId): string {
	return availableActions(aTake({ state, gateway }), catalogEntry(gateway), 0)
		.map((offer) => offer.label)
		.join(", ");
}

const unknown = STATES["outcome-unknown"];

describe("the buttons of a take", () => {
	test.each<[GatewayId, Take["state"], string]>([
		["evolink", STATES.queued, "Open, Cancel, Reuse, Receipt"],
		["animatic", STATES.queued, "Open, Cancel, Reuse, Receipt"],
		["evolink", STATES.sending, "Open, Stop watching, Reuse, Receipt"],
		["animatic", STATES.sending, "Open, Reuse, Receipt"],
		["evolink", STATES.rendering, "Open, Stop watching, Reuse, Receipt"],
		["animatic", STATES.rendering, "Open, Cancel, Reuse, Receipt"],
		["animatic", { ...STATES.rendering, cancelRequestedAtMs: 5 }, "Open, Reuse, Receipt"],
		["evolink", STATES.saving, "Open, Reuse, Receipt"],
		["evolink", STATES.ready, "Open, Keep, Reuse, Receipt, Delete"],
		["evolink", STATES.failed, "Open, Retry, Reuse, Receipt, Delete"],
		["animatic", STATES.cancelled, "Open, Retry, Reuse, Receipt, Delete"],
		["kling", unknown, "Open, Check again, It was charged, It was not, Retry, Reuse, Receipt"],
		["evolink", unknown, "Open, Check again, It was charged, It was not, Retry, Reuse, Receipt"],
		["useapi", unknown, "Open, Check again, It was charged, It was not, Retry, Reuse, Receipt"],
		["apimart", unknown, "Open, It was charged, It was not, Retry, Reuse, Receipt"],
		["empiriolabs", unknown, "Open, It was charged, It was not, Retry, Reuse, Receipt"],
		["empiriolabs", OVERDUE, "Open, Check again, It was charged, It was not, Retry, Reuse, Receipt"],
	])("%s, %o: %s", (gateway, state, expected) => {
		expect(labels(state, gateway)).toBe(expected);
	});

	test("a take that has left can be restored, and nothing else is done to it", () => {
		const take = aTake({ left: { atMs: 1, purgeAtMs: 2 } });
		const names = availableActions(take, catalogEntry("evolink"), 0).map((offer) => offer.label);
		expect(names).toEqual(["Restore", "Receipt"]);
	});
});

describe("what the buttons say", () => {
	const sentence = (take: Take, action: string, kept = 0) =>
		availableActions(take, catalogEntry(take.gateway), kept).find((offer) => offer.action === action);

	test("stopping to watch says that it will finish and charge", () => {
		const offer = sentence(aTake({ state: STATES.rendering }), "stop-watching");
		expect(offer?.sentence).toBe("EvoLink cannot stop this; it will finish and charge.");
	});

	test("generating an unknown take again says what may be paid twice", () => {
		const offer = sentence(aTake({ state: unknown, gateway: "empiriolabs" }), "retry");
		expect(offer?.sentence).toBe("Makes a new take. If EmpirioLabs did start this one, $1.06 is paid twice.");
	});

	test("the eleventh take cannot be kept, and says why", () => {
		expect(sentence(aTake(), "keep", 10)).toMatchObject({
			enabled: false,
			sentence: "You keep 10 takes already. Let one of them go first.",
		});
	});

	test("one of ten kept takes can be let go", () => {
		const take = aTake({ labels: { ...NEW_LABELS, keep: true } });
		expect(sentence(take, "keep", 10)).toMatchObject({ enabled: true });
	});
});

test("a take nobody watches offers to stop watching no more", () => {
	const take = aTake({ state: STATES.rendering, labels: { ...NEW_LABELS, watching: false } });
	expect(cancelOffer(take, catalogEntry("evolink")).kind).toBe("none");
});
