import { describe, expect, it } from "vitest";
import { type Draft, NEW_DRAFT } from "@/lib/domain/draft";
import type { Failure, FailureCode } from "@/lib/domain/failure";
import type { GatewayId } from "@/lib/domain/gateway-id";
import { cheapestElsewhere, mayGoElsewhere, mayGoElsewhereByItself } from "@/lib/domain/quote/elsewhere";
import { viewTake } from "@/lib/domain/take/view";
import { aTake } from "../take/builders";

function saying(text: string): Draft {
	return { ...NEW_DRAFT, composition: { mode: "one-shot", prose: { text, seconds: 5 }, shelvedShots: null } };
}

const DRAFT = saying("A corgi on the beach");
const ALL: readonly GatewayId[] = ["empiriolabs", "evolink", "apimart", "useapi", "kling"];

function failure(code: FailureCode, charged: Failure["charged"] = "no"): Failure {
	return { code, charged, sentence: "It was refused.", gatewayWords: null };
}

function refusedBy(gateway: GatewayId, draft = DRAFT) {
	return viewTake({
		...aTake(),
		gateway,
		draft,
		state: { kind: "failed", sinceMs: 1, failure: failure("refused-money") },
	});
}

describe("where a refused draft may go", () => {
	it("is the cheapest gateway one can pay at and that would take it", () => {
		expect(cheapestElsewhere(DRAFT, ALL, [])?.gateway).toBe("evolink");
		expect(cheapestElsewhere(DRAFT, ["empiriolabs", "kling"], [])?.gateway).toBe("kling");
		expect(cheapestElsewhere(saying("x".repeat(2_600)), ALL, [])?.gateway).not.toBe("evolink");
	});

	it("is none that has refused the same draft, and none without a published price", () => {
		expect(cheapestElsewhere(DRAFT, ALL, [refusedBy("evolink")])?.gateway).toBe("kling");
		expect(cheapestElsewhere(DRAFT, ALL, [refusedBy("evolink", NEW_DRAFT)])?.gateway).toBe("evolink");
		expect(cheapestElsewhere(DRAFT, ["apimart", "useapi"], [])).toBeNull();
		expect(cheapestElsewhere(DRAFT, [], [])).toBeNull();
	});
});

describe("whether it may go elsewhere", () => {
	it.each<[Failure, boolean, boolean]>([
		[failure("refused-money"), true, true],
		[failure("not-sent"), true, true],
		[failure("refused-moderation"), true, false],
		[failure("gateway-error"), true, false],
		[failure("gateway-error", "yes-refunded"), false, false],
		[failure("refused-money", "unknown"), false, false],
		[failure("film-lost", "yes"), false, false],
	])("%j: when asked %s, by itself %s", (what, asked, byItself) => {
		expect(mayGoElsewhere(what)).toBe(asked);
		expect(mayGoElsewhereByItself(what)).toBe(byItself);
	});
});
