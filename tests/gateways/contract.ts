import { describe } from "vitest";
import { describeCredentials } from "./contract/credentials";
import { describeFaults } from "./contract/faults";
import { describeLooks } from "./contract/looks";
import { describeRefusals } from "./contract/refusals";
import { describeScenarios } from "./contract/scenarios";
import type { GatewayUnderTest } from "./contract/under-test";

/** What every gateway owes its door, whoever it is. */
export function describeContract(gateway: GatewayUnderTest): void {
	describe(`${gateway.name} keeps the contract:`, () => {
		describeScenarios(gateway);
		describeLooks(gateway);
		describeRefusals(gateway);
		describeFaults(gateway);
		describeCredentials(gateway);
	});
}
