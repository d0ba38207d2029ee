import "server-only";
import { isNotNull } from "drizzle-orm";
import { attempt } from "./database/attempt";
import type { Database } from "./database/database";
import { renders } from "./schema/renders";
import { takes } from "./schema/takes";

/** For the only process there is: whoever held a lease is dead, so that nobody needs to wait for its end. */
export function endDeadLeases(db: Database): Promise<void> {
	return attempt(db, async (tx) => {
		await tx.update(takes).set({ leaseUntilMs: null, leaseOwner: null }).where(isNotNull(takes.leaseUntilMs));
		await tx.update(renders).set({ leaseUntilMs: 0 }).where(isNotNull(renders.leaseUntilMs));
	});
}
