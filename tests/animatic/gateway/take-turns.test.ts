import { describe, expect, it } from "vitest";
import { takeTurns } from "@/lib/gateways/films/take-turns";

describe("taking turns", () => {
	it("lets so many work at once and no more, in the order they came", async () => {
		const inTurn = takeTurns(2);
		const begun: number[] = [];
		const ends: (() => void)[] = [];
		const all = [0, 1, 2, 3].map((nth) =>
			inTurn(async () => {
				begun.push(nth);
				await new Promise<void>((resolve) => ends.push(resolve));
				return nth;
			}),
		);
		await Promise.resolve();
		expect(begun).toEqual([0, 1]);
		ends[1]?.();
		await all[1];
		await Promise.resolve();
		expect(begun).toEqual([0, 1, 2]);
		ends[0]?.();
		await all[0];
		await Promise.resolve();
		for (const end of ends) end();
		expect(await Promise.all(all)).toEqual([0, 1, 2, 3]);
	});

	it("gives the turn on when the work fails", async () => {
		const inTurn = takeTurns(1);
		const failing = inTurn(() => Promise.reject(new Error("broken")));
		const next = inTurn(async () => "done");
		await expect(failing).rejects.toThrow("broken");
		expect(await next).toBe("done");
	});
});
