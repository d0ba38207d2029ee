import type { ExampleName, Product } from "../../e2e/support/screen";
import type { Fault } from "../../support/emulators/kernel/fault-kinds";
import type { Operation } from "../../support/emulators/kernel/operation";
import type { State } from "./state";

const CORGI = "A corgi running on the beach, cinematic, golden-hour light";

export async function orderAtEvoLink(product: Product, words = CORGI): Promise<void> {
	await product.open();
	await product.saveKey("evolink");
	await product.prompt().fill(words);
	await product.gateway("EvoLink").check();
	await product.generate().click();
}

function withFault(name: string, operation: Operation, fault: Fault, word: string | RegExp): State {
	return {
		name,
		async arrange({ product }, { evolink }) {
			await evolink.addFault({ operation, fault, times: 1 });
			await orderAtEvoLink(product);
			await product.waitForState(word);
		},
	};
}

const BUSY = { kind: "refused", code: "rate_limit_exceeded", retryAfter: { form: "seconds", seconds: 120 } } as const;
const LONG_RENDER = { kind: "task-takes", queuedMs: 100, renderingMs: 90_000 } as const;

export const RUNNING: readonly State[] = [
	withFault("sending", "submit", { kind: "silence" }, "Sending"),
	withFault("rendering", "submit", LONG_RENDER, /Rendering.*(left|about)/),
	withFault("saving", "film", { kind: "stall", afterBytes: 2_000 }, "Saving"),
	withFault("queued", "submit", BUSY, /Queued.*Waiting helps/),
];

export const ENDED: readonly State[] = [
	{
		name: "ready",
		async arrange({ product }) {
			await product.open();
			await product.page.getByRole("button", { name: /^Render this sample/ }).click();
			await waitForFilm(product, "5.2");
		},
	},
	readyExample("ready-portrait", "Portrait, 720p", "9:16"),
	readyExample("ready-square", "Portrait, 720p", "1:1"),
	withFault("failed-moderation", "submit", { kind: "task-fails", code: "content_policy_violation" }, "Failed"),
	withFault("failed-no-money", "submit", { kind: "refused", code: "insufficient_quota" }, "Failed"),
	withFault("failed-refused", "submit", { kind: "refused", code: "invalid_request" }, "Failed"),
	withFault("unknown", "submit", { kind: "refused", code: "paid_outcome_unknown" }, "Outcome unknown"),
];

function readyExample(name: string, example: ExampleName, ratio: string): State {
	return {
		name,
		async arrange({ product }) {
			await product.open();
			await product.loadExample(example);
			await product.page.getByRole("radio", { name: new RegExp(`^${ratio}`) }).check();
			await product.generate().click();
			await waitForFilm(product, "2.5");
		},
	};
}

/** Rendered, with its poster, and standing at one of its moments. */
export async function waitForFilm(product: Product, second: string): Promise<void> {
	await product.waitForState("Ready", 400_000);
	await product.stage.getByText(/ \/ 0:[01][05]/).waitFor();
	await product.stage.getByRole("slider", { name: "Seek" }).fill(second);
	await product.takes.first().locator("img").waitFor({ timeout: 60_000 });
}
