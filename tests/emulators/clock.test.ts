import { describe, expect, it } from "vitest";
import { Clock } from "../support/emulators/kernel/clock";

const nothing = async () => undefined;

function standing(): Clock {
	return new Clock({ mode: "manual", startMs: 1_000, speed: 1 });
}

describe("the emulators' clock", () => {
	it("stands still until it is advanced", async () => {
		const clock = standing();
		expect(clock.nowMs()).toBe(1_000);
		await clock.advance(500, nothing);
		expect(clock.nowMs()).toBe(1_500);
	});

	it("runs what is due in order, each at its own time", async () => {
		const clock = standing();
		const ran: (readonly [string, number])[] = [];
		clock.after(300, () => ran.push(["late", clock.nowMs()]));
		clock.after(100, () => ran.push(["early", clock.nowMs()]));
		clock.after(300, () => ran.push(["later still", clock.nowMs()]));
		await clock.advance(300, nothing);
		expect(ran).toEqual([
			["early", 1_100],
			["late", 1_300],
			["later still", 1_300],
		]);
	});

	it("runs what was booked by what ran, within the same advance", async () => {
		const clock = standing();
		const ran: number[] = [];
		clock.after(100, () => clock.after(100, () => ran.push(clock.nowMs())));
		await clock.advance(200, nothing);
		expect(ran).toEqual([1_200]);
	});

	it("settles after each event before it moves on", async () => {
		const clock = standing();
		const log: string[] = [];
		clock.after(100, () => log.push("one"));
		clock.after(200, () => log.push("two"));
		await clock.advance(200, async () => {
			log.push("settled");
		});
		expect(log).toEqual(["one", "settled", "two", "settled"]);
	});

	it("does not run what was taken back or forgotten", async () => {
		const clock = standing();
		const ran: string[] = [];
		const takeBack = clock.after(100, () => ran.push("taken back"));
		clock.after(100, () => ran.push("kept"));
		takeBack();
		await clock.advance(100, nothing);
		clock.after(100, () => ran.push("forgotten"));
		clock.stop();
		await clock.advance(100, nothing);
		expect(ran).toEqual(["kept"]);
	});

	it("runs by itself when it is real, and faster when told", async () => {
		const clock = new Clock({ mode: "real", startMs: 0, speed: 1_000 });
		const ran: number[] = [];
		clock.after(10_000, () => ran.push(clock.nowMs()));
		await expect.poll(() => ran).toHaveLength(1);
		expect(ran[0]).toBeGreaterThanOrEqual(10_000);
		clock.stop();
	});
});
