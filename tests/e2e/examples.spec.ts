import type { Page } from "@playwright/test";
import { GATEWAYS, type GatewayName } from "./support/gateways";
import { ordersHolding } from "./support/orders";
import { expect, test } from "./support/product";
import { expectedBody, type Scenario } from "./support/scenario-bodies";
import type { ExampleName, Product } from "./support/screen";

const NOIR =
	"The woman in the red hat leans toward the camera in a dim, rain-streaked office and says in a low, confident voice: Everyone's chasing the diamond — but only I know where it's hidden. She turns and strides into a neon-soaked alley; the scene then cuts to a glittering rooftop overlooking the night skyline, where she glances back over her shoulder with a sly smile and adds: Catch me if you can. The camera sweeps up from the street to the city lights.";

/** The five scenarios of the documents and the noir portrait, as the documents give them. */
const SCENARIOS: Readonly<Record<ExampleName, Scenario>> = {
	"Text to video, 1080p": {
		prompt: "A golden retriever running through a sunlit meadow, cinematic slow motion.",
		seconds: 5,
		resolution: "1080p",
		ratio: "16:9",
		image: false,
	},
	"Portrait, 720p": {
		prompt: "A corgi running on the beach, cinematic, golden-hour light",
		seconds: 5,
		resolution: "720p",
		ratio: "9:16",
		image: false,
	},
	"First frame": {
		prompt: "cinematic slow push-in, gentle wind, drifting clouds",
		seconds: 5,
		resolution: "720p",
		ratio: "16:9",
		image: true,
	},
	"First frame without a prompt": { prompt: null, seconds: 5, resolution: "720p", ratio: "16:9", image: true },
	Storyboard: {
		prompt:
			"shot 1, 3, a lone astronaut walks across a red desert at dawn; shot 2, 3, the camera tilts up to reveal two pale moons;",
		prose:
			"a lone astronaut walks across a red desert at dawn. The scene then cuts to: the camera tilts up to reveal two pale moons.",
		seconds: 6,
		resolution: "720p",
		ratio: "16:9",
		image: false,
	},
	"Noir portrait": { prompt: NOIR, seconds: 10, resolution: "1080p", ratio: "9:16", image: true },
};

const NAMES = Object.keys(SCENARIOS) as ExampleName[];

for (const gateway of Object.keys(GATEWAYS) as GatewayName[]) {
	const { label } = GATEWAYS[gateway];
	const sent = NAMES.filter((name) => gateway !== "empiriolabs" || SCENARIOS[name].prompt !== null);

	test(`${label} gets the scenarios of the documents exactly, and each film plays`, async ({
		product,
		page,
		emulators,
	}) => {
		test.setTimeout(150_000);
		await product.open();
		await product.saveKey(gateway);
		await product.gateway(label).click();
		for (const name of NAMES) await sendExample(product, page, name, sent.includes(name));
		await expect(product.takes.getByText("Ready", { exact: true })).toHaveCount(sent.length, { timeout: 90_000 });

		const orders = await ordersHolding(emulators[gateway], "");
		const bodies = orders.map(({ body }) => body);
		for (const name of sent) expect(bodies, name).toContainEqual(expectedBody(gateway, SCENARIOS[name]));
		for (const [index, name] of sent.toReversed().entries()) await playNth(product, index, SCENARIOS[name]);
		await product.takes.first().getByRole("button", { name: "Receipt" }).click();
		await expect(product.dialog("Receipt")).toContainText(`Were you charged?Yes. ${label}`);
	});
}

async function sendExample(product: Product, page: Page, name: ExampleName, canBeSent: boolean): Promise<void> {
	const before = await product.takes.count();
	await product.loadExample(name);
	if (!canBeSent) {
		await expect(product.generate()).toHaveAttribute("aria-disabled", "true");
		await expect(product.compose).toContainText("needs a prompt beside the image; describe the motion.");
		return;
	}
	await product.generate().click();
	const asks = product.dialog("Before it is sent");
	await expect(product.takes.nth(before).or(asks)).toBeVisible();
	if (await asks.isVisible()) await page.getByRole("button", { name: "Send it" }).click();
	await expect(product.takes).toHaveCount(before + 1);
}

async function playNth(product: Product, index: number, { seconds, resolution, ratio }: Scenario): Promise<void> {
	await product.takes.nth(index).getByRole("button", { name: /^Open/ }).click();
	await product.expectPlaying();
	const facts = await product.film.evaluate((video: HTMLVideoElement) => ({
		seconds: Math.round(video.duration),
		lines: Math.min(video.videoWidth, video.videoHeight),
		upright: video.videoHeight > video.videoWidth,
	}));
	expect(facts).toEqual({ seconds, lines: Number.parseInt(resolution, 10), upright: ratio === "9:16" });
}
