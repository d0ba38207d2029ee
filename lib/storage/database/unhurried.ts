import "server-only";
import { sql } from "drizzle-orm";

/**
 * Part of a statement that stands alone: its commit waits for no disk. Only for what a power cut may take back without
 * harm; a kill takes nothing back. The next commit that does wait carries it along.
 */
export const UNHURRIED = sql`set_config('synchronous_commit', 'off', true)`;
