import { afterAll, beforeAll, beforeEach, describe } from "vitest";
import { allStoreContracts } from "./contract/all-stores";
import { type Bench, openEmbeddedBench } from "./support/bench";

describe("the stores on the embedded database", () => {
	let bench: Bench;
	beforeAll(async () => {
		bench = await openEmbeddedBench();
	}, 60_000);
	beforeEach(() => bench.empty());
	afterAll(() => bench?.close());

	allStoreContracts(() => bench);
});
