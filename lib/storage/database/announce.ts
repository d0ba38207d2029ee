import "server-only";
import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Channel } from "@/lib/ports/notifier";

/** Part of a statement, so that it is heard if and only if the statement's transaction commits. */
export function announce(channel: Channel, text: SQLWrapper | string = ""): SQL {
	return sql`pg_notify(${channel}, ${text})`;
}
