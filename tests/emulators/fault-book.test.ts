import { describe, expect, it } from "vitest";
import { FaultBook, type FaultRule, readFaultRule } from "../support/emulators/kernel/fault-book";
import type { Fault } from "../support/emulators/kernel/fault-kinds";
import { Random } from "../support/emulators/kernel/random";

const reset: Fault = { kind: "reset" };

function openBook(seed = 1): FaultBook {
	return new FaultBook(new Random(seed), ["no_money"], () => ["submit", "look", "film", "callback"]);
}

function firing(rule: FaultRule, draws: number, content = "", seed = 1): readonly number[] {
	const book = openBook(seed);
	book.add(rule);
	return Array.from({ length: draws }, (_, index) => index + 1).filter(() => book.draw("submit", () => content));
}

describe("a fault rule", () => {
	it.each([
		["always", {}, [1, 2, 3, 4]],
		["the second time", { nth: 2 }, [2]],
		["the first and the third time", { nth: [1, 3] }, [1, 3]],
		["twice at most", { times: 2 }, [1, 2]],
		["never at probability 0", { probability: 0 }, []],
		["always at probability 1", { probability: 1 }, [1, 2, 3, 4]],
	] as const)("strikes %s", (_when, when, expected) => {
		expect(firing({ operation: "submit", fault: reset, ...when }, 4)).toEqual(expected);
	});

	it("strikes by its probability, the same way for the same seed", () => {
		const rule: FaultRule = { operation: "submit", fault: reset, probability: 0.3 };
		const struck = firing(rule, 1_000);
		expect(struck.length).toBeGreaterThan(250);
		expect(struck.length).toBeLessThan(350);
		expect(firing(rule, 1_000)).toEqual(struck);
		expect(firing(rule, 1_000, "", 2)).not.toEqual(struck);
	});

	it("strikes only requests that hold its words, and counts only those", () => {
		const book = openBook();
		book.add({ operation: "submit", fault: reset, holding: "dusk", nth: 2 });
		const drawn = ["dusk", "dawn", "dusk"].map((words) => book.draw("submit", () => words)?.kind ?? null);
		expect(drawn).toEqual([null, null, "reset"]);
	});

	it("leaves other operations alone", () => {
		const book = openBook();
		book.add({ operation: "submit", fault: reset });
		expect(book.draw("look", () => "")).toBeNull();
	});

	it("gives way to an earlier rule, yet counts what it saw", () => {
		const book = openBook();
		book.once("submit", { kind: "fin" });
		book.add({ operation: "submit", fault: reset, nth: 2 });
		expect([1, 2].map(() => book.draw("submit", () => "")?.kind)).toEqual(["fin", "reset"]);
	});

	it("can be taken back, alone or with all others", () => {
		const book = openBook();
		const id = book.add({ operation: "submit", fault: { kind: "fin" } });
		book.add({ operation: "submit", fault: reset });
		book.remove(id);
		expect(book.draw("submit", () => "")?.kind).toBe("reset");
		book.clear();
		expect(book.draw("submit", () => "")).toBeNull();
	});

	it("shows how often it saw and struck", () => {
		const book = openBook();
		book.add({ operation: "submit", fault: reset, nth: 1 });
		book.draw("submit", () => "");
		book.draw("submit", () => "");
		expect(book.list()).toMatchObject([{ seen: 2, fired: 1 }]);
	});

	it.each([
		["an operation the gateway does not have", { operation: "scheduler", fault: reset }],
		["a code the gateway does not have", { operation: "submit", fault: { kind: "refused", code: "no_mony" } }],
		["a download fault on a submit", { operation: "submit", fault: { kind: "cut", afterBytes: 1 } }],
		["a task's fate on a look", { operation: "look", fault: { kind: "task-fails" } }],
		["a status word on a submit", { operation: "submit", fault: { kind: "status-word", word: "x" } }],
		["a broken connection on a callback", { operation: "callback", fault: reset }],
	] as const)("is refused loudly for %s", (_what, rule) => {
		expect(() => openBook().add(rule)).toThrow();
	});

	it.each([
		null,
		[],
		{ operation: "submit" },
		{ operation: "sbmit", fault: reset },
		{ operation: "submit", fault: {} },
	])("is refused when it comes as %j", (value) => {
		expect(() => readFaultRule(value)).toThrow("A fault rule");
	});

	it("is refused when it comes with a kind nobody knows", () => {
		const rule = readFaultRule({ operation: "submit", fault: { kind: "gremlin" } });
		expect(() => openBook().add(rule)).toThrow('no fault "gremlin"');
	});
});
