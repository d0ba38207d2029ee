import type { FaultRule } from "../support/emulators/kernel/fault-book";
import type { GatewayName } from "../support/emulators/kernel/personality";
import type { RetryAfter } from "../support/emulators/kernel/refused";
import type { RemoteEmulator } from "../support/emulators/remote-emulator";

/** How each gateway says that it is busy. */
const BUSY: Readonly<Record<GatewayName, string>> = {
	empiriolabs: "rate_limit_exceeded",
	evolink: "rate_limit_exceeded",
	apimart: "rate_limit_error",
	useapi: "429",
	kling: "1303",
};

function busy(gateway: GatewayName, form: RetryAfter["form"], probability: number): FaultRule {
	const fault = { kind: "refused", code: BUSY[gateway], status: 429, retryAfter: { form, seconds: 3 } } as const;
	return { operation: "submit", probability, fault };
}

/** The first that strikes wins. Of the paid requests some 3 in 10 go wrong, most of them after the money was taken. */
function submitHazards(gateway: GatewayName): readonly FaultRule[] {
	const operation = "submit";
	return [
		{ operation, probability: 0.04, fault: { kind: "reset" } },
		{ operation, probability: 0.03, fault: { kind: "fin" } },
		{ operation, probability: 0.03, fault: { kind: "silence" } },
		{ operation, probability: 0.04, fault: { kind: "status", status: 502, processed: true } },
		{ operation, probability: 0.02, fault: { kind: "status", status: 502 } },
		{ operation, probability: 0.03, fault: { kind: "truncated", form: "cut" } },
		{ operation, probability: 0.02, fault: { kind: "truncated", form: "short" } },
		{ operation, probability: 0.03, fault: { kind: "non-json", processed: true } },
		{ operation, probability: 0.02, fault: { kind: "reset", processed: false } },
		{ operation, probability: 0.02, fault: { kind: "silence", processed: false } },
		busy(gateway, "seconds", 0.02),
		busy(gateway, "body", 0.02),
		{ operation, probability: 0.03, fault: { kind: "task-fails" } },
		{ operation, probability: 0.003, fault: { kind: "task-vanishes" } },
		{ operation, probability: 0.003, fault: { kind: "task-never-ends" } },
		{ operation, probability: 0.02, fault: { kind: "task-takes", queuedMs: 10_000, renderingMs: 60_000 } },
	];
}

function lookHazards(operation: "look" | "list"): readonly FaultRule[] {
	return [
		{ operation, probability: 0.02, fault: { kind: "status", status: 404 } },
		{ operation, probability: 0.03, fault: { kind: "status", status: 500 } },
		{ operation, probability: 0.03, fault: { kind: "status-word", word: "pondering" } },
		{ operation, probability: 0.02, fault: { kind: "non-json" } },
		{ operation, probability: 0.01, fault: { kind: "reset" } },
		{ operation, probability: 0.01, fault: { kind: "silence" } },
	];
}

const FILM_HAZARDS: readonly FaultRule[] = [
	{ operation: "film", probability: 0.03, fault: { kind: "range-ignored" } },
	{ operation: "film", probability: 0.02, fault: { kind: "changed-etag" } },
	{ operation: "film", probability: 0.06, fault: { kind: "cut", afterBytes: 9_000 } },
	{ operation: "film", probability: 0.03, fault: { kind: "cut", afterBytes: 4_000, how: "fin" } },
	{ operation: "film", probability: 0.01, fault: { kind: "stall", afterBytes: 5_000 } },
	{ operation: "film", probability: 0.02, fault: { kind: "status", status: 403 } },
	{ operation: "film", probability: 0.01, fault: { kind: "status", status: 410 } },
	{ operation: "film", probability: 0.02, fault: { kind: "wrong-length", form: "declares-more" } },
	{ operation: "film", probability: 0.02, fault: { kind: "wrong-length", form: "short-file" } },
];

const CALLBACK_HAZARDS: readonly FaultRule[] = [
	{ operation: "callback", probability: 0.12, fault: { kind: "callback", mode: "duplicate" } },
	{ operation: "callback", probability: 0.1, fault: { kind: "callback", mode: "forged" } },
	{ operation: "callback", probability: 0.1, fault: { kind: "callback", mode: "reordered", delayMs: 4_000 } },
	{ operation: "callback", probability: 0.1, fault: { kind: "callback", mode: "delayed", delayMs: 8_000 } },
	{ operation: "callback", probability: 0.1, fault: { kind: "callback", mode: "dropped" } },
];

const LISTED: readonly GatewayName[] = ["evolink", "useapi", "kling"];

export async function bookHazards(gateway: GatewayName, emulator: RemoteEmulator): Promise<void> {
	const rules = [
		...submitHazards(gateway),
		...lookHazards("look"),
		...(LISTED.includes(gateway) ? lookHazards("list") : []),
		...FILM_HAZARDS,
		...(gateway === "empiriolabs" ? [] : CALLBACK_HAZARDS),
	];
	for (const rule of rules) await emulator.addFault(rule);
}

export function nameHazard({ operation, fault }: FaultRule): string {
	const more = [
		"form" in fault ? fault.form : null,
		"status" in fault && fault.kind === "status" ? fault.status : null,
		"mode" in fault ? fault.mode : null,
		"retryAfter" in fault ? `429 in ${fault.retryAfter?.form}` : null,
		"processed" in fault && operation === "submit" ? (fault.processed ? "charged" : "not charged") : null,
	];
	return [operation, fault.kind, ...more.filter((word) => word !== null && word !== undefined)].join(" ");
}
