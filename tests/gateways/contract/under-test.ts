import type { Bill } from "@/lib/domain/bill";
import type { CatalogEntry } from "@/lib/domain/catalog/entry";
import type { Charged, FailureCode } from "@/lib/domain/failure";
import type { PreparedImage } from "@/lib/ports/gateway";
import type { ScenarioKey } from "../support/scenarios";
import type { Build } from "../support/stage";

/** One refusal by the gateway's own code, and what the person is to be told. */
export interface RefusalRow {
	readonly code: string;
	readonly failure: FailureCode;
	/** Whether coming back later helps. */
	readonly waits?: boolean;
}

export interface TaskFailureRow {
	readonly code?: string;
	readonly message: string;
	readonly failure: FailureCode;
}

/** The specifics the contract is held against. */
export interface GatewayUnderTest extends Build {
	readonly entry: CatalogEntry;
	/** The exact request of every scenario; `image` is what stands for the picture. */
	readonly requests: Readonly<Record<ScenarioKey, (image: string) => unknown>>;
	readonly headers: Readonly<Record<string, string>>;
	readonly imageText: (image: PreparedImage) => string;
	/** Scenarios its documents rule out, and how it says so. */
	readonly refusedScenarios?: readonly ScenarioKey[];
	readonly refusals: readonly RefusalRow[];
	/** Codes after which the order may stand all the same. */
	readonly openCodes: readonly string[];
	/** Those among them after which a repeat would tell no more. */
	readonly unrepeatableCodes?: readonly string[];
	readonly busyCode: string;
	readonly taskFailures: readonly TaskFailureRow[];
	readonly chargedOnFailure: Charged;
	/** What a task nobody knows any more means. */
	readonly vanished: "gone" | "unclear";
	/** Whether it tells how far it is. */
	readonly reportsProgress: boolean;
	readonly etaSeconds: number | null;
	/** The first scenario's bill, when accepted and when done. */
	readonly bills: { readonly accepted: Bill; readonly done: Bill };
	/** How a wrong key is called when it is tried. */
	readonly wrongSecrets: Readonly<Record<string, string>>;
}
