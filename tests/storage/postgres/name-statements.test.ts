import { Pool } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nameStatements } from "@/lib/storage/postgres/name-statements";
import { hasPostgres, type PostgresCluster, startPostgres } from "../../support/postgres";

describe.runIf(hasPostgres())("a connection", () => {
	let cluster: PostgresCluster;
	let pool: Pool;
	beforeAll(async () => {
		cluster = await startPostgres();
		pool = new Pool({ connectionString: cluster.url, max: 1 });
		pool.on("connect", nameStatements);
	}, 60_000);
	afterAll(async () => {
		await pool.end();
		await cluster.stop();
	});

	const countPrepared = async () => {
		const { rows } = await pool.query<{ count: number }>("select count(*)::int as count from pg_prepared_statements");
		return rows[0]?.count;
	};

	it("prepares a text once, and leaves unnamed what comes after too many", async () => {
		for (let round = 0; round < 3; round += 1) {
			expect((await pool.query({ text: "select $1::int + 1 as sum" }, [round])).rows).toEqual([{ sum: round + 1 }]);
		}
		expect(await countPrepared()).toBe(1);
		for (let number = 0; number < 320; number += 1) {
			const { rows } = await pool.query({ text: `select $1::int + ${number} as sum` }, [1]);
			expect(rows).toEqual([{ sum: number + 1 }]);
		}
		expect(await countPrepared()).toBe(300);
	});

	it("says what is wrong with a statement each time, and goes on", async () => {
		const wrong = { text: "select $1::int / 0 as broken, nonsense" };
		for (let round = 0; round < 2; round += 1) {
			await expect(pool.query(wrong, [1])).rejects.toMatchObject({ code: "42703" });
		}
		expect((await pool.query({ text: "select 1 as one" })).rows).toEqual([{ one: 1 }]);
	});
});
