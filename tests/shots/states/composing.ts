import type { State } from "./state";

const SPOKEN =
	'A woman in a red hat leans toward the camera in a dim, rain-streaked office and says in a low, confident voice: "Everyone is chasing the diamond, but only I know where it is hidden." The scene then cuts to a glittering rooftop at night.';

export const COMPOSING: readonly State[] = [
	{ name: "empty", arrange: ({ product }) => product.open() },
	{
		name: "one-shot",
		async arrange({ product }) {
			await product.open();
			await product.prompt().fill(SPOKEN);
		},
	},
	{
		name: "shots",
		async arrange({ product }) {
			await product.open();
			await product.loadExample("Storyboard");
			await product.page.getByText("Script", { exact: true }).click();
		},
	},
	{
		name: "with-image",
		async arrange({ product }) {
			await product.open();
			await product.loadExample("First frame");
			await product.page.getByRole("button", { name: "Remove image" }).waitFor();
		},
	},
	{
		name: "adding-image",
		async arrange({ product }) {
			await product.open();
			await product.page.getByRole("button", { name: "Add image" }).click();
			await product.page.getByRole("textbox", { name: "Image URL" }).fill("no link at all");
			await product.page.getByRole("button", { name: "Fetch" }).click();
		},
	},
	{
		name: "problems",
		async arrange({ product }) {
			await product.open();
			await product.page.getByRole("radio", { name: "Shots" }).check();
			await product.page.getByRole("textbox", { name: "Shot 1" }).fill(`${SPOKEN} `.repeat(3));
			await product.gateway("EmpirioLabs").check();
		},
	},
	{
		name: "gateway-details",
		async arrange({ product }) {
			await product.open();
			await product.prompt().fill("Sunrise over the ocean");
			await product.gateway("EvoLink").check();
			await product.page.getByText("About EvoLink").click();
		},
	},
	{
		name: "price-unknown",
		async arrange({ product }) {
			await product.open();
			await product.prompt().fill("Sunrise over the ocean");
			await product.gateway("useapi.net").check();
		},
	},
	{
		name: "examples",
		overlaid: true,
		async arrange({ product }) {
			await product.open();
			await product.page.getByRole("button", { name: "Examples" }).click();
		},
	},
];
