import { afterAll, beforeAll, beforeEach, describe } from "vitest";
import { hasPostgres } from "../support/postgres";
import { allStoreContracts } from "./contract/all-stores";
import { type Bench, openPostgresBench } from "./support/bench";

describe.skipIf(!hasPostgres())("the stores on a PostgreSQL server", () => {
	let bench: Bench;
	beforeAll(async () => {
		bench = await openPostgresBench();
	}, 60_000);
	beforeEach(() => bench.empty());
	afterAll(() => bench?.close());

	allStoreContracts(() => bench);
});
