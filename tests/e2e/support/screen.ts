import { expect, type Locator, type Page } from "@playwright/test";
import { GATEWAYS, type GatewayName, goodKey } from "./gateways";

export type ExampleName =
	| "Text to video, 1080p"
	| "Portrait, 720p"
	| "First frame"
	| "First frame without a prompt"
	| "Storyboard"
	| "Noir portrait";

/** The screen as a person finds their way around it: by role and name. */
export class Product {
	readonly compose: Locator;
	readonly stage: Locator;
	readonly history: Locator;
	readonly takes: Locator;
	readonly film: Locator;
	readonly line: Locator;
	clicks = 0;

	constructor(readonly page: Page) {
		this.compose = page.getByRole("region", { name: "Compose" });
		this.stage = page.getByRole("region", { name: "Stage" });
		this.history = page.getByRole("region", { name: "History" });
		this.takes = page.getByRole("list", { name: "History" }).locator("> li");
		this.film = this.stage.locator("video");
		this.line = page.getByRole("banner");
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

	dialog(name: string): Locator {
		return this.page.getByRole("dialog", { name });
	}

	/** The newest take, once it says so. */
	async waitForState(word: string | RegExp, timeout = 60_000): Promise<Locator> {
		const newest = this.takes.first();
		await expect(newest).toContainText(word, { timeout });
		return newest;
	}

	take(words: string): Locator {
		return this.takes.filter({ hasText: words });
	}

	async loadExample(name: ExampleName): Promise<void> {
		await this.page.getByRole("button", { name: "Examples" }).click();
		await this.page.getByRole("button", { name, exact: true }).click();
		if (/First frame|Noir/.test(name)) await expect(this.compose).toContainText("Image to video", { timeout: 30_000 });
		else await expect(this.compose).toContainText("Text to video");
	}

	/** Opens the dialog and finds the part of one gateway. */
	async openKeys(gateway: GatewayName): Promise<Locator> {
		await this.click(this.page.getByRole("button", { name: "Keys", exact: true }));
		return this.keysOf(gateway);
	}

	keysOf(gateway: GatewayName): Locator {
		return this.page.getByRole("group", { name: GATEWAYS[gateway].label, exact: true });
	}

	async fillKey(gateway: GatewayName, fields: Readonly<Record<string, string>>): Promise<void> {
		const group = this.keysOf(gateway);
		for (const [name, text] of Object.entries(fields)) await group.getByRole("textbox", { name }).fill(text);
		await this.click(group.getByRole("button", { name: "Save" }));
	}

	async saveKey(gateway: GatewayName): Promise<void> {
		const group = await this.openKeys(gateway);
		await this.fillKey(gateway, goodKey(gateway));
		await expect(group.getByText("Key ending in")).toBeVisible();
		await this.page.keyboard.press("Escape");
	}

	/** Bytes of sound that the browser has decoded of the film that is shown. */
	decodedAudio(): Promise<number> {
		return this.film.evaluate(
			(video: HTMLVideoElement & { webkitAudioDecodedByteCount: number }) => video.webkitAudioDecodedByteCount,
		);
	}

	/** The film that is shown moves and sounds. */
	async expectPlaying(): Promise<void> {
		await expect.poll(() => this.decodedAudio()).toBeGreaterThan(0);
		await expect.poll(() => this.film.evaluate((video: HTMLVideoElement) => video.currentTime)).toBeGreaterThan(0);
	}
}
