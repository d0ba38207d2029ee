import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { attempt } from "@/lib/storage/database/attempt";
import { browsers } from "@/lib/storage/schema/browsers";
import type { Bench } from "../support/bench";
import { newBrowserId } from "./builders";

/** What the stores rely on, of either engine. */
export function transactionContract(bench: () => Bench): void {
	const db = () => bench().db;

	describe("a transaction", () => {
		it("refuses the outer handle instead of waiting for itself for ever", async () => {
			const misuse = db().transaction(async () => {
				await db().select().from(browsers);
			});
			await expect(misuse).rejects.toHaveProperty("cause.message", expect.stringContaining("inside a transaction"));
		});

		it("refuses a second one on the outer handle", async () => {
			const misuse = db().transaction(async () => db().transaction(async () => {}));
			await expect(misuse).rejects.toThrow("inside a transaction");
		});

		it("lets what it started use the outer handle once it is over", async () => {
			let later = Promise.resolve<unknown>(null);
			let begin = () => {};
			const over = new Promise<void>((resolve) => {
				begin = resolve;
			});
			await db().transaction(async () => {
				later = over.then(() => db().select().from(browsers));
			});
			begin();
			expect(await later).toEqual([]);
		});

		it("that is abandoned leaves nothing and answers its outcome", async () => {
			const id = newBrowserId();
			const outcome = await attempt<string>(db(), async (tx, abandon) => {
				await tx.insert(browsers).values({ id });
				return abandon("never mind");
			});
			expect(outcome).toBe("never mind");
			expect(await db().select().from(browsers)).toEqual([]);
		});

		it("that throws leaves nothing", async () => {
			const torn = attempt(db(), async (tx) => {
				await tx.insert(browsers).values({ id: newBrowserId() });
				throw new Error("the roof fell in");
			});
			await expect(torn).rejects.toThrow("the roof fell in");
			expect(await db().select().from(browsers)).toEqual([]);
		});

		it("is tried again after a conflict with another", async () => {
			const id = newBrowserId();
			let runs = 0;
			await attempt(db(), async (tx) => {
				runs += 1;
				await tx.insert(browsers).values({ id });
				if (runs === 1) await tx.execute("do $$ begin raise exception sqlstate '40001'; end $$");
			});
			expect(runs).toBe(2);
			expect(await db().select().from(browsers).where(eq(browsers.id, id))).toHaveLength(1);
		});

		it("keeps a moment to the millisecond", async () => {
			const id = newBrowserId();
			await db().insert(browsers).values({ id, seenAtMs: 1_800_000_000_123 });
			expect(await db().select({ at: browsers.seenAtMs }).from(browsers)).toEqual([{ at: 1_800_000_000_123 }]);
		});
	});
}
