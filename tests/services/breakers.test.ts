import { expect, it } from "vitest";
import { Breakers } from "@/lib/services/breakers";
import { TestClock } from "../engine/support/test-clock";

const HALF_MINUTE_MS = 30_000;

function broken(failures: number) {
	const clock = new TestClock(1_000_000);
	const breakers = new Breakers(clock);
	for (let calls = 0; calls < failures; calls += 1) breakers.note("evolink|operator|look", false);
	return { clock, breakers, ask: () => breakers.ask("evolink|operator|look") };
}

it("lets calls through until five have failed within half a minute", () => {
	expect(broken(4).ask()).toEqual({ kind: "go" });
	const { clock, ask } = broken(5);
	expect(ask()).toEqual({ kind: "wait", untilMs: clock.nowMs() + HALF_MINUTE_MS });
});

it("forgets failures that lie longer back", () => {
	const { clock, breakers, ask } = broken(4);
	clock.advance(HALF_MINUTE_MS);
	breakers.note("evolink|operator|look", false);
	expect(ask()).toEqual({ kind: "go" });
});

it("does not mind failures among more that went well", () => {
	const { breakers, ask } = broken(0);
	for (let calls = 0; calls < 20; calls += 1) breakers.note("evolink|operator|look", calls % 3 !== 0);
	expect(ask()).toEqual({ kind: "go" });
});

it("gives one caller a free try after the pause, and the others wait", () => {
	const { clock, ask } = broken(5);
	clock.advance(HALF_MINUTE_MS);
	expect(ask().kind).toBe("try-free-call");
	expect(ask().kind).toBe("wait");
});

it("closes after a good try, and pauses anew after a bad one", () => {
	const good = broken(5);
	good.clock.advance(HALF_MINUTE_MS);
	good.ask();
	good.breakers.note("evolink|operator|look", true);
	expect(good.ask()).toEqual({ kind: "go" });

	const bad = broken(5);
	bad.clock.advance(HALF_MINUTE_MS);
	bad.ask();
	bad.breakers.note("evolink|operator|look", false);
	expect(bad.ask()).toEqual({ kind: "wait", untilMs: bad.clock.nowMs() + HALF_MINUTE_MS });
});

it("lets nobody suffer for somebody else's key", () => {
	expect(broken(9).breakers.ask("evolink|ky_other|look")).toEqual({ kind: "go" });
});
