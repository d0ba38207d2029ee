import type { Person } from "../person";
import type { State } from "./state";
import { orderAtEvoLink } from "./takes";

const HOLDS = 20;

const WORDS = [
	"A corgi running on the beach, cinematic, golden-hour light",
	"Rain on a neon-lit street at night, a lone figure under an umbrella, slow dolly in",
	"Macro shot of a honeybee landing on lavender",
	"Incomprehensibilities-of-antidisestablishmentarianism-and-other-words-without-any-space",
] as const;

/** Twenty takes of several kinds, some kept, one starred and named, one that has left. */
export const FULL_HISTORY: State = {
	name: "history-full",
	async arrange(person, { evolink }) {
		const { product } = person;
		await orderAtEvoLink(product);
		await product.waitForState("Ready");
		await product.stage.getByRole("textbox", { name: "Name of this take" }).fill("Corgi, final cut");
		await product.stage.getByRole("button", { name: "Star" }).click();
		for (let nth = 1; nth < HOLDS; nth++) {
			if (nth % 7 === 3) await evolink.addFault({ operation: "submit", fault: { kind: "task-fails" }, times: 1 });
			await orderAgain(person, WORDS[nth % WORDS.length] ?? WORDS[0]);
			if (nth % 5 === 1) await product.takes.first().getByRole("button", { name: "Keep" }).click();
		}
		await orderAgain(person, WORDS[1]);
		await product.history.getByText("left in the last 24 hours").click();
		await product.takes.first().scrollIntoViewIfNeeded();
	},
};

async function orderAgain({ product, page }: Person, words: string): Promise<void> {
	await product.prompt().fill(words);
	await product.generate().click();
	const ask = page.getByRole("button", { name: "Send it" });
	await ask.or(product.takes.first().getByText(words)).first().waitFor();
	if (await ask.isVisible()) await ask.click();
	await product.waitForState(new RegExp(`${words.slice(0, 20)}.*(Ready|Failed)`));
}

/** A price that nobody publishes is asked about before anything is sent. */
export const ASKING: State = {
	name: "asking",
	overlaid: true,
	async arrange({ product }) {
		await product.open();
		await product.saveKey("useapi");
		await product.prompt().fill(WORDS[0]);
		await product.gateway("useapi.net").check();
		await product.generate().click();
		await product.page.getByRole("button", { name: "Send it" }).waitFor();
	},
};
