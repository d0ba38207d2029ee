import "server-only";
import { Pool } from "pg";
import {
	type RateLimiterAbstract,
	RateLimiterMemory,
	RateLimiterPostgres,
	RateLimiterRes,
} from "rate-limiter-flexible";
import type { Limiter, LimitRule } from "@/lib/ports/limiter";

export interface LimiterSettings {
	/** Multiplies every allowance. */
	readonly scale: number;
	/** Where several servers count together; `null` counts in this process. */
	readonly databaseUrl: string | null;
	/** A shared count could not be kept. Must not throw. */
	readonly onProblem: (problem: unknown) => void;
}

export interface OpenLimiter extends Limiter {
	close(): Promise<void>;
}

const POOL_SIZE = 2;
const CONNECT_MS = 2_000;
const IDLE_MS = 300_000;
// One message is one transaction: servers that start together make the table one after the other.
const TABLE =
	"select pg_advisory_xact_lock(hashtext('request_counts')); create table if not exists request_counts (key varchar(255) primary key, points integer not null default 0, expire bigint)";

/** One for the whole process, kept where every copy of a module finds it. */
export function openLimiter({ scale, databaseUrl, onProblem }: LimiterSettings): OpenLimiter {
	const pool = databaseUrl === null ? null : openPool(databaseUrl, onProblem);
	const ready = pool?.query(TABLE).catch(onProblem);
	const counts = new Map<string, RateLimiterAbstract>();
	const countFor = (rule: LimitRule) => {
		const count = counts.get(rule.name) ?? createCount(rule, scale, pool);
		counts.set(rule.name, count);
		return count;
	};
	return {
		async take(rule, who, cost) {
			const count = countFor(rule);
			// Else what costs more than a scaled allowance holds would be refused for ever.
			const points = Math.min(cost, count.points);
			await ready;
			try {
				return { kind: "allowed", left: (await count.consume(who, points)).remainingPoints };
			} catch (error) {
				if (!(error instanceof RateLimiterRes)) throw error;
				// A refused request spends nothing: a cheaper one may still fit.
				await count.reward(who, points);
				return { kind: "limited", retryAfterMs: Math.max(1, error.msBeforeNext) };
			}
		},
		async close() {
			await pool?.end();
		},
	};
}

function openPool(connectionString: string, onProblem: LimiterSettings["onProblem"]): Pool {
	const pool = new Pool({
		connectionString,
		max: POOL_SIZE,
		connectionTimeoutMillis: CONNECT_MS,
		idleTimeoutMillis: IDLE_MS,
		// A power cut may take a few counts back; nobody waits for the disk because of them.
		onConnect: (client) => client.query("set synchronous_commit to off"),
	});
	pool.on("error", onProblem);
	return pool;
}

function createCount({ name, points, perMs }: LimitRule, scale: number, pool: Pool | null): RateLimiterAbstract {
	const own = { keyPrefix: name, points: Math.max(1, Math.round(points * scale)), duration: perMs / 1_000 };
	const alone = new RateLimiterMemory(own);
	if (pool === null) return alone;
	const shared = { storeClient: pool, tableName: "request_counts", tableCreated: true, insuranceLimiter: alone };
	return new RateLimiterPostgres({ ...own, ...shared });
}
