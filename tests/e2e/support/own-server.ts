import { test as base } from "@playwright/test";
import { type LaunchedEmulators, launchEmulators } from "../../support/emulators/launch-emulators";
import { StoryreelProcess } from "../../support/storyreel-process";
import { makeTempDir, removeDir } from "../../support/temp-dir";
import { Product } from "./screen";

export const PASSWORD = "open sesame, dear server";

/** A server with a password, the operator's keys and a small cap, which can be killed and started again on its data. */
export class OwnServer {
	readonly url: string;
	readonly emulators: LaunchedEmulators;
	readonly #dataDir: string;
	#process: StoryreelProcess;

	private constructor(url: string, emulators: LaunchedEmulators, dataDir: string, process: StoryreelProcess) {
		this.url = url;
		this.emulators = emulators;
		this.#dataDir = dataDir;
		this.#process = process;
	}

	static async open(): Promise<OwnServer> {
		const emulators = await launchEmulators({ durations: { queuedMs: 300, renderingMs: 1_500 } });
		const dataDir = makeTempDir();
		const process = startProcess(emulators, dataDir, "0");
		return new OwnServer(await process.url(), emulators, dataDir, process);
	}

	/** As a power cut would end it: nothing is closed, nothing is said. */
	async kill(): Promise<void> {
		this.#process.kill("SIGKILL");
		await this.#process.end();
	}

	async startAgain(): Promise<void> {
		this.#process = startProcess(this.emulators, this.#dataDir, new URL(this.url).port);
		await this.#process.url();
	}

	async close(): Promise<void> {
		await this.kill();
		await this.emulators.close();
		removeDir(this.#dataDir);
	}
}

function startProcess({ env, gateways }: LaunchedEmulators, dataDir: string, port: string): StoryreelProcess {
	const filmHosts = Object.values(gateways).map(({ address }) => new URL(address.filesBaseUrl).host);
	return new StoryreelProcess({
		...env,
		EGRESS_ALLOW: filmHosts.join(","),
		DATA_DIR: dataDir,
		PORT: port,
		ACCESS_PASSWORD: PASSWORD,
		DAILY_SPEND_CAP_USD: "1",
	});
}

interface Fixtures {
	readonly product: Product;
}

/** For tests of the server's own life. One server for all tests of a file, which therefore run one after another. */
export const test = base.extend<Fixtures, { readonly server: OwnServer }>({
	server: [
		// biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its first argument.
		async ({}, use) => {
			const server = await OwnServer.open();
			await use(server);
			await server.close();
		},
		{ scope: "worker", timeout: 120_000 },
	],
	baseURL: ({ server }, use) => use(server.url),
	product: async ({ page }, use) => {
		const product = new Product(page);
		await page.goto("/");
		await page.getByRole("textbox", { name: "Password" }).fill(PASSWORD);
		await page.getByRole("button", { name: "Open" }).click();
		await product.awake();
		await use(product);
	},
});
