import { readFileSync } from "node:fs";
import { test as base, expect, type Locator, type Page } from "@playwright/test";
import { type EmulatorAddresses, RemoteEmulator } from "../../support/emulators/remote-emulator";
import { ADDRESSES_FILE, dataDir } from "./data-dir";

type GatewayName = keyof EmulatorAddresses;

export const GATEWAYS = {
	empiriolabs: { label: "EmpirioLabs", fields: { "EmpirioLabs key": "EMPIRIOLABS_API_KEY" } },
	evolink: { label: "EvoLink", fields: { "EvoLink key": "EVOLINK_API_KEY" } },
	apimart: { label: "APIMart", fields: { "APIMart key": "APIMART_API_KEY" } },
	useapi: { label: "useapi.net", fields: { "useapi.net token": "USEAPI_TOKEN", "useapi.net email": "USEAPI_EMAIL" } },
	kling: { label: "Kling", fields: { "Kling key": "KLING_API_KEY" } },
} as const satisfies Record<GatewayName, { label: string; fields: Record<string, string> }>;

function addresses(): EmulatorAddresses {
	return JSON.parse(readFileSync(`${dataDir()}/${ADDRESSES_FILE}`, "utf8")) as EmulatorAddresses;
}

/** The screen as a person finds their way around it: by role and name. */
export class Product {
	readonly compose: Locator;
	readonly stage: Locator;
	readonly history: Locator;
	readonly takes: Locator;
	clicks = 0;

	constructor(readonly page: Page) {
		this.compose = page.getByRole("region", { name: "Compose" });
		this.stage = page.getByRole("region", { name: "Stage" });
		this.history = page.getByRole("region", { name: "History" });
		this.takes = page.getByRole("list", { name: "History" }).locator("> li");
	}

	async open(): Promise<void> {
		await this.page.goto("/");
		await this.awake();
	}

	/** React has taken over: a key press reaches the draft. */
	async awake(): Promise<void> {
		await expect(this.compose.locator("textarea").first()).toBeVisible();
		await this.page.waitForFunction(() =>
			Object.keys(document.querySelector("textarea") ?? {}).some((key) => key.startsWith("__react")),
		);
	}

	/** A click that counts: the journeys have a budget. */
	async click(target: Locator): Promise<void> {
		this.clicks += 1;
		await target.click();
	}

	prompt(): Locator {
		return this.page.getByRole("textbox", { name: "Prompt", exact: true });
	}

	generate(): Locator {
		return this.compose.getByRole("button", { name: /^Generate ·/ });
	}

	gateway(label: string): Locator {
		return this.page.getByRole("radiogroup", { name: "Gateway" }).getByRole("radio", { name: new RegExp(`^${label}`) });
	}

	/** The newest take, once it says so. */
	async waitForState(word: string | RegExp, timeout = 60_000): Promise<Locator> {
		const newest = this.takes.first();
		await expect(newest).toContainText(word, { timeout });
		return newest;
	}

	async saveKey(gateway: GatewayName): Promise<void> {
		const { label, fields } = GATEWAYS[gateway];
		const keys = addresses()[gateway].env;
		await this.click(this.page.getByRole("button", { name: "Keys" }));
		const group = this.page.getByRole("group", { name: label, exact: true });
		for (const [name, env] of Object.entries(fields)) await group.getByRole("textbox", { name }).fill(keys[env] ?? "");
		await this.click(group.getByRole("button", { name: "Save" }));
		await expect(group.getByText("Key ending in")).toBeVisible();
		await this.page.keyboard.press("Escape");
	}
}

interface Fixtures {
	readonly product: Product;
	readonly emulators: Readonly<Record<GatewayName, RemoteEmulator>>;
	/** What the console may say in this test; anything else fails it. */
	readonly allowed: RegExp[];
}

export const test = base.extend<Fixtures>({
	// biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its first argument.
	allowed: async ({}, use) => use([]),
	product: async ({ page, allowed }, use) => {
		const complaints: string[] = [];
		page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
		page.on("pageerror", (problem) => complaints.push(problem.message));
		await use(new Product(page));
		expect(complaints.filter((text) => !allowed.some((pattern) => pattern.test(text)))).toEqual([]);
	},
	// biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its first argument.
	emulators: async ({}, use) => {
		const all = addresses();
		const remotes = {
			empiriolabs: new RemoteEmulator(all.empiriolabs),
			evolink: new RemoteEmulator(all.evolink),
			apimart: new RemoteEmulator(all.apimart),
			useapi: new RemoteEmulator(all.useapi),
			kling: new RemoteEmulator(all.kling),
		};
		await use(remotes);
		await Promise.all(Object.values(remotes).map((remote) => remote.clearFaults()));
	},
});

/** What a prompt was charged for. Takes of other tests may still be under way, so each test has words of its own. */
export async function countCharges(emulator: RemoteEmulator, prompt: string): Promise<number> {
	const { submits } = await emulator.ledger();
	const bodies = submits.filter((submit) => submit.charged !== null).map((submit) => atob(submit.bodyBase64));
	return bodies.filter((body) => body.includes(prompt)).length;
}

export { expect };
