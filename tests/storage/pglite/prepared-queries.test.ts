import { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, expect, it } from "vitest";
import { prepareQueries } from "@/lib/storage/pglite/prepared-queries";

let pglite: PGlite;
beforeAll(async () => {
	pglite = await PGlite.create();
	prepareQueries(pglite);
	await pglite.exec("create table notes (id int primary key, body jsonb, bytes bytea)");
});
afterAll(() => pglite.close());

/** Itself not counted: it is prepared only once this is known. */
async function countPrepared(): Promise<number> {
	const [answer] = await pglite.exec("select count(*)::int as count from pg_prepared_statements");
	return Number(answer?.rows[0]?.count);
}

it("answers as PGlite does: in objects or lists, by the types of the columns, without mistaking a null", async () => {
	const text = "select $1::int as one, $2::jsonb as two, 'null'::jsonb as three, null::text as four, now() as five";
	const plain = { one: 1, two: { a: [1, "ü"] }, three: null, four: null };
	const { rows } = await pglite.query(text, [1, { a: [1, "ü"] }]);
	expect(rows).toEqual([{ ...plain, five: expect.any(Date) }]);
	const parsers = { 1184: (value: string) => value.slice(0, 2) };
	const lists = await pglite.query(text, [1, { a: [1, "ü"] }], { rowMode: "array", parsers });
	expect(lists.rows).toEqual([[1, plain.two, null, null, "20"]]);
	await pglite.query("insert into notes values ($1, $2, $3)", [1, null, new Uint8Array([0, 255])]);
	const stored = await pglite.query("select body, bytes from notes where id = $1", [1]);
	expect(stored.rows).toEqual([{ body: null, bytes: new Uint8Array([0, 255]) }]);
});

it("prepares a text once, and closes what was longest unused when there are too many", async () => {
	const before = await countPrepared();
	for (let round = 0; round < 5; round += 1) await pglite.query("select $1::int + 1", [round]);
	expect(await countPrepared()).toBe(before + 1);
	for (let number = 0; number < 320; number += 1) await pglite.query(`select $1::int + ${number} as sum`, [1]);
	expect(await countPrepared()).toBe(300);
	for (const number of [0, 319]) {
		expect((await pglite.query(`select $1::int + ${number} as sum`, [1])).rows).toEqual([{ sum: number + 1 }]);
	}
});

it("throws what the database says, and goes on", async () => {
	await expect(pglite.query("select nonsense")).rejects.toMatchObject({ code: "42703" });
	const insert = "insert into notes (id) values ($1)";
	await pglite.query(insert, [7]);
	await expect(pglite.query(insert, [7])).rejects.toMatchObject({ code: "23505" });
	await expect(pglite.query(insert, ["no number"])).rejects.toMatchObject({ code: "22P02" });
	await pglite.query(insert, [8]);
	expect((await pglite.query("select id from notes where id > 6 order by id")).rows).toEqual([{ id: 7 }, { id: 8 }]);
});

it("keeps a transaction whole, alone, and shut after its end", async () => {
	const insert = "insert into notes (id) values ($1)";
	let late: Promise<unknown> | undefined;
	const failed = pglite.transaction(async (tx) => {
		await tx.query(insert, [20]);
		late = pglite.query("select count(*)::int as seen from notes where id = 20");
		await tx.query(insert, [20]);
	});
	await expect(failed).rejects.toMatchObject({ code: "23505" });
	expect(await late).toMatchObject({ rows: [{ seen: 0 }] });
	const kept = await pglite.transaction(async (tx) => {
		await tx.query(insert, [21]);
		return tx;
	});
	await expect(Promise.resolve().then(() => kept.query(insert, [22]))).rejects.toThrow("after the end");
	expect((await pglite.query("select id from notes where id > 19")).rows).toEqual([{ id: 21 }]);
});
